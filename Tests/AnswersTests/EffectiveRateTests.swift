import Answers
import Foundation
import LongWork
import Synchronization
import TariffLaw
import TestSupport
import Testing
import TradeData

struct EffectiveRateTests {
  private static let book = Result {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  private static let weights = Result {
    try #require(try ImportWeights.shipped("us-imports-2024"))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Some cells of the shipped weights, drawn with a seed, those of the origins wanted.
  private func sample(
    _ count: Int, seed: Int, where wanted: (ImportWeights.Origin) -> Bool = { _ in true }
  ) throws -> ImportWeights {
    let all = try Self.weights.get()
    var random = SplitMix(seed: seed)
    let origins = all.origins.indices.filter { wanted(all.origins[$0]) }
    var rows: [(code: HTSCode, origin: Int, value: Int, duty: Int)] = []
    while rows.count < count {
      let origin = origins[random.below(origins.count)]
      let cell = all.cells[origin][random.below(all.cells[origin].count)]
      rows.append((all.codes[cell.code], origin, cell.value, cell.duty))
    }
    return ImportWeights(
      id: "sample", year: all.year, title: "a sample", origins: all.origins, rows: rows)
  }

  private func series(
    _ first: String, _ last: String, claims: EffectiveRateRequest.Claims = .none,
    by: EffectiveRateRequest.Dimension? = nil, weights: ImportWeights? = nil, threads: Int? = nil
  ) throws -> EffectiveRateAnswer {
    let request = EffectiveRateRequest(
      from: try day(first), to: try day(last), weights: "us-imports-2024", claims: claims, by: by)
    return try EffectiveRateAnswer(
      request, weights: try weights ?? Self.weights.get(), book: try Self.book.get(),
      threads: threads)
  }

  /// A series ends between two days of an origin when the watch says so, also within its first one.
  @Test(arguments: [0, 3]) func aSeriesIsStopped(_ allowed: Int) throws {
    let asked = Mutex(0)
    let watch = WorkWatch {
      asked.withLock {
        $0 += 1
        return $0 > allowed
      }
    }
    let request = EffectiveRateRequest(
      from: try day("2025-01-01"), to: try day("2025-06-30"), weights: "us-imports-2024",
      claims: .none, by: nil)
    #expect(throws: WorkStopped.self) {
      _ = try EffectiveRateAnswer(
        request, weights: try Self.weights.get(), book: try Self.book.get(), threads: 1,
        watch: watch)
    }
    // One look at each origin that is left, and none at its days.
    #expect(asked.withLock { $0 } <= allowed + 1 + (try Self.weights.get().origins.count))
  }

  /// The column and the authorities are the duty, origins are the whole, sections are the whole: not
  /// nearly, exactly.
  @Test(arguments: [
    ("2024-12-31", EffectiveRateRequest.Claims.none), ("2025-04-09", .observed2024),
    ("2025-08-07", .observed2024), ("2026-02-24", .none), ("2026-04-06", .observed2024),
  ])
  func partsAddUpExactly(on text: String, claims: EffectiveRateRequest.Claims) throws {
    let byAuthority = try series(text, text, claims: claims, by: .authority)
    let byOrigin = try series(text, text, claims: claims, by: .origin)
    let bySection = try series(text, text, claims: claims, by: .section)
    let total = try #require(byAuthority.rows.first).total
    #expect(total.duty.isDefined)
    let authorities = byAuthority.authorityParts(total).map(\.dollars).reduce(.zero, +)
    #expect(authorities == total.duty)
    #expect(total.authorities.reduce(.zero, +) == total.additional)
    for answer in [byOrigin, bySection] {
      let row = try #require(answer.rows.first)
      #expect(row.total == total)
      var sum = EffectiveRateTally(authorities: total.authorities.count)
      for part in row.parts {
        sum.value += part.tally.value
        sum.duty += part.tally.duty
        sum.additional += part.tally.additional
        #expect(
          part.tally.value
            == part.tally.priced + part.tally.equivalent + part.tally.unpriced
            + part.tally.inadmissible)
      }
      #expect(sum.value == total.value)
      #expect(sum.duty == total.duty)
      #expect(sum.additional == total.additional)
    }
  }

  /// Every cell by itself, assessed as an entry, with nothing shared.
  @Test(arguments: ["2018-09-24", "2025-04-09", "2025-08-18", "2025-11-14", "2026-03-01"])
  func sumsAreThoseOfEntriesAssessedOneByOne(on text: String) throws {
    let on = try day(text)
    let book = try Self.book.get()
    let edition = try #require(book.schedule.edition(on: on))
    let use = try ProgrammeUse.shipped2024()
    let drawn = try sample(400, seed: Int(on.number)) { $0.countries.count == 1 }
    let names = book.claimNames
    // Cells that stand for themselves and whose rates the law gives.
    var rows: [(code: HTSCode, origin: Int, value: Int, duty: Int)] = []
    var plain = Fraction.zero
    var observed = Fraction.zero
    for origin in drawn.origins.indices {
      let country = try #require(drawn.origins[origin].countries.first)
      let published = use.origins.contains(country)
      for cell in drawn.cells[origin] {
        let code = drawn.codes[cell.code]
        guard book.schedule.contains(code, in: edition) else { continue }
        let heading = code.prefix(8).dotted
        let entry = Entry(
          code: code, origin: country, day: on, claims: names.contains(heading) ? [heading] : [])
        let answer = try book.assess(entry)
        guard let rate = answer.total.rate else { continue }
        var claimed = 0
        var preferred = Fraction.zero
        if published, let share = use.share(of: code, from: country) {
          var claiming = entry
          claiming.claims = [share.claim]
          guard let rate = try book.assess(claiming).total.rate else { continue }
          preferred = rate
          claimed = Int(
            (Double(cell.value) * Double(share.units) / Double(ProgrammeUse.scale)).rounded())
        } else if !published {
          // What is inferred is tested on its own.
          plain += rate * Fraction(cell.value)
          rows.append((code, origin, cell.value, 0))
          continue
        }
        rows.append((code, origin, cell.value, cell.duty))
        plain += rate * Fraction(cell.value)
        observed += preferred * Fraction(claimed) + rate * Fraction(cell.value - claimed)
      }
    }
    #expect(rows.count > 200)
    let weights = ImportWeights(
      id: "sample", year: 2024, title: "a sample", origins: drawn.origins, rows: rows)
    let row = try #require(try series(text, text, weights: weights).rows.first)
    #expect(row.total.priced == row.total.value)
    #expect(row.total.duty == plain)

    let published = rows.filter { use.origins.contains(drawn.origins[$0.origin].countries[0]) }
    let claiming = try #require(
      try series(
        text, text, claims: .observed2024,
        weights: ImportWeights(
          id: "sample", year: 2024, title: "a sample", origins: drawn.origins, rows: published)
      ).rows.first)
    // A claimed dollar more or less is a matter of rounding a product of doubles here.
    #expect(abs((claiming.total.duty - observed).doubleValue) <= Double(published.count))
  }

  /// Without claims the columns of the last day of 2024 are the general rates as printed.
  @Test func columnsAreTheGeneralRates() throws {
    let on = try day("2024-12-31")
    let book = try Self.book.get()
    let edition = try #require(book.schedule.edition(on: on))
    let drawn = try sample(600, seed: 7) { $0.key != "RU" }
    var rows: [(code: HTSCode, origin: Int, value: Int, duty: Int)] = []
    var general = Fraction.zero
    var unknown = 0
    for origin in drawn.origins.indices {
      for cell in drawn.cells[origin] {
        let code = drawn.codes[cell.code]
        guard code.chapter < 98,
          let rate = try book.schedule.line(for: code, in: edition)?.general.expression?
            .pureAdValorem
        else { continue }
        // What depends on a fact without a default, or may not enter, has no rate at all.
        let country = try #require(drawn.origins[origin].countries.first)
        let entry = Entry(code: code, origin: country, day: on)
        guard try book.assess(entry).total.rate != nil else {
          unknown += 1
          continue
        }
        general += rate * Fraction(cell.value)
        rows.append((code, origin, cell.value, cell.duty))
      }
    }
    let weights = ImportWeights(
      id: "sample", year: 2024, title: "a sample", origins: drawn.origins, rows: rows)
    #expect(unknown < rows.count / 50)
    let row = try #require(try series("2024-12-31", "2024-12-31", weights: weights).rows.first)
    #expect(row.total.column == general)
    #expect(row.total.duty == row.total.column + row.total.additional)
  }

  /// A specific duty takes the duty collected; it is never zero and says so.
  @Test func aSpecificDutyHasAnEquivalent() throws {
    let origins = [
      ImportWeights.Origin(key: "BR", name: "Brazil", countries: [try #require(CountryCode("BR"))]),
      ImportWeights.Origin(key: "JP", name: "Japan", countries: [try #require(CountryCode("JP"))]),
    ]
    // Pencils: 14 cents a gross and 4.3%.
    let code = try HTSCode("9609.10.00.00")
    let weights = ImportWeights(
      id: "sample", year: 2024, title: "one line", origins: origins,
      rows: [(code, 0, 1_000_000, 60_000), (code, 1, 1_000_000, 50_000)])
    let before = try #require(
      try series("2025-01-02", "2025-01-02", by: .origin, weights: weights).rows.first)
    #expect(before.total.equivalent == 2_000_000)
    #expect(before.total.duty == 110_000)
    // From August the total of Japan is 15 percent, whatever the specific duty comes to.
    let after = try #require(
      try series("2025-09-20", "2025-09-20", by: .origin, weights: weights).rows.first)
    #expect(after.parts[1].tally.duty == 150_000)
    #expect(after.parts[1].tally.additional == 100_000)
  }

  /// A code that is not in the edition is carried to its line and reported; one that nothing stands
  /// for is not priced, and its value is not in the denominator.
  @Test func codesOfAnotherEditionAreCarried() throws {
    let origins = [
      ImportWeights.Origin(key: "DE", name: "Germany", countries: [try #require(CountryCode("DE"))])
    ]
    let weights = ImportWeights(
      id: "sample", year: 2024, title: "two codes", origins: origins,
      rows: [
        (try HTSCode("8482.10.50.99"), 0, 900, 81), (try HTSCode("9999.95.00.00"), 0, 100, 0),
      ])
    let row = try #require(try series("2025-01-02", "2025-01-02", weights: weights).rows.first)
    #expect(row.total.carried == 900)
    #expect(row.total.unpriced == 100)
    #expect(row.total.share(row.total.duty) == Fraction(9, over: 100))
  }

  @Test func claimsLowerTheRateAndStepsGoTheirWay() throws {
    let span = ("2025-03-03", "2026-04-06")
    let none = try series(span.0, span.1)
    let observed = try series(span.0, span.1, claims: .observed2024)
    func rate(_ answer: EffectiveRateAnswer, _ text: String) throws -> Fraction {
      let on = try day(text)
      let row = try #require(answer.rows.last { $0.day <= on })
      return try #require(row.total.share(row.total.duty))
    }
    for (a, b) in zip(none.rows, observed.rows) {
      let (plain, claimed) = (a.total.share(a.total.duty), b.total.share(b.total.duty))
      #expect(try #require(claimed) < #require(plain), "\(a.day)")
      #expect(a.total.low <= a.total.duty, "\(a.day)")
      #expect(a.total.duty <= a.total.high, "\(a.day)")
    }
    for answer in [none, observed] {
      #expect(try rate(answer, "2025-03-03") < rate(answer, "2025-03-04"))
      #expect(try rate(answer, "2025-04-04") < rate(answer, "2025-04-05"))
      #expect(try rate(answer, "2025-04-05") < rate(answer, "2025-04-09"))
      #expect(try rate(answer, "2025-05-14") < rate(answer, "2025-05-03"))
      #expect(try rate(answer, "2025-08-06") < rate(answer, "2025-08-07"))
      #expect(try rate(answer, "2026-02-20") < rate(answer, "2026-02-19"))
      #expect(try rate(answer, "2026-02-20") < rate(answer, "2026-02-24"))
    }
    // The exemption of goods under the agreement began on March 7.
    #expect(try rate(observed, "2025-03-07") < rate(observed, "2025-03-04"))
    #expect(observed.claimed.observedOrigins == ["CA", "MX"])
    #expect(none.claimed.observed == 0 && none.claimed.inferred == 0)
  }

  @Test func threadsDoNotChangeTheAnswer() throws {
    let one = try series("2025-07-30", "2025-08-08", claims: .observed2024, by: .origin, threads: 1)
    let three = try series(
      "2025-07-30", "2025-08-08", claims: .observed2024, by: .origin, threads: 3)
    #expect(one.json.text == three.json.text)
    #expect(one.csv == three.csv)
  }

  @Test func theDocumentHasTheContractsMembers() throws {
    let answer = try series("2025-01-01", "2025-02-10", by: .authority)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.json.text.utf8)) as? [String: Any])
    for member in ["rows", "claims", "weights", "by", "vintage", "collected_2024"] {
      #expect(document[member] != nil, "\(member)")
    }
    let rows = try #require(document["rows"] as? [[String: Any]])
    let days = try Self.book.get().regime.daysOfChange(
      in: day("2025-01-01")...day("2025-02-10"), schedule: Self.book.get().schedule)
    #expect(rows.map { $0["date"] as? String } == days.map { "\($0)" })
    #expect(rows.last?["until"] as? String == "2025-02-10")
    for row in rows {
      for member in ["rate", "additional_rate", "share_priced", "share_unpriced", "parts"] {
        #expect(row[member] != nil, "\(member)")
      }
    }
    let collected = try #require(document["collected_2024"] as? [String: Any])
    #expect(collected["duty"] as? Int == 75_828_780_300)
  }

  /// Lines of 2017 have a rate in a later nomenclature, too.
  @Test func linesOf2017AreCarried() throws {
    let request = EffectiveRateRequest(
      from: try day("2018-12-31"), to: try day("2018-12-31"), weights: "us-imports-2017")
    let then = try #require(
      try EffectiveRateAnswer(request, book: try Self.book.get()).rows.first)
    #expect(
      then.total.share(ofValue: then.total.unpriced).map { $0 < Fraction(2, over: 100) } ?? false)
    var later = request
    (later.first, later.last) = (try day("2025-01-02"), try day("2025-01-02"))
    let now = try #require(try EffectiveRateAnswer(later, book: try Self.book.get()).rows.first)
    #expect(now.total.carried > 0)
    #expect(
      now.total.share(ofValue: now.total.unpriced).map { $0 < Fraction(3, over: 100) } ?? false)
  }

  @Test(
    arguments: [
      ("from", "2025-13-01", "2025-02-01", "us-imports-2024", "none", nil),
      ("weights", "2025-01-01", "2025-02-01", "us-imports-1999", "none", nil),
      ("claims", "2025-01-01", "2025-02-01", "us-imports-2024", "all", nil),
      ("by", "2025-01-01", "2025-02-01", "us-imports-2024", "none", "colour"),
      ("to", "2025-03-01", "2025-02-01", "us-imports-2024", "none", nil),
      ("to", "2025-03-01", "2031-01-01", "us-imports-2024", "none", nil),
      ("claims", "2025-01-01", "2025-01-02", "us-imports-2017", "observed-2024", nil),
    ] as [(String, String, String, String, String, String?)])
  func aRequestThatCannotBeAnsweredNamesItsOption(
    field: String, from: String, to: String, weights: String, claims: String, by: String?
  ) throws {
    let error = #expect(throws: RequestError.self) {
      let request = try EffectiveRateRequest(
        from: from, to: to, weights: weights, claims: claims, by: by)
      _ = try EffectiveRateAnswer(request, book: try Self.book.get())
    }
    #expect(error?.field == field)
  }
}
