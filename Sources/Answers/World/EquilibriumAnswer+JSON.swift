public import JSONText
import WorldModel

extension EquilibriumAnswer {
  /// Fields that end in `_pct` are percent of the base. Amounts are in the base's money with the world's
  /// value added held constant.
  public var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("countries", .array(equilibrium.countries.map(Self.json))),
      ("iterations", .integer(equilibrium.iterations)),
      ("residual", .double(equilibrium.residual)),
      ("excess_demand", .double(equilibrium.excessDemand)),
      (
        "deficits",
        .object([
          ("rule", .string(equilibrium.options.deficits.rawValue)), ("assumed", .bool(true)),
          ("text", .string(deficitText)),
        ])
      ),
      ("labour", .string(equilibrium.options.labour.rawValue)),
      (
        "theta",
        .object([
          ("set", thetaSet.isEmpty ? .null : .string(thetaSet)),
          (
            "sectors",
            .array(
              equilibrium.base.sectors.indices.map {
                .object([
                  ("code", .string(equilibrium.base.sectors[$0].code)),
                  ("theta", .double(equilibrium.theta[$0])),
                ])
              })
          ),
        ])
      ),
      (
        "base",
        .object([
          ("folder", .string(base)), ("countries", .integer(equilibrium.base.countryCount)),
          ("sectors", .integer(equilibrium.base.sectorCount)),
          ("input_output", .bool(!equilibrium.base.inputs.isEmpty)),
          ("notes", .array(equilibrium.base.notes.map { .string($0) })),
        ])
      ),
      (
        "shock",
        .object([
          ("file", .string(shock)), ("flows_changed", .integer(changed.flows)),
          ("base_value", .double(changed.value)),
        ])
      ),
    ]
    if !pairs.isEmpty { members.append(("trade", .array(bilateral.map(Self.json)))) }
    if withSectors {
      members.append(("goods", .array(equilibrium.group(\.isTradable).map(Self.json))))
      members.append(("sectors", .array(equilibrium.sectors.map(Self.json))))
    }
    members.append(("warnings", .array(warnings.map { .string($0) })))
    return .object(members)
  }

  /// The trade of each pair, both ways.
  var bilateral: [BilateralTrade] {
    pairs.flatMap { one, other in
      [
        equilibrium.bilateral(exporter: one, importer: other),
        equilibrium.bilateral(exporter: other, importer: one),
      ]
    }
  }

  private static func json(_ country: CountryOutcome) -> JSONValue {
    .object([
      ("code", .string(country.country.code)), ("name", .string(country.country.name)),
      ("real_income_pct", .double(country.realIncome)),
      ("real_wage_pct", .double(country.realWage)),
      ("price_index_pct", .double(country.priceIndex)),
      ("terms_of_trade_pct", .double(country.termsOfTrade)),
      ("volume_of_trade_pct", .double(country.volumeOfTrade)),
      ("linear_welfare_pct", .double(country.linearWelfare)),
      ("exports", json(country.exports)), ("imports", json(country.imports)),
      ("revenue", json(country.revenue)),
      (
        "balance",
        .object([
          ("before", .double(country.balance.before)), ("after", .double(country.balance.after)),
          ("assumed", .bool(true)),
        ])
      ),
    ])
  }

  private static func json(_ sector: SectorOutcome) -> JSONValue {
    .object([
      ("country", .string(sector.country.code)), ("sector", .string(sector.sector.code)),
      ("name", .string(sector.sector.name)), ("output", json(sector.output)),
      ("real_output_pct", optional(sector.realOutput)),
      ("value_added", json(sector.valueAdded)), ("employment_pct", optional(sector.employment)),
      ("wage_pct", optional(sector.wage)), ("unit_cost_pct", optional(sector.unitCost)),
      ("price_pct", optional(sector.price)), ("exports", json(sector.exports)),
      ("imports", json(sector.imports)),
    ])
  }

  private static func json(_ group: SectorGroupOutcome) -> JSONValue {
    .object([
      ("country", .string(group.country.code)), ("output", json(group.output)),
      ("real_output_pct", optional(group.realOutput)), ("value_added", json(group.valueAdded)),
      ("employment_pct", optional(group.employment)), ("exports", json(group.exports)),
      ("imports", json(group.imports)),
    ])
  }

  private static func json(_ trade: BilateralTrade) -> JSONValue {
    .object([
      ("exporter", .string(trade.exporter.code)), ("importer", .string(trade.importer.code)),
      ("total", json(trade.total)), ("goods", json(trade.goods)),
    ])
  }

  private static func json(_ amount: AmountChange) -> JSONValue {
    .object([("before", .double(amount.before)), ("after", .double(amount.after))])
  }

  private static func optional(_ value: Double?) -> JSONValue { value.map { .double($0) } ?? .null }
}
