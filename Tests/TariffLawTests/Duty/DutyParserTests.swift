import TariffLaw
import TestSupport
import Testing

struct DutyParserTests {
  private func parts(_ text: String) -> [DutyExpression.Part]? {
    DutyText(parsing: text).expression?.parts
  }

  private func unit(_ name: String) throws -> QuantityUnit {
    try #require(QuantityUnit(spelling: name))
  }

  @Test func everyShapeOfTheScheduleReads() throws {
    let kg = try unit("kg")
    let each = try unit("each")
    #expect(parts("Free") == [])
    #expect(parts("6.5%") == [.adValorem(Fraction(65, over: 1000), of: .value)])
    #expect(parts("33 1/3%") == [.adValorem(Fraction(1, over: 3), of: .value)])
    #expect(parts("1.5 cents/kg") == [.specific(.init(amount: Fraction(15, over: 1000), unit: kg))])
    #expect(
      parts("$1.104/kg + 14.9%") == [
        .specific(.init(amount: Fraction(1104, over: 1000), unit: kg)),
        .adValorem(Fraction(149, over: 1000), of: .value),
      ])
    #expect(
      parts("44¢ each + 6% on the case + 14% on the strap, band or bracelet + 5.3% on the battery")
        == [
          .specific(.init(amount: Fraction(44, over: 100), unit: each)),
          .adValorem(Fraction(6, over: 100), of: .component("case")),
          .adValorem(Fraction(14, over: 100), of: .component("strap")),
          .adValorem(Fraction(53, over: 1000), of: .component("battery")),
        ])
    #expect(
      parts("8.8¢/kg on copper content + 3.3¢/kg on lead content") == [
        .specific(.init(amount: Fraction(88, over: 1000), unit: kg, measured: "copper")),
        .specific(.init(amount: Fraction(33, over: 1000), unit: kg, measured: "lead")),
      ])
    #expect(
      parts("43¢ each + 2.8¢/jewel over 7 + 3.7% on the case")?[1]
        == .specific(
          .init(amount: Fraction(28, over: 1000), unit: try unit("jewel"), freeUnits: 7)))
    #expect(
      parts("18.5¢/ liter + $1.32/pf. liter on ethyl alcohol content")?.count == 2)
    #expect(parts("22¢/kg on drained weght + 45%")?.count == 2)
    for spelling in ["t", "ton", "kg", "g", "l", "m", "no.", "pf. liter", "doz. prs.", "1,000"] {
      #expect(
        parts("$1/\(spelling) on drained weight + 2% on the case") == [
          .specific(.init(amount: 1, unit: try unit(spelling), measured: "drained-weight")),
          .adValorem(Fraction(2, over: 100), of: .component("case")),
        ], "\(spelling)")
    }
    #expect(
      parts(
        "1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 0.943854¢/kg"
      ) == [
        .byDegree(
          .init(
            amount: Fraction(14606, over: 1_000_000), step: Fraction(20668, over: 100_000_000),
            reference: 100, floor: Fraction(943_854, over: 100_000_000), unit: kg))
      ])
    // A misprint and a sign in words are such in either case, as what they name is.
    for text in ["5.5¢/M2of tile", "5.5 CENTS/m2OF tile", "5.5Cents / m2 of tile"] {
      #expect(
        parts(text) == [
          .specific(.init(amount: Fraction(55, over: 1000), unit: try unit("m2"), measured: "tile"))
        ], "\(text)")
    }
    #expect(DutyText(parsing: "Free, under bond").expression?.condition == "under bond")
  }

  @Test(arguments: [
    "See additional U.S. note 1", "The rate applicable in the absence of this heading", "", "%",
    "5", "5% +", "$1.21kg", "about 5%", "5%%", "-5%", "0.022", "5% /",
    "123456789012345678.123456789012%", "1 1/9223372036854775807¢/kg",
    "5¢/kg less 1¢/kg for each degree under 123456789012345678.123456789012 but not less than 1¢/kg",
  ])
  func whatIsNotUnderstoodStaysTextAndIsNeverFree(text: String) {
    #expect(DutyText(parsing: text).expression == nil)
  }

  /// A share of the value is one of the whole, and no component of that name.
  @Test(arguments: ["5% of the value", "5 percent of value", "5% on the value, whatever it is"])
  func theValueIsTheWhole(text: String) {
    #expect(parts(text) == [.adValorem(Fraction(5, over: 100), of: .value)])
  }

  @Test func everyFootnoteMarkAtTheEndFallsAway() {
    #expect(DutyText(parsing: "5% 1/ 2/").text == "5%")
    #expect(DutyText(parsing: "See note 1/ 2/").text == "See note")
  }

  @Test func aSpaceBeforeAnAccentIsASpace() {
    let duty = DutyText(parsing: "5%\r\u{350}x  y")
    #expect(duty.text == "5% \u{350}x y")
    #expect(DutyText(parsing: duty.text) == duty)
  }

  @Test func aMarkWithinANameIsALetterOfIt() {
    let name = "i-\u{7A6}-x"
    #expect(
      parts("5% on i \u{7A6} x") == [.adValorem(Fraction(5, over: 100), of: .component(name))])
    #expect(parts("5% on \(name)") == parts("5% on i \u{7A6} x"))
  }

  @Test func aBracketThatStaysOpenBelongsToTheText() {
    #expect(
      SpecialRates(parsing: "Free (KR) 3.7¢/kg (").groups == [
        .init(rate: .parsed(.free, text: "Free"), indicators: ["KR"]),
        .init(rate: .unparsed(text: "3.7¢/kg ("), indicators: []),
      ])
  }

  @Test("An accent after a bracket or a space belongs to neither")
  func accentsInTheSpecialColumn() {
    let spaced = SpecialRates(parsing: "3%(A+,AU) \u{351}x")
    #expect(spaced.groups.map(\.indicators) == [["A+", "AU"], []])
    #expect(SpecialRates(parsing: "3%(A+,AU)\u{351}x") == spaced)
    #expect(SpecialRates(parsing: "3% (\u{351}KR)").groups.map(\.indicators) == [[]])
  }

  @Test func specialColumnsSplitIntoGroups() {
    let column = SpecialRates(
      parsing: "Free (BH,CL,JO, MX) 66.2¢/kg + 8.9% (PA) See 9912.04.30-9912.04.31 (MA)3.6%(KR)(s)")
    #expect(column["MX"]?.expression == .free)
    #expect(column["PA"]?.expression?.parts.count == 2)
    #expect(column["KR"]?.expression == .adValorem(Fraction(36, over: 1000)))
    #expect(column["MA"]?.expression == nil)
    #expect(column["MA"]?.text == "See 9912.04.30-9912.04.31")
    #expect(column["CA"] == nil)
    #expect(SpecialRates(parsing: "Free(A*,BH,E*,P+)")["A*"]?.expression == .free)
  }

  /// Prints random sums and reads them back.
  @Test(arguments: 0..<300)
  func printedDutiesReadBack(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let units = ["kg", "liter", "bbl", "doz", "m2", "head", "pf. liter"]
    var texts: [String] = []
    var expected: [DutyExpression.Part] = []
    for _ in 0...(random.next() % 3) {
      let amount = Fraction(Int(random.next() % 100_000) + 1, over: 1000)
      switch random.next() % 3 {
      case 0:
        texts.append("\(amount.decimalText())%")
        expected.append(.adValorem(amount / 100, of: .value))
      case 1:
        texts.append("\(amount.decimalText())% on the battery")
        expected.append(.adValorem(amount / 100, of: .component("battery")))
      default:
        let name = units[Int(random.next() % UInt64(units.count))]
        guard let unit = QuantityUnit(spelling: name) else { continue }
        texts.append("$\(amount.decimalText())/\(name)")
        expected.append(.specific(.init(amount: amount, unit: unit)))
      }
    }
    #expect(parts(texts.joined(separator: " + ")) == expected)
  }

  /// Mutated texts of the schedule never crash the parser, and what it reads it reads the same
  /// from its own text.
  @Test(arguments: 0..<500)
  func damagedTextsAreHarmless(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let seeds = [
      "44¢ each + 6% on the case", "1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees",
      "Free (A+,AU) 3% (KR)", "33 1/3%", "$1.32/pf. liter on ethyl alcohol content",
    ]
    var bytes = Array(seeds[seed % seeds.count].utf8)
    for _ in 0..<(random.next() % 6) {
      let place = Int(random.next() % UInt64(bytes.count))
      bytes[place] = UInt8(truncatingIfNeeded: random.next())
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let duty = DutyText(parsing: text)
    #expect(DutyText(parsing: duty.text) == duty)
    #expect(SpecialRates(parsing: text).indicators.allSatisfy { !$0.isEmpty })
  }
}
