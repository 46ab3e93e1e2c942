public import TariffLaw

/// A rate line of the importer, with what it buys there from the partner.
public struct TradeLine: Hashable, Sendable {
  /// Eight digits.
  public let code: HTSCode
  /// Position of its sector in ``LineModel/sectors``.
  public let sector: Int
  /// Imports from the partner, dollars a year.
  public let value: Double
  /// Imports from all origins; `nil` where only the partner's are held.
  public let imports: Double?
  /// The part of the partner's value that rests on fitted or split figures.
  public let fitted: Double

  /// The share of the imports that comes from the partner; `nil` where it is not known.
  public var partnerShare: Double? { imports.map { $0 > 0 ? value / $0 : 0 } }
}
