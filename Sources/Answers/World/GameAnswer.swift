public import WorldModel
public import WorldStudy

/// Optimal tariffs of two countries on each other's goods, where they come to rest, and what each choice
/// pays.
public struct GameAnswer: Sendable {
  public let world: ShippedWorld
  public let options: SolverOptions
  public let thetaSet: String
  /// `sector` or `uniform`.
  public let by: String
  public let game: TariffGame
  /// Each player's best tariffs while the other keeps the base's.
  public let alone: [BestResponse]
  /// From several starts.
  public let rests: [TariffGame.Rest]
  public let payoffs: PayoffMatrix?
  /// Each player's best uniform answers to levels of the other's uniform tariff.
  public let curves: [ResponseCurve]

  public init(
    world: ShippedWorld, options: SolverOptions, thetaSet: String, by: String, game: TariffGame,
    alone: [BestResponse], rests: [TariffGame.Rest], payoffs: PayoffMatrix?,
    curves: [ResponseCurve]
  ) {
    self.world = world
    self.options = options
    self.thetaSet = thetaSet
    self.by = by
    self.game = game
    self.alone = alone
    self.rests = rests
    self.payoffs = payoffs
    self.curves = curves
  }

  /// The interior rest that is reported; `nil` when no start leads to one.
  var rest: TariffGame.Rest? { rests.first(where: \.isInterior) }

  /// The largest difference of a rate between the interior rests.
  var disagreement: Double {
    guard let rest else { return 0 }
    return rests.filter(\.isInterior).reduce(0) { worst, other in
      zip(rest.rates.joined(), other.rates.joined()).reduce(worst) {
        max($0, ($1.0 - $1.1).magnitude)
      }
    }
  }

  func code(_ player: Int) -> String {
    world.base.countries[game.players[player].importer].code
  }
}
