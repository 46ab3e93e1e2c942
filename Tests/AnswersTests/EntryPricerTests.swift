import TariffLaw
import TestSupport
import Testing
import TradeData

/// Many entries priced together against each assessed alone.
struct EntryPricerTests {
  private static func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  private func randomEntry(_ random: inout SplitMix, _ codes: [HTSCode]) throws -> Entry {
    let origins = [
      "CN", "CA", "MX", "KR", "DE", "JP", "VN", "BY", "CH", "GB", "IN", "BR", "HK", "TR",
    ]
    let origin = try #require(CountryCode(origins[random.below(origins.count)]))
    let first = try #require(Day("2017-01-01"))
    var entry = Entry(
      code: codes[random.below(codes.count)], origin: origin,
      day: first.advanced(by: random.below(3520)))
    if random.below(5) > 0 { entry.value = Fraction(random.below(5_000_000) + 1, over: 100) }
    if random.below(3) == 0 {
      entry.claims = [["USMCA/NAFTA", "KORUS", "FTA", "EXCLUSION", "C"][random.below(5)]]
    }
    if random.below(4) == 0 { entry.facts["steel"] = .number(Fraction(random.below(101))) }
    if random.below(4) == 0 { entry.facts["us-content"] = .number(Fraction(random.below(101))) }
    if random.below(6) == 0 { entry.facts["quota"] = .text("in") }
    if random.below(30) == 0 { entry.facts["ftz-privileged"] = .day(entry.day.advanced(by: -90)) }
    return entry
  }

  @Test(arguments: 0..<8)
  func aPricedEntryIsTheAssessedOne(seed: Int) throws {
    let book = try Self.book()
    var random = SplitMix(seed: seed)
    var codes: [HTSCode] = []
    for edition in [0, 5, 13, 30, book.schedule.editions.count - 1] {
      let all = try book.schedule.lines(in: edition)
      let measured = all.filter { $0.general.expression.map { $0.pureAdValorem == nil } ?? false }
      for _ in 0..<60 { codes.append(all[random.below(all.count)].code) }
      for _ in 0..<20 { codes.append(measured[random.below(measured.count)].code) }
    }
    codes.append(try HTSCode("99999999"))
    let tables = PricingTables(book)
    // A pricer that has seen much must answer as one that has seen nothing.
    let pricer = EntryPricer(tables)
    for _ in 0..<400 {
      var entry = try randomEntry(&random, codes)
      if random.below(2) == 0, let edition = book.schedule.edition(on: entry.day),
        let unit = try book.schedule.line(for: entry.code, in: edition)?.units.first
      {
        entry.quantities[unit] = Fraction(random.below(20_000), over: 10)
      }
      let alone = try book.assess(entry)
      let answer = try pricer.price(entry)
      let priced: PricedEntry
      let duty: Fraction?
      switch answer.source {
      case .own(let own):
        priced = own
        duty = own.total.duty
      case .shared(let position):
        priced = pricer.shared[position]
        duty = entry.value.flatMap { priced.duty(on: $0) } ?? priced.total.duty
      }
      let name = "\(entry.code) \(entry.origin) \(entry.day) \(entry.claims) \(entry.facts)"
      #expect(priced.status == alone.status, "\(name)")
      #expect(priced.total.rate == alone.total.rate, "\(name)")
      #expect(priced.total.additionalRate == alone.total.additionalRate, "\(name)")
      #expect(priced.total.rateLow == alone.total.rateLow, "\(name)")
      #expect(priced.total.rateHigh == alone.total.rateHigh, "\(name)")
      #expect(duty == alone.total.duty, "\(name)")
    }
  }

  /// Safeguards by the price of a kilogram: without a quantity entries of any value share an answer, with one
  /// none do.
  @Test func aSafeguardByPriceAnswersEachValue() throws {
    let book = try Self.book()
    let pricer = EntryPricer(PricingTables(book))
    var random = SplitMix(seed: 3)
    var shared = 0
    for code in ["0202308000", "1701145000", "0405102000"] {
      for _ in 0..<25 {
        var entry = Entry(
          code: try HTSCode(code), origin: try #require(CountryCode("BR")),
          day: try #require(Day("2023-06-05")))
        if random.below(6) > 0 { entry.value = Fraction(random.below(500_000) + 1, over: 100) }
        if random.below(2) == 0 {
          entry.quantities[QuantityUnit(name: "kg")] = Fraction(random.below(2000) + 1)
        }
        let alone = try book.assess(entry)
        let answer = try pricer.price(entry)
        let priced: PricedEntry
        switch answer.source {
        case .own(let own): priced = own
        case .shared(let position):
          priced = pricer.shared[position]
          shared += 1
        }
        #expect(priced.status == alone.status)
        #expect(priced.total.rate == alone.total.rate)
        #expect(priced.total.duty == alone.total.duty)
        #expect(priced.total.rateLow == alone.total.rateLow)
        #expect(priced.total.rateHigh == alone.total.rateHigh)
      }
    }
    #expect((20..<60).contains(shared))
  }

  /// A line of eight digits of which no list names a part is answered like one that is not divided.
  @Test func linesOfEightDigitsShareAnswers() throws {
    let book = try Self.book()
    let pricer = EntryPricer(PricingTables(book))
    var random = SplitMix(seed: 8)
    let edition = book.schedule.editions.count - 1
    let lines = try book.schedule.lines(in: edition).filter { $0.code.length == 8 }
    var shared = 0
    for _ in 0..<300 {
      let entry = Entry(
        code: lines[random.below(lines.count)].code,
        origin: try #require(CountryCode(["CN", "DE", "MX", "BR"][random.below(4)])),
        day: try #require(Day("2026-06-30")).advanced(by: random.below(30)), value: 1000)
      let alone = try book.assess(entry)
      let priced: PricedEntry
      switch try pricer.price(entry).source {
      case .own(let own): priced = own
      case .shared(let position):
        priced = pricer.shared[position]
        shared += 1
      }
      #expect(priced.status == alone.status, "\(entry.code)")
      #expect(priced.total.rate == alone.total.rate, "\(entry.code)")
      #expect(priced.total.rateLow == alone.total.rateLow, "\(entry.code)")
      #expect(priced.total.rateHigh == alone.total.rateHigh, "\(entry.code)")
    }
    #expect(shared > 240)
  }
}
