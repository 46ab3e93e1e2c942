public import JSONText
import WorldModel
public import WorldStudy

/// A world after each round of an escalation, as the surfaces show it.
public struct EscalationAnswer: Sendable {
  public let escalation: Escalation
  public let study: EscalationStudy
  public let thetaSet: String
  /// Places of the countries shown in each round: the one that acts and those it hits.
  public let shown: [Int]

  public init(
    _ escalation: Escalation, _ study: EscalationStudy, thetaSet: String, shown: [Int]
  ) {
    self.escalation = escalation
    self.study = study
    self.thetaSet = thetaSet
    self.shown = shown
  }
}

extension EscalationAnswer {
  public var json: JSONValue {
    let world = study.world
    let pieces = WorldJSON(world: world)
    let first = study.rounds.first?.equilibrium
    return .object([
      ("id", .string(escalation.id)), ("title", .string(escalation.title)),
      ("importer", .string(world.base.countries[study.importer].code)),
      ("notes", .text(escalation.notes)),
      ("base", pieces.base(first?.base ?? world.base)),
      ("deficits", first.map { pieces.deficits($0.options) } ?? .null),
      ("theta", pieces.theta(thetaSet)),
      (
        "rounds",
        .array(
          zip(escalation.rounds, study.rounds).map { round, found in
            let home = found.equilibrium.countries[study.importer]
            return .object(
              [
                ("name", .string(round.name)),
                ("actions", .array(round.actions.map { .string($0.action) })),
                ("answered", .bool(round.isAnswered)),
              ] + pieces.solution(found.equilibrium) + [
                ("revenue", pieces.change(home.revenue)),
                ("balance", pieces.assumed(home.balance)),
                (
                  "trade",
                  .array(
                    shown.filter { $0 != study.importer }.map {
                      .object(pieces.goods(study.importer, with: $0, found.equilibrium))
                    })
                ),
                (
                  "countries",
                  .array(found.equilibrium.countries.map { pieces.country($0) })
                ),
              ])
          })
      ),
    ])
  }

  /// The answer as a page of text.
  public var text: String {
    let countries = study.world.base.countries
    var lines = [
      "\(escalation.id): \(escalation.title)", "",
      Amount.left("Round", 32)
        + (shown.map { "\(countries[$0].code) income %" }
        + shown.filter { $0 != study.importer }.map { "balance \(countries[$0].code) bn" }
        + ["revenue bn"])
        .map { Amount.right($0, 16) }.joined(),
    ]
    for round in study.rounds {
      let outcomes = round.equilibrium.countries
      let base = round.equilibrium.base
      let balances = shown.filter { $0 != study.importer }.map { partner in
        BilateralGoods(base.trade, base, importer: study.importer, partner: partner).deficit
          - BilateralGoods(
            round.equilibrium.trade, base, importer: study.importer, partner: partner
          ).deficit
      }
      lines.append(
        Amount.left(round.name, 32)
          + (shown.map { Amount.fixed(outcomes[$0].realIncome, 4) }
          + (balances + [outcomes[study.importer].revenue.change]).map {
            Amount.billions($0 * study.world.money)
          })
          .map { Amount.right($0, 16) }.joined())
    }
    lines += ["", "Balances and revenue are changes against the base; total balances are assumed."]
    if let notes = escalation.notes { lines.append("Note: \(notes)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
