import TradeAction
import TradeImpact

/// Solves single sectors of a study under changed rates: sectors do not touch each other, so that what
/// changes a few cells is found exactly by solving their sectors again.
struct SectorProbe: Sendable {
  /// What a sector comes to against the baseline, dollars a year.
  struct State: Sendable {
    var buyersLoss = 0.0
    var revenue = 0.0
    var netWelfare = 0.0
    /// New customs value by cell of the sector, in the order of ``SectorProbe/cells``.
    var value: [Double] = []
  }

  private let market: ImportMarket
  private let model: PartialEquilibrium
  /// Cells of each sector of the market.
  let cells: [[Int]]
  /// The rates the sectors are changed from.
  let rates: [Double]
  private var known: [State?]

  /// - Parameter rates: one a cell of the market.
  /// - Throws: ``ActionError`` when nothing responds or the model has no sectors.
  init(_ study: ImpactStudy, rates: [Double]) throws {
    guard study.horizon.responds, let parameters = study.parameters else {
      throw ActionError(
        message: "the horizon '\(study.horizon.name)' lets nothing respond; choose another with"
          + " --horizon")
    }
    let market = study.market
    self.market = market
    self.rates = rates
    model = try PartialEquilibrium(market: market, parameters: parameters.central)
    var cells = [[Int]](repeating: [], count: market.sectors.count)
    for cell in market.value.indices {
      cells[market.sectorOfProduct[market.productOfCell[cell]]].append(cell)
    }
    self.cells = cells
    known = Array(repeating: nil, count: cells.count)
  }

  func sector(of cell: Int) -> Int { market.sectorOfProduct[market.productOfCell[cell]] }

  /// A sector at the rates the probe was made with.
  mutating func state(_ sector: Int) throws -> State {
    if let state = known[sector] { return state }
    let state = try solve(sector, [:])
    known[sector] = state
    return state
  }

  /// A sector with other rates in some of its cells.
  func solve(_ sector: Int, _ changes: [Int: Double]) throws -> State {
    var changed = market.baseRate
    for cell in cells[sector] { changed[cell] = changes[cell] ?? rates[cell] }
    var solver = ResponseSolver(market, try TariffShock(market, rates: changed))
    let response = try solver.respond(model)
    return State(
      buyersLoss: response.accounts.buyersLoss, revenue: response.accounts.revenue,
      netWelfare: response.accounts.netWelfare, value: cells[sector].map { response.value[$0] })
  }
}
