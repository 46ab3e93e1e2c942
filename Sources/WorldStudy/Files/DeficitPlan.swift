public import TariffLaw

/// A cut of a bilateral deficit that is wanted, and the ways to reach it that are compared.
public struct DeficitPlan: Hashable, Sendable {
  public let id: String
  public let title: String
  public let importer: CountryCode
  public let partner: CountryCode
  /// Dollars a year.
  public let target: Fraction
  /// The year whose published goods trade of the two the base is scaled to; `nil` for the base's own.
  public let scaledTo: Int?
  public let instruments: [Instrument]
  public let notes: String?

  /// A way to reach the cut.
  public enum Instrument: Hashable, Sendable {
    /// One rate added on all goods of the partner.
    case uniformTariff
    /// The goods and rates of an action, scaled.
    case list(String)
    /// What the partner promises to buy, by the name of its table.
    case purchases(String)
    /// The partner's own tariffs on the importer's goods, cut.
    case partnerCuts
    /// An action once more, without the exemptions it granted.
    case exemptions(String)
  }
}
