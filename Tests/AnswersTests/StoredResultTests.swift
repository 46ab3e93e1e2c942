import Answers
import Foundation
import ListDesign
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// The library of actions and briefs is the regression suite: each result stands beside its file. To accept
/// a change: `scripts/store-results`.
struct StoredResultTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Actions")

  /// Every action of the library, so that none can be added without its result.
  private static let actions = (try? ActionLibrary.ids()) ?? []

  @Test func thereAreActions() { #expect(Self.actions.count >= 10) }

  @Test(arguments: actions)
  func resultsAreAsStored(id: String) throws {
    let action = try ActionLibrary.action(id)
    let book = LawBook(
      regime: try ShippedLaw.regime("us").extended(by: action.law),
      schedule: try ShippedLaw.schedule(), countries: try ShippedCountries.codes())
    let baseline = try #require(try ImportBaseline.shipped(action.baseline))
    let study = try ImpactStudy(
      try TariffGround(book: book, baseline: baseline),
      assumptions: try ActionLibrary.assumptions(action.assumptions),
      horizon: try ActionLibrary.horizon("one-year"),
      economy: try ActionLibrary.economy(of: action.importer))
    let origin = try #require(CountryCode(action.importer.uppercased()))
    let answers = try action.answers.map { answer in
      let partner = try #require(CountryCode(answer.importer.uppercased()))
      let exports = try #require(try ExportBaseline.shipped(partner))
      return try PartnerTariffs(
        answer, origin: origin,
        book: LawBook(
          regime: try ShippedLaw.regime(answer.importer),
          schedule: try ShippedLaw.schedule(of: answer.importer),
          countries: try ShippedCountries.codes()), baseline: exports)
    }
    let impact = try study.assess(action, on: action.on, answers: answers)
    let stages = try action.stages.map { try study.assess(action, on: $0) }
    let now = numbers(try ShippedDesigns.object(ImpactAnswer(impact, stages: stages).json.text))
    try expectAsStored(now, numbers(try stored(id)))
    // The accounts of the document add up, too.
    func value(_ name: String) -> Double { now["/\(name)/value"] ?? .nan }
    let sum =
      value("revenue") + value("producers_gain") + value("deadweight_loss") - value("foreign_loss")
    #expect(abs(value("buyers_loss") - sum) <= 1e-9 * value("buyers_loss"))
    // What each measure lays adds up to the duty on unchanged imports, where nothing else gives way.
    let laid = now.filter { $0.key.hasPrefix("/duties/") && $0.key.hasSuffix("/duty") }.values
      .reduce(0, +)
    #expect(abs(laid - value("revenue_static")) <= 1e-9 * value("revenue_static"))
    let byOrigin = now.filter { $0.key.hasPrefix("/imports_by_origin/") }.values.reduce(0, +)
    #expect(abs(byOrigin - value("imports_change")) <= 1e-9 * abs(value("imports_change")))
  }

  /// Every brief of the library.
  private static let briefs = (try? ActionLibrary.briefIDs()) ?? []

  @Test func thereAreBriefs() { #expect(Self.briefs.count >= 5) }

  /// The list of each brief, line by line, what it comes to, and its bound. A search that ends at its limit
  /// ends after so many nodes, not after so much time.
  @Test(arguments: briefs)
  func listsAreAsStored(id: String) throws {
    let brief = try ActionLibrary.brief(id)
    let designer = try ShippedDesigns.designer(brief)
    guard case .chosen(let design) = try designer.design(isBrief: true) else {
      Issue.record("no list was chosen")
      return
    }
    let answer = try DesignAnswer(
      design, score: try design.score(try ShippedDesigns.book(of: brief.importer).regime))
    var now = try ShippedDesigns.object(answer.json.text)
    let stored = try stored(id)
    for name in ["goods", "next_in", "next_out"] {
      let goods = try #require(now[name] as? [[String: Any]])
      let codes = goods.compactMap { $0["hts"] as? String }.joined(separator: " ")
      #expect(codes == stored[name] as? String, "\(name)")
      now[name] = codes
    }
    #expect(stored["status"] as? String == "chosen")
    try expectAsStored(numbers(now), numbers(stored))
  }

  private func stored(_ id: String) throws -> [String: Any] {
    try ShippedDesigns.object(
      String(
        contentsOf: Self.folder.appendingPathComponent("\(id)/result.json"), encoding: .utf8))
  }

  private func expectAsStored(_ now: [String: Double], _ stored: [String: Double]) throws {
    #expect(Set(now.keys) == Set(stored.keys))
    for (path, value) in stored {
      let new = try #require(now[path], "\(path)")
      #expect(abs(new - value) <= 1e-8 * max(abs(value), 1), "\(path): \(new), stored \(value)")
    }
  }

  /// Every number of a document by its path.
  private func numbers(_ document: [String: Any]) -> [String: Double] {
    var found: [String: Double] = [:]
    func walk(_ item: Any, _ path: String) {
      switch item {
      case let members as [String: Any]:
        for (name, value) in members { walk(value, "\(path)/\(name)") }
      case let items as [Any]:
        for (index, value) in items.enumerated() { walk(value, "\(path)/\(index)") }
      case let number as NSNumber: found[path] = number.doubleValue
      default: break
      }
    }
    walk(document, "")
    return found
  }
}
