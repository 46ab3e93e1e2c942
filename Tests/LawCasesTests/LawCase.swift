import Answers
import Foundation
import LawFiles
import TariffLaw
import Testing
import Yams

/// One entry with the answer the law gives, as a lawyer would write it down.
struct LawCase: CustomTestStringConvertible, Sendable {
  let file: String
  let request: DutyRequest
  let knownOn: String?
  let ratePercent: String?
  let duty: String?
  let status: String?
  let lowPercent: String?
  let highPercent: String?
  let asks: [String]
  /// Rates of readings, by id.
  let readings: [String: String]
  let source: String

  var testDescription: String { "\(request.hts) \(request.origin) \(request.on) \(request.facts)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// - Parameter path: below `Tests`.
  static func load(_ path: String) -> [LawCase] {
    do {
      let data = try Data(contentsOf: folder.appendingPathComponent(path))
      let node = try YAMLText.node([UInt8](data), file: path)
      var problems: [LawError] = []
      let top = try #require(
        Fields(node, file: path, known: ["cases"], what: "the file", problems: &problems))
      let cases = top.list("cases", problems: &problems).compactMap { read($0, path, &problems) }
      guard problems.isEmpty else { throw LawErrors(problems) }
      return cases
    } catch {
      Issue.record("\(path): \(error)")
      return []
    }
  }

  private static func read(_ node: Node, _ file: String, _ problems: inout [LawError]) -> LawCase? {
    guard
      let fields = Fields(
        node, file: file,
        known: [
          "hts", "origin", "on", "value", "quantity", "unit", "claims", "facts", "known_on",
          "rate_pct", "duty", "status", "low_pct", "high_pct", "asks", "readings_pct", "source",
        ], what: "a case", problems: &problems)
    else { return nil }
    return LawCase(
      file: file,
      request: DutyRequest(
        hts: fields.requiredText("hts", problems: &problems),
        origin: fields.requiredText("origin", problems: &problems),
        on: fields.requiredText("on", problems: &problems),
        value: fields.text("value", problems: &problems),
        quantity: fields.text("quantity", problems: &problems),
        unit: fields.text("unit", problems: &problems),
        claims: fields.texts("claims", problems: &problems),
        facts: fields.texts("facts", problems: &problems)),
      knownOn: fields.text("known_on", problems: &problems),
      ratePercent: fields.text("rate_pct", problems: &problems),
      duty: fields.text("duty", problems: &problems),
      status: fields.text("status", problems: &problems),
      lowPercent: fields.text("low_pct", problems: &problems),
      highPercent: fields.text("high_pct", problems: &problems),
      asks: fields.texts("asks", problems: &problems),
      readings: Dictionary(
        (fields.node("readings_pct")?.mapping ?? [:]).compactMap { key, value in
          key.string.flatMap { name in value.string.map { (name, $0) } }
        }, uniquingKeysWith: { $1 }),
      source: fields.requiredText("source", problems: &problems))
  }

  func check(_ book: LawBook) throws {
    let answer = try book.assess(
      try request.entry(in: book), knownOn: knownOn.flatMap { Day($0) })
    let total = answer.total
    func percent(_ text: String) throws -> Fraction {
      try #require(Fraction(decimal: text)) / 100
    }
    if let ratePercent {
      #expect(
        try total.rate == percent(ratePercent),
        "\(source): \(answer.lines.filter { $0.status != .notInScope })")
    }
    if let duty { #expect(total.duty?.moneyText == duty, "\(source)") }
    if let status { #expect(answer.status.rawValue == status, "\(source)") }
    if let lowPercent { #expect(try total.rateLow == percent(lowPercent), "\(source)") }
    if let highPercent { #expect(try total.rateHigh == percent(highPercent), "\(source)") }
    for fact in asks { #expect(answer.questions.contains { $0.fact == fact }, "\(source)") }
    for (id, text) in readings {
      let reading = try #require(answer.readings.first { $0.id == id }, "\(id)")
      #expect(try reading.rate == percent(text), "\(id)")
    }
    // The lines that count add up to the total.
    if let rate = total.rate {
      let counting = answer.lines.filter { $0.status == .applied || $0.status == .needsFacts }
      let sum = counting.reduce(Fraction.zero) { $0 + ($1.rate ?? 0) }
      #expect(sum == rate)
    }
    for line in answer.lines where line.status == .applied { #expect(!line.citation.isEmpty) }
  }
}
