import Answers
import TariffLaw
import TestSupport
import Testing

struct RateIntervalsTests {
  private struct Row {
    let hts: String
    let origin: String
    let from: Day
    let until: Day
    let answer: [Substring]
  }

  private func intervals(
    _ request: RatesRequest, _ from: Day, _ to: Day, knownOn: Day? = nil
  ) throws -> [Row] {
    var output: [UInt8] = []
    let book = try ShippedBook.us()
    let table = try RateIntervals(request, from: from, to: to, book: book, knownOn: knownOn)
    let summary = try table.write { output += $0 }
    let rows = try String(decoding: output, as: UTF8.self).split(separator: "\n").dropFirst().map {
      let fields = $0.split(separator: ",", omittingEmptySubsequences: false)
      return Row(
        hts: String(fields[0]), origin: String(fields[1]), from: try #require(Day(fields[2])),
        until: try #require(Day(fields[3])), answer: Array(fields[4...]))
    }
    #expect(summary.rows == rows.count)
    return rows
  }

  private func panel(
    _ request: RatesRequest, _ day: Day, knownOn: Day? = nil
  ) throws -> [String: [Substring]] {
    var output: [UInt8] = []
    let table = try RatesTable(request, on: day, book: try ShippedBook.us(), knownOn: knownOn)
    try table.write { output += $0 }
    var rows: [String: [Substring]] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      rows["\(fields[0]) \(fields[1])"] = Array(fields[2...])
    }
    return rows
  }

  private func request(_ goods: [String], _ origins: [String]) throws -> RatesRequest {
    RatesRequest(
      origins: try origins.map { try #require(CountryCode($0)) },
      goods: try goods.map { try HTSCode($0) })
  }

  @Test(arguments: [
    (1, ["8541", "2403", "0901", "7306.61"], ["CN", "CA", "DE", "RU", "BR", "IN", "KR"]),
    (2, ["8517", "8703.23", "6109.10", "9403"], ["MX", "VN", "GB", "JP", "CH", "CU", "NI"]),
  ])
  func intervalsAgreeWithThePanelOfADay(
    seed: Int, goods: [String], origins: [String]
  ) throws {
    let request = try request(goods, origins)
    let span =
      try #require(
        try ShippedBook.us().regime.span.first)...(try #require(
        try ShippedBook.us().regime.span.last))
    let rows = try intervals(request, span.lowerBound, span.upperBound)
    var random = SplitMix(seed: seed)
    let length = span.lowerBound.days(to: span.upperBound)
    let days =
      [span.lowerBound, span.upperBound]
      + (0..<24).map { _ in span.lowerBound.advanced(by: random.below(length + 1)) }
    for day in days {
      var seen: [String: [Substring]] = [:]
      for row in rows where row.from <= day && day <= row.until {
        #expect(seen.updateValue(row.answer, forKey: "\(row.hts) \(row.origin)") == nil)
      }
      #expect(seen == (try panel(request, day)), "\(day)")
    }
  }

  @Test func rowsAreInOrderWholeAndNoTwoNeighboursEqual() throws {
    let request = try request(["8541", "0402"], ["US", "CN", "CA"].filter { $0 != "US" })
    let from = try #require(Day("2019-03-01"))
    let to = try #require(Day("2026-03-01"))
    let rows = try intervals(request, from, to)
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect((row.hts, row.origin, row.from) < (next.hts, next.origin, next.from))
      guard row.hts == next.hts, row.origin == next.origin else { continue }
      #expect(row.until < next.from)
      if row.until.advanced(by: 1) == next.from { #expect(row.answer != next.answer) }
    }
    #expect(rows.allSatisfy { $0.from >= from && $0.until <= to && $0.from <= $0.until })
  }

  @Test func whatWasKnownOnADayIsKept() throws {
    let request = try request(["8541.43"], ["CN"])
    let known = try #require(Day("2025-03-10"))
    let from = try #require(Day("2025-01-01"))
    let to = try #require(Day("2025-12-31"))
    let rows = try intervals(request, from, to, knownOn: known)
    for text in ["2025-02-03", "2025-04-20", "2025-12-30"] {
      let day = try #require(Day(text))
      var seen: [String: [Substring]] = [:]
      for row in rows where row.from <= day && day <= row.until {
        seen["\(row.hts) \(row.origin)"] = row.answer
      }
      #expect(seen == (try panel(request, day, knownOn: known)), "\(day)")
    }
  }

  @Test func whatCannotBeAskedIsRefused() throws {
    let book = try ShippedBook.us()
    let first = try #require(Day("2025-01-01"))
    let last = try #require(Day("2025-02-01"))
    let early = try #require(Day("2016-02-01"))
    func refused(_ goods: [String], _ origins: [String], _ from: Day, _ to: Day) throws -> String? {
      do {
        _ = try RateIntervals(try request(goods, origins), from: from, to: to, book: book)
        return nil
      } catch let error as RequestError {
        return error.field
      }
    }
    #expect(try refused(["8541"], ["CN"], last, first) == "from")
    #expect(try refused(["8541"], ["CN"], early, last) == "from")
    #expect(try refused(["8541"], ["ZZ"], first, last) == "origin")
    #expect(try refused(["8599"], ["CN"], first, last) == "hts")
    #expect(try refused(["8541"], ["CN"], first, last) == nil)
  }
}
