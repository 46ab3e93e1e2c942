import TabularText
import TestSupport
import Testing

struct CSVFuzzTests {
  /// Any bytes are records or an error with a place.
  @Test(arguments: 0..<500)
  func anyBytes(seed: Int) {
    var random = SplitMix(seed: seed)
    let alphabet = Array("a,\"\r\n\u{FEFF}\u{0}=é".utf8)
    let bytes = (0..<random.below(80)).map { _ in alphabet[random.below(alphabet.count)] }
    var reader = CSVReader(bytes)
    var records = 0
    do {
      while try reader.next() != nil {
        records += 1
        #expect(records <= bytes.count + 1)
      }
    } catch {
      #expect(error.line >= 1 && error.column >= 1)
    }
  }
}
