import Answers
import Foundation
import TariffLaw
import TestSupport
import Testing
import TradeData

struct CodeHistoryTests {
  private func counting(_ assessment: Assessment) -> [String] {
    assessment.lines.filter { $0.status == .applied || $0.status == .needsFacts }.map(described)
  }

  private func described(_ line: AssessedLine) -> String {
    "\(line.measure)|\(line.heading ?? "")|\(line.status)|\(line.rate?.decimalText() ?? "")|"
      + "\(line.rateText ?? "")|\(line.citation)"
  }

  /// Codes of every edition, drawn with a seed.
  private func draw(_ book: LawBook, _ random: inout SplitMix) throws -> HTSCode {
    let edition = random.below(book.schedule.editions.count)
    let codes = try book.schedule.lines(in: edition).map(\.code)
    return codes[random.below(codes.count)]
  }

  @Test(arguments: 1...8)
  func intervalsTileTheSpanAndAgreeWithTheEntryOnEveryDay(seed: Int) throws {
    let book = try ShippedBook.us()
    var random = SplitMix(seed: seed)
    let origins = ["CN", "DE", "CA", "MX", "BR", "IN", "KR", "RU", "VN", "CU", "GB", "CH"]
    for _ in 0..<3 {
      let code = try draw(book, &random)
      let origin = origins[random.below(origins.count)]
      let history = try CodeHistory(HistoryRequest(hts: code.digits, origin: origin), book: book)
      #expect(history.intervals.first?.days.lowerBound == book.regime.span.first)
      #expect(history.intervals.last?.days.upperBound == book.regime.span.last)
      for (interval, next) in zip(history.intervals, history.intervals.dropFirst()) {
        #expect(interval.days.upperBound.advanced(by: 1) == next.days.lowerBound)
        #expect(!next.causes.isEmpty)
      }
      #expect(history.intervals.first?.causes.isEmpty ?? false)
      for interval in history.intervals {
        let length = interval.days.lowerBound.days(to: interval.days.upperBound)
        let days = [
          interval.days.lowerBound, interval.days.upperBound,
          interval.days.lowerBound.advanced(by: random.below(length + 1)),
        ]
        for day in days {
          let country = try #require(CountryCode(origin))
          let answer = try book.assess(Entry(code: code, origin: country, day: day))
          let place = "\(code.dotted) from \(origin) on \(day)"
          #expect(answer.status == interval.status, "\(place)")
          #expect(answer.total == interval.total, "\(place)")
          #expect(counting(answer) == interval.lines.map(described), "\(place)")
        }
      }
    }
  }

  /// A change that is told must be one: neighbours differ in what they answer.
  @Test func neighboursDiffer() throws {
    let book = try ShippedBook.us()
    let history = try CodeHistory(
      HistoryRequest(hts: "8541.43.00.10", origin: "CN"), book: book)
    for (interval, next) in zip(history.intervals, history.intervals.dropFirst()) {
      let same =
        interval.total == next.total && interval.status == next.status
        && interval.lines.map(described) == next.lines.map(described)
        && interval.schedule?.text == next.schedule?.text
      #expect(!same, "\(next.days)")
    }
    let rates = history.intervals.map { $0.total.rate?.decimalText() ?? "" }
    #expect(rates.contains("2.09") && rates.contains("1.68"))
    let last = try #require(history.intervals.last)
    #expect(last.causes.map(\.name) == ["went"])
  }

  @Test(arguments: [
    ("8541.40.60.15", "8541.43.00.10"), ("8517.12.00.50", "8517.14.00.50"),
    ("2403.99.20.40", "2403.99.21.40"),
  ])
  func aRenumberedCodeNamesItsSuccessorAndIsNamedByIt(old: String, new: String) throws {
    let book = try ShippedBook.us()
    let china = try #require(CountryCode("CN"))
    let oldCode = try HTSCode(old)
    let newCode = try HTSCode(new)
    let ended = try CodeHistory(HistoryRequest(hts: old, origin: "CN"), book: book)
    #expect(ended.lives.last?.successors.first?.code == newCode)
    #expect(
      ended.intervals.contains { $0.causes.contains { $0.name == "code-ends" } })
    let begun = try CodeHistory(HistoryRequest(hts: new, origin: "CN"), book: book)
    #expect(begun.lives.first?.predecessors.contains { $0.code == oldCode } ?? false)
    let later = try #require(Day("2023-06-01"))
    let answer = try book.assess(Entry(code: oldCode, origin: china, day: later))
    #expect(answer.status == .unknownCode)
    #expect(answer.warnings.first?.contains("Likely successor") ?? false)
    #expect(answer.warnings.first?.contains(new) ?? false, "\(answer.warnings)")
    let earlier = try #require(Day("2020-06-01"))
    let before = try book.assess(Entry(code: newCode, origin: china, day: earlier))
    #expect(before.warnings.first?.contains("Likely predecessor") ?? false)
    #expect(before.warnings.first?.contains(old) ?? false, "\(before.warnings)")
  }

  @Test func withoutAnOriginTheScheduleIsTold() throws {
    let book = try ShippedBook.us()
    let history = try CodeHistory(HistoryRequest(hts: "8482.10.50"), book: book)
    for interval in history.intervals {
      let edition = try #require(book.schedule.edition(on: interval.days.upperBound))
      let line = try book.schedule.line(for: history.code, in: edition)
      #expect(line?.general.text == interval.schedule?.general.text)
      #expect(line?.special == interval.schedule?.special)
      #expect(interval.lines.isEmpty && interval.total.rate == nil)
    }
  }

  @Test func whatIsWrittenForLaterDaysIsListed() throws {
    let book = try ShippedBook.us()
    let history = try CodeHistory(HistoryRequest(hts: "8541.10.00.80", origin: "CN"), book: book)
    let last = try #require(book.regime.span.last)
    #expect(!history.scheduled.isEmpty)
    for text in history.scheduled {
      let begins = text.span.first.map { $0 > last } ?? false
      let ends = text.span.last.map { $0 >= last } ?? false
      #expect(begins || ends, "\(text)")
      #expect(!text.citation.isEmpty)
    }
    #expect(
      history.scheduled.contains {
        $0.measure.hasPrefix("us/section-301/china/semiconductors") && $0.kind == .term
      })
  }

  @Test(arguments: [
    ("8482.10.50.44", "CN", "2020-01-01", "2019-01-01", "from"),
    ("8482.10.50.44", "CN", "2016-01-01", "2019-01-01", "from"),
    ("8482.10.50.44", "CN", "2018-01-01", "2030-01-01", "to"),
    ("8482.10.50.44", "CN", "2018-13-01", "2019-01-01", "from"),
    ("8482.10.50.99", "CN", "2018-01-01", "2019-01-01", "hts"),
    ("8482", "CN", "2018-01-01", "2019-01-01", "hts"),
    ("8482.10.50.44", "ZZ", "2018-01-01", "2019-01-01", "origin"),
    ("8482.10.50.44", "China", "2018-01-01", "2019-01-01", "origin"),
  ])
  func whatCannotBeAskedIsRefusedOnce(
    hts: String, origin: String, from: String, to: String, field: String
  ) throws {
    let book = try ShippedBook.us()
    do {
      _ = try CodeHistory(
        HistoryRequest(hts: hts, origin: origin, from: from, to: to), book: book)
      Issue.record("accepted")
    } catch let error as RequestError {
      #expect(error.field == field)
      #expect(!error.message.isEmpty)
    }
  }

  @Test func theDocumentReadsBack() throws {
    let book = try ShippedBook.us()
    let history = try CodeHistory(
      HistoryRequest(hts: "8541.40.60.15", origin: "CN", from: "2021-01-01"), book: book)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(history.json.text.utf8)) as? [String: Any])
    for member in ["hts", "origin", "from", "until", "intervals", "lives", "scheduled"] {
      #expect(document[member] != nil, "\(member)")
    }
    let intervals = try #require(document["intervals"] as? [[String: Any]])
    #expect(intervals.count == history.intervals.count)
    #expect(intervals.last?["status"] as? String == "unknown-code")
    let rows = String(decoding: history.csv, as: UTF8.self).split(separator: "\n")
    #expect(rows.count == history.intervals.count + 1)
  }
}
