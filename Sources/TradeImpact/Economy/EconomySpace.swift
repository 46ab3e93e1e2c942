public import TradeAction

/// The assumptions on the home economy: their central values, and how they are drawn.
public struct EconomySpace: Sendable {
  package let axes: [ParameterAxis]
  let assumptions: Assumptions
  private let finalDemand: Double
  private let exportDemand: Double
  private let revenueOffset: Double

  /// - Parameter assumptions: with `final-demand`, `export-demand` and `revenue-offset`.
  /// - Throws: ``ActionError`` naming a parameter that is missing or out of its range.
  public init(_ assumptions: Assumptions) throws(ActionError) {
    func parameter(_ name: String, below limit: Double) throws(ActionError) -> Double {
      guard let value = assumptions.value(name), value >= 0, value < limit else {
        throw ActionError(
          message: "assumptions '\(assumptions.id)' must set '\(name)' from 0 to below \(limit)")
      }
      return value
    }
    self.assumptions = assumptions
    finalDemand = try parameter("final-demand", below: 100)
    exportDemand = try parameter("export-demand", below: 100)
    revenueOffset = try parameter("revenue-offset", below: 1)
    axes = assumptions.parameters.compactMap { ParameterAxis($0) }
  }

  /// The parameters with each assumption at its share of its distribution; those without a share stay
  /// central.
  ///
  /// - Parameters:
  ///   - shares: by the name of the assumption, between 0 and 1.
  ///   - equilibrium: the elasticities of the partial equilibrium they go with.
  package func parameters(
    at shares: [String: Double] = [:], with equilibrium: EquilibriumParameters
  ) -> EconomyParameters {
    func value(_ name: String, _ central: Double) -> Double {
      guard let share = shares[name], let axis = axes.first(where: { $0.name == name }) else {
        return central
      }
      return max(axis.isAssumed ? central * axis.quantile(share) : axis.quantile(share), 0)
    }
    return EconomyParameters(
      kappa: equilibrium.kappa, homeSupply: equilibrium.homeSupply,
      finalDemand: value("final-demand", finalDemand),
      exportDemand: value("export-demand", exportDemand),
      revenueOffset: min(value("revenue-offset", revenueOffset), 1))
  }
}
