import TariffLaw
import TradeData

/// The words for a good in a notice.
public struct GoodsDescription: Hashable, Sendable {
  /// Whose words they are.
  public enum Source: String, Sendable {
    /// The schedule's own.
    case schedule
    /// The name of the subheading in HS 2017, as the schedule held has no words.
    case subheading = "hs6-name"
    case none
  }

  public let text: String
  public let source: Source

  /// The schedule's words: where an edition words a code below others, with all that stands above it, so
  /// that "Other" says of what.
  init(_ line: RateLine?, _ code: HTSCode, _ system: HarmonizedSystem) {
    if let line, !line.description.isEmpty {
      let levels = line.context.components(between: " > ") + [line.description]
      text = levels.filter { !$0.isEmpty }.map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 }
        .joined(separator: ": ")
      source = .schedule
    } else if let name = system.name(of: code) {
      text = name
      source = .subheading
    } else {
      text = ""
      source = .none
    }
  }
}

extension String {
  /// The pieces of a text between separators.
  fileprivate func components(between separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    pieces.append(String(rest))
    return pieces
  }
}
