/// A code that may have taken the place of another, or from which another may have come.
///
/// The schedule does not say which code follows which: a relative is found by place, words and rate,
/// and is a candidate, not a ruling.
public struct CodeRelative: Hashable, Sendable {
  public let code: HTSCode
  /// The position of the edition it was found in.
  public let edition: Int
  public let basis: Basis
  /// Whether its own words are the same.
  public let hasEqualText: Bool
  /// Whether its general rate is the same.
  public let hasEqualRate: Bool
  /// Whether it begins where the other ends, or ends where the other begins; a code that was there
  /// all along may have taken the other in.
  public let turnsToo: Bool
  /// Its own words.
  public let description: String

  /// Why it was considered, from the closest on.
  public enum Basis: String, Hashable, Sendable {
    case line = "same-line"
    case subheading = "same-subheading"
    case converted = "converted-subheading"
    case mainlyConverted = "mainly-converted-subheading"
    case partlyConverted = "partly-converted-subheading"

    init(_ grade: SubheadingConversions.Grade) {
      switch grade {
      case .whole: self = .converted
      case .main: self = .mainlyConverted
      case .part: self = .partlyConverted
      }
    }

    /// How much the place counts beside words and rate.
    var weight: Double {
      switch self {
      case .line: 1
      case .subheading, .converted: 0.75
      case .mainlyConverted: 0.5
      case .partlyConverted: 0
      }
    }
  }
}
