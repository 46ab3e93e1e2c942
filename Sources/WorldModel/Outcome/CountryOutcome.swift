/// What a shock does to one country.
///
/// Changes are percent of the base unless said. Amounts are in the base's money, with the world's value
/// added held constant.
public struct CountryOutcome: Sendable {
  public let country: WorldCountry
  /// Households' income over their price index: welfare, exactly.
  public let realIncome: Double
  /// The wage over the price index; the mean wage, weighted by base labour, when labour is fixed.
  public let realWage: Double
  public let priceIndex: Double
  /// Changes of unit costs of exports less imports, weighted by base trade, over base income; Caliendo and
  /// Parro (2015), equation 16, with changes as new over base less one.
  public let termsOfTrade: Double
  /// Base tariff times base imports times the change of imports less that of cost, over base income; the
  /// same equation's second term.
  public let volumeOfTrade: Double
  /// The sum of the two: welfare to the first order.
  public var linearWelfare: Double { termsOfTrade + volumeOfTrade }
  public let exports: AmountChange
  public let imports: AmountChange
  public let revenue: AmountChange
  /// Exports less imports: assumed by the deficit rule, not found.
  public let balance: AmountChange
}
