import Foundation

/// One round of the world's markets: wages and prices to costs, costs to trade, trade to spending, and
/// wages moved towards balance. Its fixed point is the equilibrium.
///
/// Caliendo and Parro (2015), equations 10 to 14, in changes: unit costs are Cobb-Douglas in the wage and
/// the prices of inputs; a share of spending falls with the power `-theta` of cost and tariff; households
/// spend wages, tariff revenue and the deficit. Labour markets clear when trade balances up to the
/// deficit (Walras), and it is the trade balance, relative to trade, that moves wages, so that a country
/// which hardly trades is solved as exactly as one that does.
final class EquilibriumMap {
  let layout: StateLayout
  let base: WorldBase
  let theta: [Double]
  let deficits: DeficitRule
  /// Countries and sectors rounded up to whole lanes.
  let width: Int
  let inputWidth: Int
  /// Base shares times the power of what the shock does to cost, by sector, importer, exporter, each
  /// importer's scaled by its largest so that a prohibitive tariff leaves digits.
  let pull: DenseStore
  /// The logarithms of those scales, by sector and importer.
  let pullScale: DenseStore
  /// The same net of tariff, own trade left out.
  let foreign: DenseStore
  /// The same net of tariff for own trade, by sector and country.
  let own: DenseStore
  /// Inputs of a dollar of output, by country, input, using sector.
  let inputs: DenseStore?
  /// How much more than the wage a sector's labour market moves when its wage does, by sector and country;
  /// empty when labour is mobile.
  let sectorDamping: [Double]
  /// Whether each country may sell abroad and buy abroad.
  let opening: [(sells: Bool, buys: Bool)]
  let scratch: Scratch
  /// Deficits in money, and in shares of value added and tariff revenue.
  let deficit: [Double]
  let deficitShare: [Double]

  /// What a round found besides the next point.
  struct Balance {
    var price = 0.0
    var spending = 0.0
    /// Relative to trade.
    var trade = 0.0
    /// Exports less imports plus the deficit, relative to value added.
    var excessDemand = 0.0
    var labour = 0.0

    /// The largest relative error of any equation.
    var residual: Double { max(price, spending, max(trade, labour)) }
  }

  /// What the world trades, makes and earns at a point.
  struct Accounts {
    var trade: [Double]
    var output: [Double]
    var income: [Double]
    var deficits: [Double]
  }

  var balance = Balance()

  /// - Parameters:
  ///   - share: how far along the way from the base to the shock, from 0 to 1.
  init(
    _ base: WorldBase, _ shock: WorldShock, theta: [Double], options: SolverOptions, share: Double
  ) {
    let count = base.countryCount
    let sectors = base.sectorCount
    self.base = base
    self.theta = theta
    layout = StateLayout(countries: count, sectors: sectors, labour: options.labour)
    deficits = options.deficits
    width = DenseRow.padded(count)
    inputWidth = DenseRow.padded(sectors)
    deficit =
      options.deficits == .balanced ? [Double](repeating: 0, count: count) : base.deficit
    deficitShare = base.countries.indices.map {
      base.deficit[$0] / (base.valueAdded[$0] + base.revenue[$0])
    }
    pull = DenseStore(sectors * count * width)
    pullScale = DenseStore(sectors * count)
    foreign = DenseStore(sectors * count * width)
    own = DenseStore(sectors * count)
    scratch = Scratch(countries: count, sectors: sectors, width: width, inputWidth: inputWidth)
    if base.inputs.isEmpty {
      inputs = nil
    } else {
      let store = DenseStore(count * sectors * inputWidth)
      for row in 0..<(count * sectors) {
        for using in 0..<sectors {
          store[row * inputWidth + using] = base.inputs[row * sectors + using]
        }
      }
      inputs = store
    }
    opening = Self.openings(base, shock)
    sectorDamping = options.labour == .fixed ? Self.sectorDamping(base, theta) : []
    for cell in 0..<(sectors * count) where base.spending[cell] > 0 {
      layRow(cell, shock, share: share)
    }
  }

  /// The next point.
  ///
  /// - Returns: the largest relative error of any equation at the point, or `nil` where the equations
  ///   have no meaning there.
  func image(_ point: [Double], into next: inout [Double]) -> Double? {
    costs(at: point)
    balance = Balance()
    trade(at: point, into: &next)
    guard settle(at: point, into: &next) else { return nil }
    return balance.residual
  }

  /// What the world trades at a point: by sector, importer, exporter, net of tariff; incomes by country.
  func accounts(at point: [Double]) -> Accounts {
    var next = point
    _ = image(point, into: &next)
    let count = layout.countries
    var trade = [Double](repeating: 0, count: base.trade.count)
    var output = [Double](repeating: 0, count: layout.cellCount)
    for sector in 0..<layout.sectors {
      for importer in 0..<count {
        let cell = sector * count + importer
        guard base.spending[cell] > 0 else { continue }
        let power = scratch.power.base + sector * width
        let sum = DenseRow.dot(pull.base + cell * width, power, width)
        let each =
          base.spending[cell] * exp(point[layout.spending(sector: sector, country: importer)]) / sum
        for exporter in 0..<count {
          let pulled = exporter == importer ? own[cell] : foreign[cell * width + exporter]
          trade[cell * count + exporter] = each * pulled * power[exporter]
        }
      }
      for country in 0..<count {
        output[sector * count + country] = scratch.output[sector * width + country]
      }
    }
    let held = deficitsHeld()
    let income = base.countries.indices.map {
      scratch.wages[$0] + scratch.revenue[$0] + held[$0]
    }
    return Accounts(trade: trade, output: output, income: income, deficits: held)
  }

  /// Unit costs at the last point, as logarithms of new over base, by sector and country.
  var unitCosts: [Double] {
    let count = layout.countries
    return (0..<layout.cellCount).map { scratch.cost[$0 / count * width + $0 % count] }
  }
}
