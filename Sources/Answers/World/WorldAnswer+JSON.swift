public import JSONText
import TradeImpact
import WorldModel
import WorldStudy

extension WorldAnswer {
  /// The document of the command-line contract: as `world solve`, with `trade`, `revenue` and `balance`.
  public var json: JSONValue {
    let pieces = WorldJSON(world: world)
    var members: [(name: String, value: JSONValue)] = subjectMembers
    members += [
      ("base", pieces.base(equilibrium.base)),
      ("retaliation", retaliation(pieces)),
      ("deficits", pieces.deficits(equilibrium.options)),
      ("labour", .string(equilibrium.options.labour.rawValue)),
      ("theta", pieces.theta(assessment.terms.thetaSet)),
    ]
    members += pieces.solution(equilibrium)
    members.append(("countries", .array(countries(pieces))))
    if let importer {
      let home = equilibrium.countries[importer]
      members += [
        (
          "trade",
          .array(
            partners.map { .object(pieces.goods(importer, with: $0, equilibrium)) })
        ),
        ("revenue", pieces.change(home.revenue)),
        ("balance", pieces.assumed(home.balance)),
        ("rates", changes.map { rates($0) } ?? .null),
        ("goods_production", .array(production(pieces, of: \.isTradable))),
        ("manufacturing", .array(production(pieces, of: world.isManufacturing))),
        ("sectors", .array(sectors(importer, pieces))),
      ]
    }
    members += [
      ("sets", .array(assessment.sets.map { set($0) })),
      ("beside_partial", besidePartial(pieces)),
      ("draws", assessment.terms.draws.map { .integer($0.count) } ?? .null),
      ("seed", assessment.terms.draws.map { .number("\($0.seed)") } ?? .null),
      ("warnings", .array(warnings.map { .string($0) })),
    ]
    return .object(members)
  }

  private var subjectMembers: [(name: String, value: JSONValue)] {
    switch subject {
    case .action(let action, let day, let shock, let isAnswered):
      return [
        ("kind", .string("action")), ("id", .string(action.id)), ("title", .string(action.title)),
        ("importer", .string(world.base.countries[shock.action.importer].code)),
        ("on", .day(day)), ("answers_in_force", .bool(isAnswered)),
      ]
    case .agreement(let agreement, let shock):
      return [
        ("kind", .string("agreement")), ("id", .string(agreement.id)),
        ("title", .string(agreement.title)), ("citation", .string(agreement.citation)),
        ("members", .array(agreement.members.map { .string($0.text) })),
        ("pairs_changing", .integer(shock.changing)), ("pairs_staying", .integer(shock.staying)),
        ("leaves_out", .string(agreement.leavesOut)),
      ]
    }
  }

  private func retaliation(_ pieces: WorldJSON) -> JSONValue {
    .object([
      ("rule", .string(assessment.answer.retaliation.rawValue)),
      ("answering", pieces.codes(assessment.answer.answering)),
      ("rest", assessment.answer.rest.map { pieces.rest($0) } ?? .null),
    ])
  }

  private func countries(_ pieces: WorldJSON) -> [JSONValue] {
    let outcomes = equilibrium.countries
    return outcomes.indices.map { place in
      var more: [(name: String, value: JSONValue)] = []
      if let alone = assessment.alone {
        more.append(("real_income_alone_pct", .double(alone.countries[place].realIncome)))
      }
      if !assessment.draws.isEmpty {
        more += [
          ("real_income", estimate(place, \.realIncome) { $0.realIncome }),
          ("real_wage", estimate(place, \.realWage) { $0.realWage }),
        ]
      }
      return pieces.country(outcomes[place], more: more)
    }
  }

  private func estimate(
    _ country: Int, _ central: (CountryOutcome) -> Double,
    _ draw: (WorldAssessment.DrawOutcome) -> [Double]
  ) -> JSONValue {
    let found = assessment.estimate(country, central, draw)
    return .object([
      ("value_pct", .double(found.value)), ("low_pct", found.low.map { .double($0) } ?? .null),
      ("high_pct", found.high.map { .double($0) } ?? .null),
    ])
  }

  /// What averaging over sectors does: the mean change and what it hides.
  private func rates(_ changes: SectorTariffs) -> JSONValue {
    let base = world.base
    func spread(_ spread: RateSpread) -> [(name: String, value: JSONValue)] {
      [
        ("imports", .double(spread.value)), ("covered", .double(spread.covered)),
        ("mean_change", .double(spread.mean)),
        ("standard_deviation", .double(spread.variance.squareRoot())),
        ("loss_equivalent", .double(spread.lossEquivalent)),
      ]
    }
    let sectors = base.sectors.indices.filter { changes.spread(sector: $0).duty != 0 }
    return .object([
      (
        "text",
        .string(
          "a sector's rate is its base rate plus the trade-weighted change over all its goods; the "
            + "loss equivalent is the uniform change with the same deadweight loss to the first order "
            + "(Anderson and Neary), which the mean understates")
      ),
      ("from", .array(changes.exporters.map { .string(base.countries[$0].code) })),
      ("total", .object(spread(changes.total))),
      (
        "sectors",
        .array(
          sectors.map { sector in
            .object(
              [
                ("code", .string(base.sectors[sector].code)),
                ("name", .string(base.sectors[sector].name)),
              ] + spread(changes.spread(sector: sector)))
          })
      ),
    ])
  }

  /// Output and employment of some sectors together, by country.
  private func production(
    _ pieces: WorldJSON, of belongs: (WorldSector) -> Bool
  ) -> [JSONValue] {
    equilibrium.group(belongs).map { group in
      .object([
        ("code", .string(group.country.code)), ("output", pieces.change(group.output)),
        ("real_output_pct", group.realOutput.map { .double($0) } ?? .null),
        ("employment_pct", group.employment.map { .double($0) } ?? .null),
      ])
    }
  }

  private func sectors(_ importer: Int, _ pieces: WorldJSON) -> [JSONValue] {
    let code = world.base.countries[importer].code
    return equilibrium.sectors.filter { $0.country.code == code }.map { sector in
      func optional(_ value: Double?) -> JSONValue { value.map { .double($0) } ?? .null }
      return .object([
        ("code", .string(sector.sector.code)), ("name", .string(sector.sector.name)),
        ("goods", .bool(sector.sector.isTradable)), ("output", pieces.change(sector.output)),
        ("real_output_pct", optional(sector.realOutput)),
        ("employment_pct", optional(sector.employment)), ("wage_pct", optional(sector.wage)),
        ("price_pct", optional(sector.price)), ("exports", pieces.change(sector.exports)),
        ("imports", pieces.change(sector.imports)),
      ])
    }
  }

  private func set(_ outcome: WorldAssessment.SetOutcome) -> JSONValue {
    let countries = outcome.equilibrium.countries
    return .object([
      ("set", .string(outcome.set.name)), ("source", .string(outcome.set.source)),
      ("verified", .bool(outcome.set.isVerified)),
      (
        "countries",
        .array(
          countries.map {
            .object([
              ("code", .string($0.country.code)), ("real_income_pct", .double($0.realIncome)),
              ("real_wage_pct", .double($0.realWage)),
            ])
          })
      ),
    ])
  }

  private func besidePartial(_ pieces: WorldJSON) -> JSONValue {
    guard let ladder else { return .null }
    return .object([
      ("partner", .string(world.base.countries[ladder.partner].code)),
      ("partial_imports_change", .double(ladder.partial)),
      ("first_round_imports_change", .double(ladder.firstRound)),
      ("world_imports_change", .double(ladder.world)),
      ("partial_revenue", .double(ladder.partialRevenue)),
      ("world_revenue", .double(ladder.worldRevenue)),
      ("partial_net_welfare", .double(ladder.partialWelfare)),
      ("world_real_income", .double(ladder.worldWelfare)),
      ("text", .array(ladder.words.map { .string($0) })),
    ])
  }
}
