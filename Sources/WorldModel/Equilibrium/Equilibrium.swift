/// A world after a shock, beside its base.
public struct Equilibrium: Sendable {
  /// What the changes are measured from: the base, without its deficits when the rule says so.
  public let base: WorldBase
  public let shock: WorldShock
  /// The trade elasticity of each sector.
  public let theta: [Double]
  public let options: SolverOptions
  /// Logarithms of new over base, by sector and country when labour is fixed, else by country.
  package let logWages: [Double]
  /// Logarithms of new over base, by sector and country.
  package let logPrices: [Double]
  package let logUnitCosts: [Double]
  /// Net of tariff, by sector, importer, exporter.
  public let trade: [Double]
  /// By sector and country.
  public let output: [Double]
  /// Wages, tariff revenue and deficit, by country.
  public let income: [Double]
  /// By country.
  public let deficit: [Double]
  /// Rounds of all markets that were worked out.
  public let iterations: Int
  /// The largest relative error of any equation: prices, spending, trade balances, labour markets.
  public let residual: Double
  /// The largest excess demand of any country, relative to its value added.
  public let excessDemand: Double
  /// The point the solver stopped at, from which a neighbouring equilibrium is near.
  package let state: [Double]
}
