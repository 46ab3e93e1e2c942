import TariffLaw
import TestSupport
import Testing

struct CodeFuzzTests {
  /// What reads as a code, a day or a number reads the same from its own text.
  @Test(arguments: 0..<500)
  func anyText(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let seeds = ["8482.10.50.44", "0101", "2018-07-06", "1234.56", "-0.5", "33 1/3", "CN"]
    let bytes = damaged(
      Array(seeds[seed % seeds.count].utf8), pieces: ["0", ".", "-", "99999999999999999999", " "],
      with: &random)
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let code = try HTSCode(text)
      #expect(try HTSCode(code.dotted) == code)
      #expect(try HTSCode(code.digits) == code)
    } catch {
      #expect(!"\(error)".isEmpty)
    }
    if let day = Day(text) { #expect(Day("\(day)") == day) }
    if let number = Fraction(decimal: text), number.isDefined {
      #expect(Fraction(decimal: number.decimalText()) != nil)
    }
    if let country = CountryCode(text) { #expect(CountryCode(country.text) == country) }
  }
}
