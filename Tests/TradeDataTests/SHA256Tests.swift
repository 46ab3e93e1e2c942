import TestSupport
import Testing
import TradeData

@Suite struct SHA256Tests {
  /// However the bytes are cut, the digest is that of the whole.
  @Test(arguments: 0..<50)
  func pieces(seed: Int) {
    var random = SplitMix(seed: seed)
    let bytes = (0..<random.below(1000)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    var hash = SHA256()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + random.below(150))
      bytes[start..<end].withUnsafeBytes { hash.update($0) }
      start = end
    }
    #expect(hash.finish() == bytes.withUnsafeBytes { SHA256.hexadecimal($0) })
  }
}
