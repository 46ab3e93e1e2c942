public import JSONText
public import WorldModel
public import WorldStudy

/// How each instrument of a plan reaches a cut of a bilateral deficit, as the surfaces show it.
public struct DeficitAnswer: Sendable {
  public let plan: DeficitPlan
  public let world: ShippedWorld
  public let study: DeficitStudy
  public let thetaSet: String
  public let options: SolverOptions
  /// What the base's goods trade of the two was scaled from, in the base's money; `nil` when it was not.
  public let scaledFrom: BilateralGoods?
  public let warnings: [String]

  public init(
    _ plan: DeficitPlan, on world: ShippedWorld, _ study: DeficitStudy, thetaSet: String,
    options: SolverOptions, scaledFrom: BilateralGoods?, warnings: [String]
  ) {
    self.plan = plan
    self.world = world
    self.study = study
    self.thetaSet = thetaSet
    self.options = options
    self.scaledFrom = scaledFrom
    self.warnings = warnings
  }
}

extension DeficitAnswer {
  /// The document of the command-line contract: `gross`, `net_bilateral` and `net_total` are cuts of the
  /// deficit in dollars, positive when it falls.
  public var json: JSONValue {
    let pieces = WorldJSON(world: world)
    return .object([
      ("plan", .string(plan.id)), ("title", .string(plan.title)),
      ("importer", .string(world.base.countries[study.importer].code)),
      ("partner", .string(world.base.countries[study.partner].code)),
      ("target", pieces.dollars(study.target)),
      (
        "deficit",
        .object([
          ("goods", pieces.dollars(study.before.deficit)),
          ("imports", pieces.dollars(study.before.imports)),
          ("exports", pieces.dollars(study.before.exports)),
          ("scaled_to", plan.scaledTo.map { .integer($0) } ?? .null),
          ("unscaled", scaledFrom.map { pieces.dollars($0.deficit) } ?? .null),
        ])
      ),
      ("base", pieces.base(study.base)), ("deficits", pieces.deficits(options)),
      ("theta", pieces.theta(thetaSet)),
      ("instruments", .array(study.outcomes.map { instrument($0, pieces) })),
      ("warnings", .array(warnings.map { .string($0) })),
    ])
  }

  private func instrument(_ outcome: DeficitStudy.Outcome, _ pieces: WorldJSON) -> JSONValue {
    let home = outcome.equilibrium.countries[study.importer]
    let partner = outcome.equilibrium.countries[study.partner]
    return .object([
      ("name", .string(outcome.name)), ("reached", .bool(outcome.isReached)),
      ("reason", .text(outcome.reason)), ("use", .double(outcome.use)),
      ("unit", .string(outcome.unit)), ("gross", pieces.dollars(outcome.gross)),
      ("net_bilateral", pieces.dollars(outcome.net)),
      ("net_bilateral_answered", pieces.dollars(outcome.answered)),
      // The rule of the run; it assumes the figure.
      (
        "net_total",
        pieces.dollars(outcome.totals.first { $0.rule == options.deficits }?.change ?? .nan)
      ),
      (
        "net_total_by_rule",
        .array(
          outcome.totals.map {
            .object([
              ("rule", .string($0.rule.rawValue)), ("change", pieces.dollars($0.change)),
              ("assumed", .bool(true)),
            ])
          })
      ),
      ("revenue", pieces.change(home.revenue)),
      ("importer_real_income_pct", .double(home.realIncome)),
      ("partner_real_income_pct", .double(partner.realIncome)),
      (
        "importer_real_income_answered_pct",
        .double(outcome.answer.equilibrium.countries[study.importer].realIncome)
      ),
      (
        "partner_real_income_answered_pct",
        .double(outcome.answer.equilibrium.countries[study.partner].realIncome)
      ),
      ("residual", .double(outcome.equilibrium.residual)),
    ])
  }

  /// The answer as a page of text.
  public var text: String {
    let (home, partner) = (
      world.base.countries[study.importer], world.base.countries[study.partner]
    )
    var lines = [
      "\(plan.id): \(plan.title)",
      "World base \(world.id); goods deficit of \(home.code) with \(partner.code) "
        + "\(billions(study.before.deficit)) bn"
        + (scaledFrom.map {
          " (scaled to the published trade of \(plan.scaledTo ?? 0); \(billions($0.deficit)) bn in the base itself)"
        } ?? ""),
      "Wanted: \(Amount.billions(plan.target.doubleValue)) bn less a year",
      "Total balances (\(options.deficits.rawValue)), assumed: \(options.deficits.words)", "",
      Amount.left("Instrument, cuts in bn", 34)
        + [
          "reached", "use", "gross", "bilateral", "answered", "total: fixed", "balanced",
          "proportional", "\(home.code) income %", "\(partner.code) income %",
        ].map { Amount.right($0, 14) }.joined(),
    ]
    for outcome in study.outcomes {
      lines.append(
        Amount.left(outcome.name, 34)
          + ([
            outcome.isReached ? "yes" : "NO", Amount.fixed(outcome.use, 4),
            billions(outcome.gross), billions(outcome.net), billions(outcome.answered),
          ] + outcome.totals.map { billions($0.change) } + [
            Amount.fixed(outcome.equilibrium.countries[study.importer].realIncome, 4),
            Amount.fixed(outcome.equilibrium.countries[study.partner].realIncome, 4),
          ]).map { Amount.right($0, 14) }.joined())
    }
    lines += [""] + study.outcomes.map { "\($0.name): use is a \($0.unit)" }
    lines += study.outcomes.compactMap { outcome in
      outcome.reason.map { "\(outcome.name) does not reach the target: \($0)" }
    }
    lines += [
      "",
      "Gross: buyers' choices alone at given wages, costs and spending. Bilateral: after diversion. "
        + "Answered: the countries hit lay the same on the importer's goods.",
    ]
    lines += study.base.notes.map { "Note: \($0)" } + warnings.map { "Warning: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func billions(_ value: Double) -> String {
    Amount.billions(value * world.money, decimals: 2)
  }
}
