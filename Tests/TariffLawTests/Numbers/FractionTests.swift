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

  /// Numbers of more than 64 bits come to lowest terms as well, whichever side has more of them.
  @Test(arguments: 0..<200)
  func largeNumbersAreReduced(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    func number(_ bits: UInt64) -> Int128 { Int128(random.next() >> (64 - bits)) | 1 }
    let common = number(40) * number(20)
    let (top, bottom) = (number(5 + UInt64(seed % 55)), number(60 - UInt64(seed % 55)))
    let fraction = Fraction(reducing: common * top, common * bottom)
    var (x, y) = (fraction.numerator, fraction.denominator)
    while y != 0 { (x, y) = (y, x % y) }
    #expect(x == 1)
    #expect(fraction.numerator * bottom == fraction.denominator * top)
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
