public import JSONText
import WorldModel
import WorldStudy

extension GameAnswer {
  /// Rates are fractions, real incomes percent of the base.
  public var json: JSONValue {
    let pieces = WorldJSON(world: world)
    return .object([
      ("players", .array(game.players.indices.map { .string(code($0)) })), ("by", .string(by)),
      ("base", pieces.base(game.solver.base)), ("deficits", pieces.deficits(options)),
      ("labour", .string(options.labour.rawValue)), ("theta", pieces.theta(thetaSet)),
      ("optimal", .array(alone.indices.map { optimum($0) })),
      (
        "nash",
        .object([
          ("interior", .bool(rest != nil)),
          ("rates", rest.map { .array($0.rates.indices.map { rates($0) }) } ?? .null),
          (
            "countries",
            rest.map { .array($0.equilibrium.countries.map { pieces.country($0) }) } ?? .null
          ),
          ("starts", .array(rests.map { pieces.rest($0) })),
          ("largest_difference_of_rates", .double(disagreement)),
        ])
      ),
      ("payoffs", payoffs.map { matrix($0) } ?? .null),
      ("curves", .array(curves.map { curve($0) })),
      (
        "text",
        .string(
          "tariffs on goods of the two on each other alone; other countries do nothing; subsidies to "
            + "imports are not allowed; a rest at which hardly anything is traded passes the check of "
            + "deviations as well and is not reported as one")
      ),
    ])
  }

  private func optimum(_ player: Int) -> JSONValue {
    let best = alone[player]
    return .object([
      ("player", .string(code(player))),
      ("mean_rate", .double(best.instrument.meanRate(best.rates, game.solver.base))),
      ("rates", named(best.rates, player)),
      (
        "real_income_pct",
        .object(
          game.players.indices.map { other in
            (
              code(other),
              .double(
                best.equilibrium.countries[game.players[other].importer].realIncome)
            )
          })
      ),
      ("steps", .integer(best.steps)), ("distance", .double(best.distance)),
      ("residual", .double(best.equilibrium.residual)),
    ])
  }

  private func rates(_ player: Int) -> JSONValue {
    guard let rest else { return .null }
    return .object([
      ("player", .string(code(player))),
      (
        "mean_rate",
        .double(game.players[player].meanRate(rest.rates[player], game.solver.base))
      ),
      ("rates", named(rest.rates[player], player)),
    ])
  }

  private func named(_ rates: [Double], _ player: Int) -> JSONValue {
    .array(
      zip(game.players[player].rates, rates).map { rate, value in
        .object([
          ("sector", .string(rate.name)),
          (
            "name",
            .text(world.base.sector(rate.name).map { world.base.sectors[$0].name })
          ),
          ("rate", .double(value)),
        ])
      })
  }

  private func matrix(_ payoffs: PayoffMatrix) -> JSONValue {
    .object([
      ("choices", .array(payoffs.choices.map { .string($0) })),
      (
        "cells",
        .array(
          payoffs.cells.indices.flatMap { row in
            payoffs.cells[row].indices.map { column in
              let cell = payoffs.cells[row][column]
              return .object([
                (code(0), .string(payoffs.choices[row])),
                (code(1), .string(payoffs.choices[column])),
                ("first_pct", .double(cell.first)), ("second_pct", .double(cell.second)),
              ])
            }
          })
      ),
    ])
  }

  private func curve(_ curve: ResponseCurve) -> JSONValue {
    .object([
      ("player", .string(code(curve.player))), ("opponent", .string(code(curve.opponent))),
      (
        "points",
        .array(
          curve.points.map {
            .object([
              ("given", .double($0.given)), ("best", .double($0.best)),
              ("player_real_income_pct", .double($0.playerIncome)),
              ("opponent_real_income_pct", .double($0.opponentIncome)),
            ])
          })
      ),
    ])
  }
}
