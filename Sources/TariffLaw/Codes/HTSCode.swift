/// A Harmonized Tariff Schedule code: text digits, leading zeros kept.
///
/// Two digits name a chapter, four a heading, six a subheading, eight a rate line, ten a
/// statistical suffix. Codes order as text does, a prefix before what it contains.
public struct HTSCode: Hashable, Sendable {
  /// The digits, left-aligned to ten places, then the length in the last place; so that order is
  /// the order of the text and a prefix sorts just before its children.
  private let packed: UInt64

  /// How many digits the code has: 2, 4, 6, 8 or 10.
  public var length: Int { Int(packed & 0xF) }

  /// Reads digits with or without the customary dots (`8482.10.50.44`, `8482105044`).
  ///
  /// - Throws: ``CodeError`` when a character is not a digit or dot, dots are misplaced, or the
  ///   number of digits is odd, less than two, or more than ten.
  public init(_ text: some StringProtocol) throws(CodeError) {
    var value: UInt64 = 0
    var count = 0
    var lastDot = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        count += 1
        guard count <= 10 else {
          throw CodeError(text: String(text), problem: .tooLong)
        }
        value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "."):
        guard count >= 4, count % 2 == 0, count != lastDot else {
          throw CodeError(text: String(text), problem: .misplacedDot)
        }
        lastDot = count
      default:
        throw CodeError(text: String(text), problem: .notADigit)
      }
    }
    guard lastDot == 0 || lastDot != count else {
      throw CodeError(text: String(text), problem: .misplacedDot)
    }
    guard count >= 2, count % 2 == 0 else {
      throw CodeError(text: String(text), problem: .oddLength(count))
    }
    self.init(digits: value, length: count)
  }

  /// - Precondition: `length` is even, 2 to 10, and `digits` has at most that many digits.
  package init(digits: UInt64, length: Int) {
    packed = (digits * HTSCode.power(10 - length)) << 4 | UInt64(length)
  }

  /// The bytes of the compiled form; see ``init(raw:)``.
  package var raw: UInt64 { packed }

  /// Reads a code as compiled tables hold it; `nil` when no code packs to it.
  public init?(packed: UInt64) { self.init(raw: packed) }

  /// Reads the compiled form back. `nil` when no code packs to it.
  package init?(raw: UInt64) {
    let length = Int(raw & 0xF)
    let digits = raw >> 4
    guard [2, 4, 6, 8, 10].contains(length), digits < 10_000_000_000,
      digits % HTSCode.power(10 - length) == 0
    else { return nil }
    packed = raw
  }

  /// The first `length` digits. The code itself when it is no longer than that.
  public func prefix(_ length: Int) -> HTSCode {
    guard length < self.length else { return self }
    return HTSCode(digits: (packed >> 4) / HTSCode.power(10 - length), length: length)
  }

  /// Whether this code is `other` or contains it.
  public func contains(_ other: HTSCode) -> Bool {
    length <= other.length && other.prefix(length) == self
  }

  /// The digits without dots.
  public var digits: String {
    let plain = String((packed >> 4) / HTSCode.power(10 - length))
    return String(repeating: "0", count: length - plain.count) + plain
  }

  /// The digits with the customary dots (`8482.10.50.44`).
  public var dotted: String {
    let digits = Array(digits.utf8)
    var text: [UInt8] = []
    for (position, digit) in digits.enumerated() {
      if position >= 4, position % 2 == 0 { text.append(UInt8(ascii: ".")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The chapter: the first two digits as a number.
  public var chapter: Int { Int((packed >> 4) / HTSCode.power(8)) }

  private static func power(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}

extension HTSCode: Comparable {
  public static func < (a: HTSCode, b: HTSCode) -> Bool { a.packed < b.packed }
}

extension HTSCode: CustomStringConvertible {
  public var description: String { dotted }
}
