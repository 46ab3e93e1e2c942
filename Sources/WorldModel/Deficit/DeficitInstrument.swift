import Foundation

/// A way to cut a bilateral deficit, used more or less.
public struct DeficitInstrument: Sendable {
  public let name: String
  /// What one unit of use is, in words.
  public let unit: String
  /// The most it can be used.
  public let most: Double
  /// The tariffs at a use from zero to ``most``.
  package let shock: @Sendable (Double) -> WorldShock

  package init(
    name: String, unit: String, most: Double, shock: @escaping @Sendable (Double) -> WorldShock
  ) {
    self.name = name
    self.unit = unit
    self.most = most
    self.shock = shock
  }

  /// A rate added on all goods of the partner; up to tenfold the price.
  public static func uniformTariff(
    _ base: WorldBase, importer: Int, partner: Int
  ) -> DeficitInstrument {
    let flows = base.goodsFlows(importer: importer, exporter: partner)
    return DeficitInstrument(
      name: "uniform tariff", unit: "rate added on all goods of the partner", most: 10
    ) { rate in
      var shock = WorldShock(base)
      for flow in flows { shock.tariffs[flow] += rate }
      return shock
    }
  }

  /// The changes of an action, scaled.
  public static func action(
    _ name: String, _ action: WorldShock, _ base: WorldBase
  ) -> DeficitInstrument {
    DeficitInstrument(name: name, unit: "multiple of the action's rates", most: 10) { factor in
      var shock = WorldShock(base)
      for flow in shock.tariffs.indices {
        shock.tariffs[flow] += factor * (action.tariffs[flow] - base.tariffs[flow])
      }
      return shock
    }
  }

  /// The partner's own tariffs on the importer's goods, cut; all of them at most.
  public static func partnerCuts(
    _ base: WorldBase, importer: Int, partner: Int
  ) -> DeficitInstrument {
    let flows = base.goodsFlows(importer: partner, exporter: importer)
    return DeficitInstrument(
      name: "partner's tariff cuts", unit: "share of the partner's tariffs removed", most: 1
    ) { share in
      var shock = WorldShock(base)
      for flow in flows { shock.tariffs[flow] *= 1 - share }
      return shock
    }
  }
}
