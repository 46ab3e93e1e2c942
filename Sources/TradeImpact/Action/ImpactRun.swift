import Dispatch
import Foundation
import LongWork
import Synchronization
import TradeAction

/// Runs the partial equilibrium on one shock, with the central assumptions and with others.
struct ImpactRun: Sendable {
  let market: ImportMarket
  let shock: TariffShock
  let space: StudySpace
  let responds: Bool
  /// The importer's economy; `nil` where it is not held.
  let economy: EconomyModel?
  /// Partners' demand for exports under their answers.
  let answers: [ExportDemand]

  /// The outcome with some assumptions.
  func outcome(
    _ parameters: StudyParameters, deadweight: PartialEquilibrium.Quadrature
  ) throws -> Outcome {
    var solver = ResponseSolver(market, shock)
    return try outcome(parameters, &solver, deadweight)
  }

  private func outcome(
    _ parameters: StudyParameters, _ solver: inout ResponseSolver,
    _ deadweight: PartialEquilibrium.Quadrature
  ) throws -> Outcome {
    guard responds else { return try unchanged(parameters) }
    let response = try solver.respond(
      PartialEquilibrium(market: market, parameters: parameters.equilibrium),
      deadweight: deadweight)
    var found = outcome(response)
    try carryHome(
      response.price, response.homeSalesChange, parameters.economy, into: &found)
    return found
  }

  /// Nothing responds: buyers pay the whole duty on what they bought before.
  private func unchanged(_ parameters: StudyParameters) throws -> Outcome {
    var duty = 0.0
    var price = [Double](repeating: 1, count: market.value.count)
    for (moved, cell) in shock.cell.enumerated() { price[cell] = shock.wedge[moved] }
    for (moved, cell) in shock.cell.enumerated() where shock.logWedge[moved] != 0 {
      duty += (shock.rates[cell] - market.baseRate[cell]) * market.value[cell]
    }
    var found = Outcome(origins: market.originCount)
    found.accounts.revenueStatic = duty
    found.accounts.revenue = duty
    found.accounts.buyersLoss = duty
    found.accounts.firstOrderLoss = duty
    found.passThrough = shock.cell.isEmpty ? nil : 1
    var still = parameters.economy
    still?.kappa = 0
    still?.finalDemand = 0
    still?.exportDemand = 0
    try carryHome(price, market.sectors.map { _ in 0 }, still, into: &found)
    return found
  }

  /// Prices and home sales through the home economy, with the partners' answers.
  private func carryHome(
    _ price: [Double], _ homeSalesChange: [Double], _ parameters: EconomyParameters?,
    into found: inout Outcome
  ) throws {
    guard let economy, let parameters else { return }
    let exports = answers.map { $0.change(bySectorWith: parameters.exportDemand) }
    found.exportsChange = exports.map { $0.reduce(0, +) }
    found.revenueNetOfOffset = found.accounts.revenue * (1 - parameters.revenueOffset)
    found.economy = try economy.effect(
      price: price, homeSalesChange: homeSalesChange, parameters: parameters,
      exportChange: exports.isEmpty
        ? nil : market.sectors.indices.map { sector in exports.reduce(0) { $0 + $1[sector] } })
  }

  private func outcome(_ response: MarketResponse) -> Outcome {
    var found = Outcome(origins: market.originCount)
    found.accounts = response.accounts
    for sector in shock.sectors {
      for product in sector.quiet { add(product, isListed: false, response, &found) }
      for index in sector.moved {
        add(shock.products[index].product, isListed: true, response, &found)
      }
    }
    let laid = zip(shock.spending, shock.logWedge).reduce(0) { $0 + $1.0 * $1.1 }
    found.passThrough = laid == 0 ? nil : response.logPaid / laid
    return found
  }

  private func add(
    _ product: Int, isListed: Bool, _ response: MarketResponse, _ found: inout Outcome
  ) {
    for cell in market.cellsOfProduct[product] {
      let change = response.value[cell] - market.value[cell]
      let origin = market.originOfCell[cell]
      found.importsChange[origin] += change
      guard shock.rates[cell] == market.baseRate[cell] else { continue }
      found.diversion[origin] += change
      if isListed { found.leakage[origin] += change }
    }
  }

  /// The outcomes of draws, in their order; on as many cores as there are unless told otherwise.
  ///
  /// - Throws: `WorkStopped` when the watch says so; errors of the model otherwise.
  func draws(
    _ request: DrawRequest, threads: Int?, watch: WorkWatch = .nobody
  ) throws -> [Outcome] {
    let steps = watch.steps("draws", of: request.count)
    let found = Mutex([Result<Outcome, any Error>?](repeating: nil, count: request.count))
    let workers = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var solver = ResponseSolver(market, shock)
      for index in stride(from: worker, to: request.count, by: workers) {
        let result = Result {
          try steps.step {
            try outcome(space.draw(index, seed: request.seed), &solver, .fixed)
          }
        }
        found.withLock { $0[index] = result }
      }
    }
    return try found.withLock { try $0.compactMap { try $0?.get() } }
  }

  /// Each uncertain assumption at its 5th and its 95th percentile, the others at their central values,
  /// from the one that moves net welfare most.
  func tornado() throws -> [TornadoBar] {
    guard responds else { return [] }
    return try space.axes.map { axis in
      let ends = (low: axis.quantile(0.05), high: axis.quantile(0.95))
      func word(_ value: Double) -> String {
        let number = (value * 1000).rounded() / 1000
        return axis.isAssumed ? "x \(number)" : "\(number)"
      }
      return TornadoBar(
        assumption: axis.name, low: word(ends.low), high: word(ends.high),
        isAssumed: axis.isAssumed,
        atLow: try outcome(space.parameters(at: [axis.name: 0.05]), deadweight: .fixed),
        atHigh: try outcome(space.parameters(at: [axis.name: 0.95]), deadweight: .fixed))
    }.sorted { ($1.reach, $0.assumption) < ($0.reach, $1.assumption) }
  }

  /// The whole duty passes through when foreign prices do not move; half of it, to the first order and
  /// for one origin alone, when omega is one over sigma.
  func passThroughBounds() throws -> [Impact.PassThroughBound] {
    guard responds else { return [] }
    return try [1.0, 0.5].map { share in
      var parameters = space.central
      for sector in shock.sectors {
        var spending = 0.0
        var weighted = 0.0
        for index in sector.moved {
          let product = shock.products[index]
          spending += product.total
          weighted += product.total * space.central.equilibrium.sigma[product.product]
        }
        let sigma = spending > 0 ? weighted / spending : 1
        parameters.equilibrium.omega[sector.sector] = (1 / share - 1) / sigma
      }
      return Impact.PassThroughBound(
        share: share, outcome: try outcome(parameters, deadweight: .fixed))
    }
  }
}
