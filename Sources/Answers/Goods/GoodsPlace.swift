public import TariffLaw

/// A code with its words.
public struct GoodsPlace: Hashable, Sendable {
  /// Whose words they are.
  public enum Source: String, Sendable {
    /// The schedule's own.
    case schedule
    /// The name in the Harmonized System of 2017, as the edition has no words at that length.
    case harmonizedSystem = "hs-2017"
    case none
  }

  public let code: HTSCode
  public let text: String
  public let source: Source
  /// The words above it, from the heading down.
  public let context: String
  /// The rate of column 1, general, as printed; `nil` where the code states none.
  public let general: String?
  /// Codes with a rate below it.
  public let below: Int
}
