import Answers
import Foundation
import TariffLaw
import Testing

struct RateChangesTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(arguments: [
    ("2025-04-04", "2025-04-10"), ("2021-12-15", "2022-02-10"), ("2026-02-19", "2026-02-24"),
  ])
  func changesAgreeWithTwoPanels(from: String, to: String) throws {
    let book = try ShippedBook.us()
    let request = RatesRequest(
      origins: try ["CN", "CA", "DE", "BR", "RU"].map { try #require(CountryCode($0)) },
      goods: try ["8541", "8517", "2403", "0402", "72"].map { try HTSCode($0) })
    let changes = try RateChanges(request, from: try day(from), to: try day(to), book: book)
    let before = try RatesTable(request, on: try day(from), book: book).panel
    let after = try RatesTable(request, on: try day(to), book: book).panel
    var told: [String: RateChange] = [:]
    changes.forEach { code, origin, kind in
      #expect(told.updateValue(changes.kinds[kind], forKey: "\(code) \(origin)") == nil)
    }
    var differing = 0
    var up = 0
    for code in Set(before.codes).union(after.codes) {
      for (position, origin) in before.origins.enumerated() {
        let old = before.position(of: code).map { before.cell($0, position) }
        let new = after.position(of: code).map { after.cell($0, position) }
        let change = told["\(code) \(origin)"]
        #expect((change == nil) == (old == new), "\(code) \(origin)")
        guard old != new else { continue }
        differing += 1
        #expect(change?.before == old && change?.after == new)
        if let a = old?.rate, let b = new?.rate {
          if b > a { up += 1 }
          #expect(change?.difference == b - a)
          // The measures and the schedule's own rate account for the whole difference.
          let sum = (change?.measures ?? []).reduce(change?.scheduleDifference ?? 0) {
            $0 + ($1.after ?? 0) - ($1.before ?? 0)
          }
          #expect(sum == b - a, "\(code) \(origin)")
        }
      }
    }
    let summary = changes.summary
    #expect(summary.changed == differing && told.count == differing)
    #expect(summary.cells == changes.cellCount)
    #expect(
      summary.up + summary.down + summary.sameRate + summary.unknown + summary.begun
        + summary.ended == summary.changed)
    #expect(summary.up >= up)
    var output: [UInt8] = []
    try changes.write { output += $0 }
    #expect(String(decoding: output, as: UTF8.self).split(separator: "\n").count == differing + 1)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(changes.json.text.utf8)) as? [String: Any])
    #expect(document["changed"] as? Int == differing)
  }

  @Test func theReciprocalDutyOfApril2025Shows() throws {
    let request = RatesRequest(
      origins: [try #require(CountryCode("CN"))], goods: [try HTSCode("0101")])
    let changes = try RateChanges(
      request, from: try day("2025-04-04"), to: try day("2025-04-10"), book: try ShippedBook.us())
    let group = try #require(changes.summary.groups.first)
    #expect(group.difference == Fraction(125, over: 100))
    #expect(group.measures.map(\.measure) == ["us/ieepa/reciprocal"])
  }

  @Test func daysOutOfOrderAreRefused() throws {
    #expect(throws: RequestError.self) {
      try RateChanges(
        RatesRequest(), from: try day("2025-04-10"), to: try day("2025-04-04"),
        book: try ShippedBook.us())
    }
  }
}
