public import WorldModel

/// A world after a shock, as the surfaces show it.
public struct EquilibriumAnswer: Sendable {
  public let equilibrium: Equilibrium
  /// Where the base was read.
  public let base: String
  /// Where the shock was read.
  public let shock: String
  /// The set of trade elasticities; the base's own when empty.
  public let thetaSet: String
  /// Whether each sector is shown.
  public let withSectors: Bool
  /// Pairs of countries whose trade is shown both ways, by place in the base.
  public let pairs: [(Int, Int)]
  /// Rates that the shock changes, and their trade in the base as it was read.
  let changed: (flows: Int, value: Double)
  /// Of them, those without trade in the base, and those of services.
  let untraded: Int
  let services: Int

  /// - Parameter read: the base as it was read, before deficits were taken out of it.
  public init(
    _ equilibrium: Equilibrium, read: WorldBase, base: String, shock: String, thetaSet: String,
    withSectors: Bool, pairs: [(Int, Int)]
  ) {
    self.equilibrium = equilibrium
    self.base = base
    self.shock = shock
    self.thetaSet = thetaSet
    self.withSectors = withSectors
    self.pairs = pairs
    changed = equilibrium.shock.changed(from: read)
    let flows = equilibrium.shock.tariffs.indices.filter {
      equilibrium.shock.tariffs[$0] != read.tariffs[$0]
    }
    untraded = flows.count { read.trade[$0] == 0 }
    let square = read.countryCount * read.countryCount
    services = flows.count { !read.sectors[$0 / square].isTradable }
  }

  /// What the rule assumes, in words.
  var deficitText: String { equilibrium.options.deficits.words }

  /// What the reader should know beside the figures.
  var warnings: [String] {
    var warnings: [String] = []
    if changed.flows == 0 {
      warnings.append("the shock changes no rate: every rate in it is the base's")
    }
    if untraded > 0 {
      warnings.append(
        "\(untraded) of the rates changed are of flows without trade in the base; they stay without"
      )
    }
    if services > 0 {
      warnings.append(
        "\(services) of the rates changed are of sectors that the base does not mark as goods")
    }
    let base = equilibrium.base
    for (place, theta) in equilibrium.theta.enumerated() where theta > 30 {
      warnings.append(
        "sector \(base.sectors[place].code) has a trade elasticity of \(Amount.fixed(theta, 2)): "
          + "small differences of cost move nearly all its trade")
    }
    return warnings
  }

  /// The set of trade elasticities by name.
  var thetaName: String { thetaSet.isEmpty ? "the base's own" : thetaSet }
}
