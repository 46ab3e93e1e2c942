/// Why a text is not a tariff code.
public struct CodeError: Error, Hashable, Sendable {
  /// What is wrong with the text.
  public enum Problem: Hashable, Sendable {
    case notADigit
    case misplacedDot
    case oddLength(Int)
    case tooLong
  }

  public let text: String
  public let problem: Problem
}

extension CodeError: CustomStringConvertible {
  public var description: String {
    let shown = "'\(text.prefix(40))'"
    return switch problem {
    case .notADigit: "\(shown) is not a tariff code: only digits and dots are allowed"
    case .misplacedDot: "\(shown) is not a tariff code: dots go as in 8482.10.50.44"
    case .tooLong: "\(shown) is not a tariff code: it has more than ten digits"
    case .oddLength(let count):
      "\(shown) is not a tariff code: it has \(count) digits, not 4, 6, 8 or 10"
        + (count % 2 == 1 && count > 2 ? " (was a leading zero lost?)" : "")
    }
  }
}
