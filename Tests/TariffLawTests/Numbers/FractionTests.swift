import TariffLaw
import TestSupport
import Testing

struct FractionTests {
  @Test func decimalsReadExactly() {
    #expect(Fraction(decimal: "0.020668") == Fraction(20668, over: 1_000_000))
    #expect(Fraction(decimal: "1,234.50") == Fraction(2469, over: 2))
    #expect(Fraction(decimal: "-3") == Fraction(-3))
    for text in ["", ".", "1.", "1,23", "1e5", "+1", "--1", "12,34.5", "1.2.3", "٣"] {
      #expect(Fraction(decimal: text) == nil, "\(text)")
    }
  }

  @Test func moneyRoundsHalfUp() {
    #expect(Fraction(decimal: "0.005")?.moneyText == "0.01")
    #expect(Fraction(decimal: "0.0049")?.moneyText == "0.00")
    #expect(Fraction(decimal: "-2.345")?.moneyText == "-2.35")
    #expect((Fraction(1, over: 3) * 100).moneyText == "33.33")
  }

  @Test func overflowIsUndefinedNotWrong() {
    var big = Fraction(Int.max)
    for _ in 0..<4 { big = big * Fraction(Int.max) }
    #expect(!big.isDefined)
    #expect(!(big + 1).isDefined)
    #expect(!(Fraction(1) / 0).isDefined)
  }

  @Test(arguments: 0..<200)
  func arithmeticAgreesWithCrossMultiplication(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    func small() -> Int { Int(random.next() % 2001) - 1000 }
    let (a, b, c, d) = (small(), max(1, abs(small())), small(), max(1, abs(small())))
    let x = Fraction(a, over: b)
    let y = Fraction(c, over: d)
    #expect(x + y == Fraction(a * d + c * b, over: b * d))
    #expect(x * y == Fraction(a * c, over: b * d))
    #expect((x < y) == (a * d < c * b))
    #expect(x - x == 0)
  }
}
