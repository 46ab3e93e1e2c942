/// A country or customs territory by its two-letter ISO 3166-1 code (`CN`).
///
/// The engine gives no code a meaning: which codes exist, and which belong together, is data.
public struct CountryCode: Hashable, Sendable {
  package let raw: UInt16

  /// Reads two letters; lower case is folded to upper.
  ///
  /// - Returns: `nil` when the text is not two ASCII letters.
  public init?(_ text: some StringProtocol) {
    var value: UInt16 = 0
    var count = 0
    for byte in text.utf8 {
      let upper = byte >= UInt8(ascii: "a") ? byte &- 32 : byte
      guard upper >= UInt8(ascii: "A"), upper <= UInt8(ascii: "Z"), count < 2 else { return nil }
      value = value << 8 | UInt16(upper)
      count += 1
    }
    guard count == 2 else { return nil }
    raw = value
  }

  /// Reads two capital letters.
  package init?(letters first: UInt8, _ second: UInt8) {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard capitals.contains(first), capitals.contains(second) else { return nil }
    raw = UInt16(first) << 8 | UInt16(second)
  }

  package init?(raw: UInt16) {
    let text = String(decoding: [UInt8(raw >> 8), UInt8(raw & 0xFF)], as: UTF8.self)
    guard let code = CountryCode(text), code.raw == raw else { return nil }
    self = code
  }

  public var text: String {
    String(decoding: [UInt8(raw >> 8), UInt8(raw & 0xFF)], as: UTF8.self)
  }
}

extension CountryCode: Comparable {
  public static func < (a: CountryCode, b: CountryCode) -> Bool { a.raw < b.raw }
}

extension CountryCode: CustomStringConvertible {
  public var description: String { text }
}
