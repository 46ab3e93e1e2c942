import Testing
import TestSupport
import TradeStore

@Suite struct AmountTextTests {
  func read(_ text: String) -> AmountText {
    Array(text.utf8).withUnsafeBufferPointer { AmountText($0) }
  }

  @Test(arguments: [
    ("0", 0), ("1234567", 123_456_700), ("1,234,567", 123_456_700), (" $12.5 ", 1250),
    ("106500.0", 10_650_000), ("0.005", 1), ("0.004", 0), ("-0", 0), ("007", 700),
  ])
  func amounts(text: String, cents: Int) { #expect(read(text) == .hundredths(cents)) }

  @Test(arguments: ["", " ", "(D)", "(d)", "(S)", "(NA)", "NA", "N/A", "null"])
  func unknownIsNotZero(text: String) { #expect(read(text) == .unknown) }

  @Test(arguments: ["-5", "(5)", "-1,234.50", "-$3"])
  func negative(text: String) { #expect(read(text) == .negative) }

  @Test(arguments: [
    "1.2E+07", "12,34", "1,2345", ",123", "1,", "1.", ".5", "abc", "1 000", "0x1F", "=1+1", "+5",
    "١٢", "--5", "()", "$", "1.2.3", "1,234,56", "1234,567", "1,23,456", "D", "-",
  ])
  func unreadable(text: String) { #expect(read(text) == .unreadable) }

  @Test func tooLarge() {
    #expect(read("99999999999999") == .tooLarge)
    #expect(read(String(repeating: "9", count: 400)) == .tooLarge)
  }

  /// Whatever is written with separators and two decimals is read back to the cent.
  @Test(arguments: 0..<50)
  func writtenAmountsComeBack(seed: Int) {
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      let cents = random.below(100_000_000_000_000)
      #expect(read(Dollars.text(cents: cents)) == .hundredths(cents))
    }
  }
}
