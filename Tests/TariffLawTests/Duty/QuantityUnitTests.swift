import TariffLaw
import Testing

@Suite struct QuantityUnitTests {
  @Test func spellingsOfTheScheduleAreOneUnit() {
    for spelling in ["KG", "kgs", "Kilograms", "kg."] {
      #expect(QuantityUnit(spelling: spelling)?.name == "kg")
    }
    #expect(QuantityUnit(spelling: "doz. prs.") == QuantityUnit(spelling: "dozen pairs"))
    #expect(QuantityUnit(spelling: "zorkmid") == nil)
  }

  @Test func unitsOfOneMeasureAreConverted() throws {
    let (kg, ton) = (
      try #require(QuantityUnit(spelling: "kg")), try #require(QuantityUnit(spelling: "t"))
    )
    #expect(ton.factor(to: kg) == 1000)
    #expect(kg.factor(to: ton) == Fraction(1, over: 1000))
    let pairs = try #require(QuantityUnit(spelling: "prs"))
    #expect(pairs.factor(to: kg) == nil)
  }
}
