/// What a shock does to one sector of one country.
///
/// Changes are percent of the base, and `nil` where the base has nothing to measure them from.
public struct SectorOutcome: Sendable {
  public let country: WorldCountry
  public let sector: WorldSector
  /// Gross output, net of tariff.
  public let output: AmountChange
  /// Output over unit cost: the quantity made.
  public let realOutput: Double?
  public let valueAdded: AmountChange
  /// Zero when labour is fixed.
  public let employment: Double?
  public let wage: Double?
  public let unitCost: Double?
  /// What buyers pay, tariff included, over all sellers.
  public let price: Double?
  public let exports: AmountChange
  public let imports: AmountChange
}
