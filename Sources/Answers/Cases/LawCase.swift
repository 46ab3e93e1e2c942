public import LawFiles
public import TariffLaw
import Yams

/// One entry with the answer the law gives, as a lawyer would write it down.
public struct LawCase: Sendable {
  public let file: String
  public let line: Int
  public let request: DutyRequest
  public let knownOn: Day?
  /// Where the expected answer comes from.
  public let source: String
  private let expected: Expected

  /// What is expected; only what is written is compared.
  private struct Expected: Sendable {
    var rate: Fraction?
    var additionalRate: Fraction?
    var low: Fraction?
    var high: Fraction?
    var duty: String?
    var status: String?
    var asks: [String] = []
    var readings: [(id: String, rate: Fraction)] = []
    /// Measures that must apply, by id or by heading.
    var applies: [String] = []
    /// Measures that must stand aside, be void or be out of scope.
    var silent: [String] = []
    var declares: [String] = []
  }

  private static let keys = [
    "hts", "origin", "on", "value", "quantity", "unit", "claims", "facts", "known_on", "rate_pct",
    "additional_pct", "duty", "status", "low_pct", "high_pct", "asks", "readings_pct", "applies",
    "silent", "declares", "source", "notes",
  ]

  /// Reads a file of cases: a list under `cases`.
  ///
  /// - Throws: ``LawErrors`` with everything that is wrong.
  public static func cases(_ bytes: [UInt8], file: String) throws(LawErrors) -> [LawCase] {
    let node = try YAMLText.node(bytes, file: file)
    var problems: [LawError] = []
    guard
      let top = Fields(node, file: file, known: ["cases"], what: "the file", problems: &problems)
    else { throw LawErrors(problems) }
    let cases = top.list("cases", problems: &problems).compactMap { LawCase($0, file, &problems) }
    guard problems.isEmpty else { throw LawErrors(problems) }
    return cases
  }

  private init?(_ node: Node, _ file: String, _ problems: inout [LawError]) {
    guard
      let fields = Fields(
        node, file: file, known: Self.keys, what: "a case", problems: &problems)
    else { return nil }
    func percent(_ key: String, _ problems: inout [LawError]) -> Fraction? {
      fields.number(key, problems: &problems).map { $0 / 100 }
    }
    self.file = file
    line = fields.mark.line
    request = DutyRequest(
      hts: fields.requiredText("hts", problems: &problems),
      origin: fields.requiredText("origin", problems: &problems),
      on: fields.requiredText("on", problems: &problems),
      value: fields.text("value", problems: &problems),
      quantity: fields.text("quantity", problems: &problems),
      unit: fields.text("unit", problems: &problems),
      claims: fields.texts("claims", problems: &problems),
      facts: fields.texts("facts", problems: &problems))
    knownOn = fields.day("known_on", problems: &problems)
    source = fields.requiredText("source", problems: &problems)
    var expected = Expected()
    expected.rate = percent("rate_pct", &problems)
    expected.additionalRate = percent("additional_pct", &problems)
    expected.low = percent("low_pct", &problems)
    expected.high = percent("high_pct", &problems)
    expected.duty = fields.text("duty", problems: &problems)
    expected.status = fields.text("status", problems: &problems)
    expected.asks = fields.texts("asks", problems: &problems)
    expected.applies = fields.texts("applies", problems: &problems)
    expected.silent = fields.texts("silent", problems: &problems)
    expected.declares = fields.texts("declares", problems: &problems)
    for (key, value) in fields.node("readings_pct")?.mapping ?? [:] {
      guard let id = key.string, let rate = value.string.flatMap({ Fraction(decimal: $0) }) else {
        problems.append(fields.problem("readings_pct", "must map readings to percent"))
        continue
      }
      expected.readings.append((id, rate / 100))
    }
    self.expected = expected
  }

  /// What the law held says otherwise; empty when it agrees.
  public func disagreements(with book: LawBook) -> [String] {
    let answer: Assessment
    do {
      answer = try book.assess(try request.entry(in: book), knownOn: knownOn)
    } catch let error as RequestError {
      return ["the entry cannot be read: \(error)"]
    } catch {
      return ["\(error)"]
    }
    return totals(answer) + parts(answer, book)
  }

  private func totals(_ answer: Assessment) -> [String] {
    let total = answer.total
    var found: [String] = []
    func compare(_ name: String, _ expected: Fraction?, _ actual: Fraction?) {
      guard let expected, actual != expected else { return }
      found.append(
        "\(name): expected \(Amount.percent(expected)), found "
          + (actual.map(Amount.percent) ?? "none"))
    }
    compare("rate", expected.rate, total.rate)
    compare("additional rate", expected.additionalRate, total.additionalRate)
    compare("rate_low", expected.low, total.rateLow)
    compare("rate_high", expected.high, total.rateHigh)
    if let duty = expected.duty, total.duty?.moneyText != duty {
      found.append("duty: expected \(duty), found \(total.duty?.moneyText ?? "none")")
    }
    if let status = expected.status, answer.status.rawValue != status {
      found.append("status: expected \(status), found \(answer.status.rawValue)")
    }
    return found
  }

  private func parts(_ answer: Assessment, _ book: LawBook) -> [String] {
    var found: [String] = []
    for fact in expected.asks where !answer.questions.contains(where: { $0.fact == fact }) {
      found.append("does not ask for \(fact)")
    }
    for (id, rate) in expected.readings {
      guard let reading = answer.readings.first(where: { $0.id == id }) else {
        found.append("has no reading '\(id)'")
        continue
      }
      if reading.rate != rate {
        found.append(
          "reading \(id): expected \(Amount.percent(rate)), found "
            + (reading.rate.map(Amount.percent) ?? "none"))
      }
    }
    let counting = answer.lines.filter { $0.status == .applied || $0.status == .needsFacts }
    func names(_ text: String, _ line: AssessedLine) -> Bool {
      line.measure == text || line.measure.hasPrefix(text + "/") || line.heading == text
    }
    for name in expected.applies where !counting.contains(where: { names(name, $0) }) {
      found.append("\(name) does not apply")
    }
    func isKnown(_ name: String) -> Bool {
      book.regime.measures.contains { measure in
        MeasureSelector(name).matches(measure) || measure.terms.contains { $0.heading == name }
      }
    }
    for name in expected.applies + expected.silent where !isKnown(name) {
      found.append("'\(name)' is neither a measure nor a heading of the law")
    }
    for name in expected.silent where counting.contains(where: { names(name, $0) }) {
      found.append("\(name) applies")
    }
    for heading in expected.declares where !answer.lines.contains(where: { $0.declared == heading })
    {
      found.append("does not declare \(heading)")
    }
    // Holds for every answer: the lines that count add up to the total.
    if let rate = answer.total.rate {
      let sum = counting.reduce(Fraction.zero) { $0 + ($1.rate ?? 0) }
      if sum != rate { found.append("the lines add up to \(Amount.percent(sum))") }
    }
    return found
  }
}
