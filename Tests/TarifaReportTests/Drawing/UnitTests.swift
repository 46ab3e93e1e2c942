import TarifaReport
import Testing

struct UnitTests {
  @Test(arguments: [
    (Unit.dollars, 34_794_611_824.0, "$34.8 bn"), (.dollars, -7_596_239_594, "-$7.6 bn"),
    (.dollars, 999_600_000, "$1 bn"), (.dollars, 999_999, "$1 m"), (.dollars, 999_400, "$999,400"),
    (.dollars, 174.17, "$174"), (.dollars, 87.105, "$87.1"), (.dollars, 0, "$0"),
    (.dollars, 1.2e15, "$1,200 tn"), (.dollars, 8.25e8, "$825 m"), (.money, 3400, "$3,400"),
    (.money, -12.5, "-$12.50"), (.share, 0.34, "34%"), (.share, 0.0775, "7.75%"),
    (.share, 0.333333333333, "33.33%"), (.share, 1.79, "179%"), (.share, 0, "0%"),
    (.percent, 0.1654, "0.165%"), (.percent, -3.3802, "-3.38%"),
    (.count("jobs"), -213_855.12, "-213,855 jobs"), (.whole, 12.6, "13"), (.plain, 2.5, "2.5"),
  ])
  func numbersHaveTheirUnit(unit: Unit, value: Double, words: String) {
    #expect(unit.words(value) == words)
  }
}
