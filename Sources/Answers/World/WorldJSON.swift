import JSONText
import TariffLaw
import WorldModel
import WorldStudy

/// Pieces of the documents about worlds. Amounts are dollars a year, with the world's value added held
/// constant; fields that end in `_pct` are percent of the base.
struct WorldJSON {
  let world: ShippedWorld

  func dollars(_ value: Double) -> JSONValue { .double(value * world.money) }

  func change(_ amount: AmountChange) -> JSONValue {
    .object([("before", dollars(amount.before)), ("after", dollars(amount.after))])
  }

  /// A total balance, which the deficit rule assumes.
  func assumed(_ amount: AmountChange) -> JSONValue {
    .object([
      ("before", dollars(amount.before)), ("after", dollars(amount.after)),
      ("assumed", .bool(true)),
    ])
  }

  func country(
    _ outcome: CountryOutcome, more: [(name: String, value: JSONValue)] = []
  ) -> JSONValue {
    .object(
      [
        ("code", .string(outcome.country.code)), ("name", .string(outcome.country.name)),
        ("real_income_pct", .double(outcome.realIncome)),
        ("real_wage_pct", .double(outcome.realWage)),
        ("price_index_pct", .double(outcome.priceIndex)),
        ("terms_of_trade_pct", .double(outcome.termsOfTrade)),
        ("volume_of_trade_pct", .double(outcome.volumeOfTrade)),
        ("linear_welfare_pct", .double(outcome.linearWelfare)),
        ("exports", change(outcome.exports)), ("imports", change(outcome.imports)),
        ("revenue", change(outcome.revenue)), ("balance", assumed(outcome.balance)),
      ] + more)
  }

  /// Goods trade with one country, before and after.
  func goods(
    _ importer: Int, with partner: Int, _ equilibrium: Equilibrium
  ) -> [(name: String, value: JSONValue)] {
    let base = equilibrium.base
    let before = BilateralGoods(base.trade, base, importer: importer, partner: partner)
    let after = BilateralGoods(equilibrium.trade, base, importer: importer, partner: partner)
    return [
      ("partner", .string(base.countries[partner].code)),
      ("name", .string(base.countries[partner].name)),
      ("imports", change(.init(before: before.imports, after: after.imports))),
      ("exports", change(.init(before: before.exports, after: after.exports))),
      ("balance", change(.init(before: -before.deficit, after: -after.deficit))),
    ]
  }

  func deficits(_ options: SolverOptions) -> JSONValue {
    .object([
      ("rule", .string(options.deficits.rawValue)), ("assumed", .bool(true)),
      ("text", .string(options.deficits.words)),
    ])
  }

  func base(_ base: WorldBase) -> JSONValue {
    .object([
      ("id", .string(world.id)), ("title", .string(world.title)), ("year", .integer(world.year)),
      ("countries", .integer(base.countryCount)), ("sectors", .integer(base.sectorCount)),
      ("input_output", .bool(!base.inputs.isEmpty)),
      ("regions", .array(zip(base.countries, world.regions.members).map { region($0, $1) })),
      ("notes", .array(base.notes.map { .string($0) })),
    ])
  }

  /// A country or region of the base with the countries in it; the rest of the world names none.
  private func region(_ country: WorldCountry, _ members: [CountryCode]) -> JSONValue {
    .object([
      ("code", .string(country.code)), ("name", .string(country.name)),
      ("countries", .array(members.map { .string($0.text) })),
    ])
  }

  func theta(_ name: String) -> JSONValue {
    let set = world.thetaSets.first { $0.name == name } ?? world.thetaSets.first
    return .object([
      ("set", .text(set?.name)), ("source", .text(set?.source)),
      ("verified", .bool(set?.isVerified ?? false)),
    ])
  }

  /// How well an equilibrium solves its equations.
  func solution(_ equilibrium: Equilibrium) -> [(name: String, value: JSONValue)] {
    [
      ("iterations", .integer(equilibrium.iterations)),
      ("residual", .double(equilibrium.residual)),
      ("excess_demand", .double(equilibrium.excessDemand)),
    ]
  }

  func rest(_ rest: TariffGame.Rest) -> JSONValue {
    .object([
      ("start", .string(rest.start)), ("rounds", .integer(rest.rounds)),
      ("movement", .double(rest.movement)), ("interior", .bool(rest.isInterior)),
      ("trade_left", .double(rest.tradeLeft)),
      ("deviations", .integer(rest.deviations)),
      ("best_deviation_pct", .double(rest.deviationGain)),
    ])
  }

  func codes(_ countries: [Int]) -> JSONValue {
    .array(countries.map { .string(world.base.countries[$0].code) })
  }
}
