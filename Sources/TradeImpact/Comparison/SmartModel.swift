/// The World Bank's SMART: every good by itself, imports from several origins as imperfect substitutes.
///
/// Laird and Yeats (1986), "The UNCTAD Trade Policy Simulation Model", UNCTAD Discussion Paper 19;
/// Jammes and Olarreaga (2005), "Explaining SMART and GSIM"; WITS user manual. With x the
/// relative rise of the tariff power, E the elasticity of import demand, S that of export supply:
///
/// - creation from an origin: `M E x / (1 - E / S)`;
/// - diversion: the good's imports are shared out anew, the share of an origin whose duty falls times
///   `1 + sigma |x|`, of one whose duty rises over `1 + sigma x`. For one origin this is the
///   formula of Laird and Yeats; for several at once it keeps the sum over origins at zero and every flow
///   above zero;
/// - the buyers' price rises by `x / (1 - E / S)`, the rest is borne by the foreign seller;
/// - the price effect: where supply is finite the foreign price of an origin changes by `E x / (S - E)`,
///   what its supply asks for its creation, and with it the value of all that it still sells;
/// - what the tool reports as welfare is the triangle of creation, `(t0 + t1) / 2` times creation: here the
///   deadweight loss. What diversion costs shows in the net welfare alone, as duty no longer collected.
///
/// The formulas are linear in the duty, so that creation is held at what is imported.
public struct SmartModel: Sendable {
  /// Of import demand; negative.
  public let demand: Double
  /// Between origins of a good; positive.
  public let substitution: Double
  /// Of export supply; infinite where foreign prices do not move.
  public let supply: Double

  /// - Throws: ``EquilibriumError/parameter(_:)`` when one is out of range.
  public init(demand: Double, substitution: Double, supply: Double) throws(EquilibriumError) {
    guard demand < 0, demand.isFinite else {
      throw .parameter("the elasticity of import demand must be negative")
    }
    guard substitution >= 0, substitution.isFinite else {
      throw .parameter("the elasticity of substitution must not be negative")
    }
    guard supply > 0 else { throw .parameter("the elasticity of export supply must be positive") }
    self.demand = demand
    self.substitution = substitution
    self.supply = supply
  }

  /// What happens to one cell, dollars.
  public struct Flow: Hashable, Sendable {
    public let creation: Double
    public let diversion: Double
  }

  /// The share of a duty that the buyers' price takes.
  var incidence: Double { 1 / (1 - demand / supply) }

  /// The relative change of the foreign price of an origin whose tariff power rises by `rise`; never
  /// below nothing.
  func foreignPrice(_ rise: Double) -> Double { max(-rise * (1 - incidence), -1) }

  /// One good: imports by origin and the relative rise of their tariff powers.
  package func flows(_ imports: [Double], rises: [Double]) -> [Flow] {
    let total = imports.reduce(0, +)
    let weights = zip(imports, rises).map { imports, rise in
      rise < 0 ? imports * (1 - substitution * rise) : imports / (1 + substitution * rise)
    }
    let sum = weights.reduce(0, +)
    return imports.indices.map { origin in
      let diversion = sum > 0 ? total * weights[origin] / sum - imports[origin] : 0
      let creation = imports[origin] * demand * rises[origin] * incidence
      // A linear demand would fall below nothing under a prohibitive duty.
      return Flow(creation: max(creation, -imports[origin] - diversion), diversion: diversion)
    }
  }
}

extension SmartModel {
  /// All goods of a market under new rates, one a cell.
  ///
  /// - Throws: ``EquilibriumError/rate(cell:)`` when a rate is out of range.
  package func outcome(_ market: ImportMarket, _ shock: TariffShock) -> Outcome {
    var found = Outcome(origins: market.originCount)
    var priceEffect = 0.0
    for sector in shock.sectors {
      for index in sector.moved {
        let cells = market.cellsOfProduct[shock.products[index].product]
        let rises = cells.map { (1 + shock.rates[$0]) / (1 + market.baseRate[$0]) - 1 }
        let flows = flows(cells.map { market.value[$0] }, rises: rises)
        for (cell, (flow, rise)) in zip(cells, zip(flows, rises)) {
          let (before, after) = (market.baseRate[cell], shock.rates[cell])
          let old = market.value[cell]
          let price = foreignPrice(rise)
          let effect = price * max(old + flow.creation + flow.diversion, 0)
          let change = max(flow.creation + flow.diversion + effect, -old)
          priceEffect += effect
          found.add(change, at: market.originOfCell[cell], isCharged: after != before)
          found.accounts.revenue += after * (old + change) - before * old
          found.accounts.revenueStatic += (after - before) * old
          let paid = rise * incidence * (1 + before)
          found.accounts.firstOrderLoss += paid * old
          found.accounts.buyersLoss += paid * (old + flow.creation / 2)
          found.accounts.foreignLoss -= price * (old + flow.creation / 2)
          found.accounts.deadweightLoss -= (before + after * (1 + price)) / 2 * flow.creation
        }
      }
    }
    found.priceEffect = priceEffect
    found.passThrough = shock.cell.isEmpty ? nil : incidence
    return found
  }
}
