public import TariffLaw
public import TradeAction
import TradeData

/// The elasticities of a model on a market: their central values, and how they are drawn.
public struct ParameterSpace: Sendable {
  public let central: EquilibriumParameters
  /// How far sigma rests on estimates by good; `nil` where it is one number.
  public let coverage: GoodsElasticities.Coverage?
  package let axes: [ParameterAxis]
  /// Sectors whose omega is set apart.
  private let omegaIsOwn: [Bool]

  /// - Parameters:
  ///   - products: codes of the market's products.
  ///   - sectors: names of the market's sectors, as ``SectorMap`` gives them.
  /// - Throws: ``ActionError`` when the assumptions lack a parameter or set it out of range.
  public init(
    _ assumptions: Assumptions, products: [HTSCode], sectors: [String],
    conversions: SubheadingConversions
  ) throws {
    func parameter(_ name: String) throws(ActionError) -> Assumptions.Parameter {
      guard let found = assumptions[name] else {
        throw ActionError(message: "assumptions '\(assumptions.id)' set no '\(name)'")
      }
      return found
    }
    func single(_ name: String) throws(ActionError) -> Double {
      guard let value = try parameter(name).value, !value.isNaN else {
        throw ActionError(
          message: "assumptions '\(assumptions.id)': '\(name)' must be one number")
      }
      return value
    }
    let sigma = try parameter("sigma")
    let values: [Double]
    if let byGood = sigma.byGood {
      let found = try GoodsElasticities(
        byGood, parameter: "sigma", above: sigma.minimum ?? Self.leastSigma, products: products,
        conversions: conversions)
      values = found.values
      coverage = found.coverage
    } else {
      values = Array(repeating: try single("sigma"), count: products.count)
      coverage = nil
    }
    let omega = try parameter("omega")
    let own = sectors.map { name in
      omega.bySector.first { given in
        given.industries.contains { industry in
          name.split(separator: "-").contains { $0.hasPrefix(industry) }
        }
      }?.value
    }
    omegaIsOwn = own.map { $0 != nil }
    let common = try single("omega")
    central = EquilibriumParameters(
      sigma: values, eta: try single("eta"), kappa: try single("kappa"),
      omega: own.map { $0 ?? common }, homeSupply: try single("home-supply"))
    axes = assumptions.parameters.compactMap { ParameterAxis($0) }
    do {
      try central.check(products: products.count, sectors: sectors.count)
    } catch {
      throw ActionError(message: "assumptions '\(assumptions.id)': \(error)")
    }
  }

  /// Sigma must be above one; estimates closer to it than this are set aside.
  private static let leastSigma = 1.0

  /// The elasticities with each parameter at its share of its distribution; those without a share stay
  /// central.
  ///
  /// - Parameter shares: by the name of the parameter, between 0 and 1.
  package func parameters(at shares: [String: Double]) -> EquilibriumParameters {
    var found = central
    for axis in axes {
      guard let share = shares[axis.name] else { continue }
      let drawn = axis.quantile(share)
      let isFactor = axis.isAssumed
      switch axis.name {
      case "sigma":
        found.sigma =
          isFactor
          // The factor is on what is above one, so that no draw falls to it.
          ? found.sigma.map { 1 + ($0 - 1) * drawn }
          : Array(repeating: max(drawn, Self.nearOne), count: found.sigma.count)
      case "eta": found.eta = Self.apart(isFactor ? found.eta * drawn : drawn)
      case "kappa": found.kappa = Self.apart(isFactor ? found.kappa * drawn : drawn)
      case "omega":
        found.omega = zip(found.omega, omegaIsOwn).map { value, isOwn in
          isFactor ? value * drawn : isOwn ? value : max(drawn, 0)
        }
      case "home-supply":
        found.homeSupply = isFactor ? found.homeSupply * drawn : max(drawn, Self.least)
      default: break
      }
    }
    return found
  }

  /// A draw of every uncertain parameter.
  public func draw(_ index: Int, seed: UInt64) -> EquilibriumParameters {
    let uniform = SeededUniform(seed: seed)
    return parameters(
      at: Dictionary(
        uniqueKeysWithValues: axes.enumerated().map { column, axis in
          (axis.name, uniform(row: index, column: column))
        }))
  }

  private static let nearOne = 1.0001
  private static let least = 1e-3

  /// Positive, and not so close to one that a nest of constant elasticity has no digits left.
  private static func apart(_ value: Double) -> Double {
    let value = max(value, least)
    guard (value - 1).magnitude < 1e-4 else { return value }
    return value < 1 ? 1 - 1e-4 : nearOne
  }
}
