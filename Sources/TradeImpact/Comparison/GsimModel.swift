/// The Global Simulation Model of one industry: Francois and Hall (2003), "Global Simulation Analysis of
/// Industry-Level Trade Policy".
///
/// Changes are relative and linear around the base. With E the demand elasticity of the composite, s the
/// elasticity of substitution, X that of supply, theta the shares of an importer's spending at prices
/// with the tariff, phi the shares of an exporter's sales, T the relative change of the tariff power:
///
/// - demand of importer v for exporter r: `sum over q of N_rq (p_q + T_vq)`, where
///   `N_rq = theta_q (E + s)`, less s where q is r;
/// - supply of exporter r: `X p_r`; the world prices p clear every exporter's market.
///
/// These shares and this linear form give the four world prices of the published example to four digits.
public struct GsimModel: Sendable {
  /// Of the composite; negative.
  public let demand: Double
  public let supply: Double
  public let substitution: Double

  /// - Throws: ``EquilibriumError/parameter(_:)`` when one is out of range.
  public init(demand: Double, supply: Double, substitution: Double) throws(EquilibriumError) {
    guard demand < 0, demand.isFinite else {
      throw .parameter("the elasticity of demand must be negative")
    }
    guard supply > 0, supply.isFinite else {
      throw .parameter("the elasticity of supply must be positive and finite")
    }
    guard substitution > 0, substitution.isFinite else {
      throw .parameter("the elasticity of substitution must be positive")
    }
    self.demand = demand
    self.supply = supply
    self.substitution = substitution
  }

  /// What a change of tariffs does to an industry of the world.
  public struct Response: Sendable {
    /// Relative change of the world price of each exporter's good.
    public let worldPrice: [Double]
    /// Relative change of the quantity of each flow, exporter by importer.
    public let quantity: [[Double]]
    /// Relative change of the price of each importer's composite.
    public let compositePrice: [Double]
    /// Dollars: exporters' gain, importers' buyers' gain, and the change of tariff revenue.
    public let producerSurplus: [Double]
    public let consumerSurplus: [Double]
    public let revenue: [Double]

    /// By country, the sum of the three.
    public var netWelfare: [Double] {
      producerSurplus.indices.map { producerSurplus[$0] + consumerSurplus[$0] + revenue[$0] }
    }
  }

  /// - Parameters:
  ///   - trade: value at world prices, exporter by importer, own sales included; square.
  ///   - before: tariff powers (one plus the rate), exporter by importer.
  ///   - after: the new ones.
  /// - Throws: ``EquilibriumError/parameter(_:)`` when the tables differ in size or hold what is no flow
  ///   and no power.
  public func respond(
    trade: [[Double]], before: [[Double]], after: [[Double]]
  ) throws(EquilibriumError) -> Response {
    let count = trade.count
    guard count > 0, [trade, before, after].allSatisfy({ $0.count == count }),
      (trade + before + after).allSatisfy({ $0.count == count })
    else { throw .parameter("trade and tariff powers must be square tables of one size") }
    guard trade.joined().allSatisfy({ $0 >= 0 && $0.isFinite }),
      before.joined().allSatisfy({ $0 > 0 && $0.isFinite }),
      after.joined().allSatisfy({ $0 > 0 && $0.isFinite })
    else { throw .parameter("trade must not be negative, and tariff powers must be above zero") }
    let spending = (0..<count).map { importer in
      (0..<count).reduce(0) { $0 + trade[$1][importer] * before[$1][importer] }
    }
    let sales = trade.map { $0.reduce(0, +) }
    func theta(_ exporter: Int, _ importer: Int) -> Double {
      spending[importer] > 0
        ? trade[exporter][importer] * before[exporter][importer] / spending[importer] : 0
    }
    func change(_ exporter: Int, _ importer: Int) -> Double {
      after[exporter][importer] / before[exporter][importer] - 1
    }
    func slope(_ exporter: Int, _ other: Int, _ importer: Int) -> Double {
      theta(other, importer) * (demand + substitution) - (exporter == other ? substitution : 0)
    }
    // X p_r - sum over v of phi_vr sum over q of N p_q = sum over v of phi_vr sum over q of N T.
    var matrix = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
    var right = [Double](repeating: 0, count: count)
    for exporter in 0..<count {
      matrix[exporter][exporter] += supply
      guard sales[exporter] > 0 else { continue }
      for importer in 0..<count where trade[exporter][importer] > 0 {
        let share = trade[exporter][importer] / sales[exporter]
        for other in 0..<count {
          let slope = share * slope(exporter, other, importer)
          matrix[exporter][other] -= slope
          right[exporter] += slope * change(other, importer)
        }
      }
    }
    let price = try LinearSystem.solve(matrix, right)
    let composite = (0..<count).map { importer in
      (0..<count).reduce(0) { $0 + theta($1, importer) * (price[$1] + change($1, importer)) }
    }
    let quantity = (0..<count).map { exporter in
      (0..<count).map { importer in
        (demand + substitution) * composite[importer]
          - substitution * (price[exporter] + change(exporter, importer))
      }
    }
    return Response(
      worldPrice: price, quantity: quantity, compositePrice: composite,
      producerSurplus: (0..<count).map { sales[$0] * price[$0] * (1 + supply * price[$0] / 2) },
      consumerSurplus: (0..<count).map {
        -spending[$0] * composite[$0] * (1 + demand * composite[$0] / 2)
      },
      revenue: (0..<count).map { importer in
        (0..<count).reduce(0) { sum, exporter in
          let flow = trade[exporter][importer]
          let new = flow * (1 + price[exporter]) * (1 + quantity[exporter][importer])
          return sum + (after[exporter][importer] - 1) * new
            - (before[exporter][importer] - 1) * flow
        }
      })
  }
}

extension GsimModel {
  /// All goods of one importer's market under new rates. Each origin's supply is that to this market,
  /// and there is no home variety, so that the system has a closed form.
  package func outcome(_ market: ImportMarket, _ shock: TariffShock) -> Outcome {
    var found = Outcome(origins: market.originCount)
    var paid = 0.0
    var laid = 0.0
    for sector in shock.sectors {
      for index in sector.moved {
        let product = shock.products[index]
        let cells = market.cellsOfProduct[product.product]
        var mean = 0.0
        for moved in product.moved {
          let cell = shock.cell[moved]
          mean +=
            shock.spending[moved] / product.total
            * ((1 + shock.rates[cell]) / (1 + market.baseRate[cell]) - 1)
        }
        // The composite's price: sum of theta (p + T), from the equations above with one importer.
        let composite = mean * supply / (supply - demand)
        found.accounts.buyersLoss += product.total * composite * (1 + demand * composite / 2)
        found.accounts.firstOrderLoss += product.total * composite
        for cell in cells {
          let (before, after) = (market.baseRate[cell], shock.rates[cell])
          let old = market.value[cell]
          let rise = (1 + after) / (1 + before) - 1
          let price =
            ((demand + substitution) * composite - substitution * rise) / (supply + substitution)
          // A linear supply would fall below nothing under a prohibitive duty.
          let quantity = max(supply * price, -1)
          let new = old * max(1 + price, 0) * (1 + quantity)
          found.add(new - old, at: market.originOfCell[cell], isCharged: after != before)
          found.accounts.revenue += after * new - before * old
          found.accounts.revenueStatic += (after - before) * old
          found.accounts.foreignLoss -= old * price * (1 + quantity / 2)
          guard after != before else { continue }
          let spending = old * (1 + before)
          paid += spending * (price + rise)
          laid += spending * rise
        }
      }
    }
    // The model's welfare of the world is the sum of surpluses and revenue. The triangles of the duties
    // themselves are smaller: its buyers are not credited with what they save by turning to others.
    found.accounts.deadweightLoss =
      found.accounts.buyersLoss - found.accounts.revenue + found.accounts.foreignLoss
    found.passThrough = laid == 0 ? nil : paid / laid
    return found
  }
}
