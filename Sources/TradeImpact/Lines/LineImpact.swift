/// What a duty on one rate line of a partner does, everything else left as it is; dollars a year.
public struct LineImpact: Hashable, Sendable {
  /// Duty on unchanged imports.
  public let duty: Double
  /// Fall of the partner's sales, at customs value.
  public let lostSales: Double
  /// `nil` where the importer's market is not held.
  public let home: Home?

  /// What happens to the importer.
  public struct Home: Hashable, Sendable {
    /// What buyers lose, exactly.
    public let buyersLoss: Double
    /// Change of duty collected over all origins.
    public let revenue: Double
    public let producersGain: Double

    /// What the importer loses in all.
    public var netLoss: Double { buyersLoss - revenue - producersGain }
  }
}
