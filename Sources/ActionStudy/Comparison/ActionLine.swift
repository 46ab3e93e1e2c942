public import TariffLaw

/// What an action lays on one rate line of the baseline, all origins together.
public struct ActionLine: Hashable, Sendable {
  /// Eight digits, as the baseline numbers the line.
  public let code: HTSCode
  /// Customs value of the imports whose duty changes, dollars a year.
  public internal(set) var imports: Double
  /// Change of the duty on unchanged imports, dollars a year.
  public internal(set) var duty: Double

  /// The change of the rate on average over those imports; `nil` where there are none.
  public var rate: Double? { imports > 0 ? duty / imports : nil }
}
