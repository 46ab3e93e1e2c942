import Foundation
public import TradeImpact
public import WorldModel

/// What new tariffs do to a world: the answers to them, other sets of elasticities, and draws.
public struct WorldAssessment: Sendable {
  public let world: ShippedWorld
  public let terms: WorldTerms
  /// The country that acts; `nil` when several do.
  public let importer: Int?
  /// The new tariffs with what is done back.
  public let answer: ActionAnswer
  /// The new tariffs alone, where something is done back.
  public let alone: Equilibrium?
  /// What buyers' choices alone make of the new tariffs, with no answer.
  public let firstRound: FirstRound
  /// The same under each set of trade elasticities, the tariffs after answers held.
  public let sets: [SetOutcome]
  /// By draw; empty without draws.
  public let draws: [DrawOutcome]

  /// The world under another set of trade elasticities.
  public struct SetOutcome: Sendable {
    public let set: ShippedWorld.ThetaSet
    public let equilibrium: Equilibrium
  }

  /// What one draw gives, by country.
  public struct DrawOutcome: Sendable {
    /// In percent.
    public let realIncome: [Double]
    public let realWage: [Double]
    /// In the base's money.
    public let revenue: [Double]
    public let exports: [Double]
    public let imports: [Double]
  }

  /// - Parameters:
  ///   - shock: all tariffs with the new ones.
  ///   - importer: the country whose action it is; answers need one.
  /// - Throws: ``EquilibriumError``.
  public init(
    _ shock: WorldShock, by importer: Int?, on world: ShippedWorld, theta: [Double],
    terms: WorldTerms, workers: Int? = nil
  ) throws(WorldModel.EquilibriumError) {
    self.world = world
    self.terms = terms
    self.importer = importer
    let solver = try EquilibriumSolver(world.base, theta: theta, options: terms.options)
    firstRound = FirstRound(shock, solver)
    let answer = try ActionAnswer(
      importer == nil ? .none : terms.retaliation, to: shock, by: importer ?? 0, solver,
      workers: workers)
    self.answer = answer
    alone = answer.retaliation == .none ? nil : try solver.equilibrium(after: shock)
    sets = try Parallel.map(world.thetaSets, workers: workers) {
      set throws(WorldModel.EquilibriumError) in
      let own = world.base.theta(set.name) ?? theta
      let solver = try EquilibriumSolver(world.base, theta: own, options: terms.options)
      return SetOutcome(set: set, equilibrium: try solver.equilibrium(after: answer.shock))
    }
    guard let request = terms.draws else {
      draws = []
      return
    }
    let axes = ThetaDraws(world, central: theta)
    draws = try Parallel.map(Array(0..<request.count), workers: workers) {
      index throws(WorldModel.EquilibriumError) in
      let drawn = axes.draw(index, seed: request.seed)
      let solver = try EquilibriumSolver(world.base, theta: drawn, options: terms.options)
      return DrawOutcome(try solver.equilibrium(after: answer.shock))
    }
  }

  /// An outcome of a country with its interval.
  public func estimate(
    _ country: Int, _ central: (CountryOutcome) -> Double, _ draw: (DrawOutcome) -> [Double]
  ) -> Estimate {
    Estimate(
      central: central(answer.equilibrium.countries[country]),
      draws: draws.map { draw($0)[country] })
  }
}

extension WorldAssessment.DrawOutcome {
  init(_ equilibrium: Equilibrium) {
    let countries = equilibrium.countries
    realIncome = countries.map(\.realIncome)
    realWage = countries.map(\.realWage)
    revenue = countries.map(\.revenue.change)
    exports = countries.map(\.exports.change)
    imports = countries.map(\.imports.change)
  }
}
