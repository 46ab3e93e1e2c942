public import Answers
public import JSONText
import WorldModel
import WorldStudy

/// Optimal tariffs of two countries on each other's goods, and where they come to rest.
public struct WorldGameQuestion: Question {
  public var home = ""
  public var partner = ""
  public var by = Self.ways[0]
  public var curves = false
  public var options = Self.usual

  public init() {}

  public static let ways = ["sector", "uniform"]

  /// Balanced, as games over tariffs are usually played: a fixed transfer between players is not theirs
  /// to choose (Ossa 2014).
  private static var usual: WorldOptions {
    var options = WorldOptions()
    options.deficits = DeficitRule.balanced.rawValue
    return options
  }

  public static let form = Form<Self>(
    [
      .required("home", \.home, "A country of the base, by its code there or its two letters."),
      .required("partner", \.partner, "The other."),
      .choice("by", \.by, ways, "A rate for each sector, or one for all goods."),
      .flag("curves", \.curves, "Best answers to levels of the other's uniform tariff as well."),
    ] + Form.world.map { $0.within(\.options) })

  /// Levels of a uniform tariff that are answered.
  private static let levels = (0...20).map { Double($0) / 20 }

  public func answer(at desk: Desk) throws(Refusal) -> GameAnswer {
    let world = try desk.worldGround(options.base).world
    let theta = try Desk.theta(options.theta, world)
    let solverOptions = try options.solver(tolerance: 1e-12)
    let places = [
      try Desk.place(home, "home", world), try Desk.place(partner, "partner", world),
    ]
    guard places[0] != places[1] else {
      throw .mend(field: "partner", "is the same country as home; a game needs two")
    }
    guard Self.ways.contains(by) else {
      throw .mend(field: "by", "'\(by)' is none of \(Self.ways.joined(separator: ", "))")
    }
    return try Desk.solving { () throws(EquilibriumError) in
      let solver = try EquilibriumSolver(world.base, theta: theta, options: solverOptions)
      func players(uniform: Bool) -> [TariffInstrument] {
        [(places[0], places[1]), (places[1], places[0])].map { importer, exporter in
          uniform
            ? .uniform(solver.base, importer: importer, partners: [exporter])
            : .bySector(solver.base, importer: importer, partners: [exporter])
        }
      }
      let game = TariffGame(solver, players: players(uniform: by == "uniform"))
      var alone: [BestResponse] = []
      for player in game.players {
        alone.append(try BestResponse(player, in: WorldShock(solver.base), solver))
      }
      let rests = try game.rests()
      let interior = rests.first(where: \.isInterior)
      var found: [ResponseCurve] = []
      if curves {
        let uniform = TariffGame(solver, players: players(uniform: true))
        found = [
          try uniform.responseCurve(of: 0, to: 1, levels: Self.levels),
          try uniform.responseCurve(of: 1, to: 0, levels: Self.levels),
        ]
      }
      var payoffs: PayoffMatrix?
      if let interior { payoffs = try game.payoffs(at: interior) }
      return GameAnswer(
        world: world, options: solverOptions, thetaSet: options.theta, by: by, game: game,
        alone: alone, rests: rests, payoffs: payoffs, curves: found)
    }
  }

  public static func document(_ answer: GameAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
