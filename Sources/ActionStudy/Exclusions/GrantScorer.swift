import TradeAction
import TradeImpact

/// What taking shares of an action's cells out of it does.
struct GrantScorer {
  private let study: ImpactStudy
  private let tariffs: ActionTariffs
  private let cells: [Int]

  init(_ study: ImpactStudy, _ tariffs: ActionTariffs) {
    self.study = study
    self.tariffs = tariffs
    cells = tariffs.cells.map(study.marketCell)
  }

  /// - Parameters:
  ///   - granted: cells of the tariffs by their position, each once, with the share of what is covered
  ///     there.
  ///   - probe: at the rates under the action.
  func effect(
    _ granted: [(cell: Int, share: Double)], _ probe: inout SectorProbe
  ) throws -> ScoredRequest.Effect {
    let market = study.market
    let baseline = study.ground.baseline
    var effect = ScoredRequest.Effect()
    var changes: [Int: [Int: Double]] = [:]
    var origins: Set<Int> = []
    for (position, share) in granted {
      let cell = tariffs.cells[position]
      let value = cell.indices.reduce(0) { $0 + baseline.value[$1] }
      effect.coveredImports += value * cell.covered * share
      effect.duty += value * cell.change * share
      let place = cells[position]
      changes[probe.sector(of: place), default: [:]][place] =
        probe.rates[place] - cell.change * share
      origins.insert(market.originOfCell[place])
    }
    for (sector, changed) in changes.sorted(by: { $0.key < $1.key }) {
      let before = try probe.state(sector)
      let after = try probe.solve(sector, changed)
      effect.buyersSaving += before.buyersLoss - after.buyersLoss
      effect.revenueChange += after.revenue - before.revenue
      effect.netWelfareChange += after.netWelfare - before.netWelfare
      for (index, cell) in probe.cells[sector].enumerated()
      where origins.contains(market.originOfCell[cell]) {
        effect.sparedSalesChange += after.value[index] - before.value[index]
      }
    }
    return effect
  }
}
