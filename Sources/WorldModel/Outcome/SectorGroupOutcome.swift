/// What a shock does to several sectors of one country together.
///
/// Changes are percent of the base, and `nil` where the base has nothing to measure them from.
public struct SectorGroupOutcome: Sendable {
  public let country: WorldCountry
  public let output: AmountChange
  /// The quantities made, weighted by base output.
  public let realOutput: Double?
  public let valueAdded: AmountChange
  /// Weighted by base labour, which is counted at base wages.
  public let employment: Double?
  public let exports: AmountChange
  public let imports: AmountChange

  /// - Parameter sectors: of one country, at least one.
  init(_ country: WorldCountry, _ sectors: [SectorOutcome]) {
    func sum(_ amount: (SectorOutcome) -> AmountChange) -> AmountChange {
      AmountChange(
        before: sectors.reduce(0) { $0 + amount($1).before },
        after: sectors.reduce(0) { $0 + amount($1).after })
    }
    func mean(
      _ change: (SectorOutcome) -> Double?, _ weight: (SectorOutcome) -> AmountChange
    ) -> Double? {
      let total = sum(weight).before
      guard total > 0 else { return nil }
      return sectors.reduce(0) { $0 + (change($1) ?? 0) * weight($1).before } / total
    }
    self.country = country
    output = sum(\.output)
    realOutput = mean(\.realOutput, \.output)
    valueAdded = sum(\.valueAdded)
    employment = mean(\.employment, \.valueAdded)
    exports = sum(\.exports)
    imports = sum(\.imports)
  }
}
