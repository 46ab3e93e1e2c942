public import JSONText
import ListDesign
import TariffLaw
import TradeAction

extension DesignAnswer {
  /// The document of the command-line contract; dollars a year against the baseline.
  public var json: JSONValue {
    .object(about + numbers + details)
  }

  private var about: [(name: String, value: JSONValue)] {
    [
      ("brief", .string(brief.id)), ("title", .string(brief.title)),
      ("status", .string(Attempt<Choice>.Status.chosen.rawValue)),
      ("on", .day(brief.on)), ("importer", .string(brief.importer)),
      ("partner", .string(brief.partner.text)), ("baseline", .string(brief.baseline)),
      ("assumptions", .string(brief.assumptions)),
      ("rate", .exact(choice.rate)),
      ("target", target),
    ]
  }

  private var numbers: [(name: String, value: JSONValue)] {
    [
      ("lines", .integer(choice.chosen.count)),
      ("value", .double(design.value)),
      ("objective", .double(choice.objective)), ("bound", .double(choice.bound)),
      ("gap", .double(choice.gap)), ("proven", .bool(choice.isProven)),
      ("proof_steps", .integer(choice.proofSteps)),
      ("harm", harmAlone.map { .double($0) } ?? .null),
      ("objective_terms", .array(brief.objective.map(term))),
      ("together", together),
    ]
  }

  private var details: [(name: String, value: JSONValue)] {
    [
      ("goods", .array(choice.chosen.map(good))),
      ("binding", .array(binding.map(Self.condition))),
      ("conditions", .array(choice.conditions.map(Self.condition))),
      ("next_in", .array(design.nextIn.prefix(Self.shown).map(good))),
      ("next_out", .array(design.nextOut.prefix(Self.shown).map(good))),
      ("frontier", .array(design.frontier.map(point))),
      ("rates", .array(design.rates.map(Self.rate))),
      ("moves", .array(design.moves.map(move))),
      ("stability", stability),
      ("left_out", leftOut),
      ("carried", .array(design.carried.map(carried))),
      ("score", score.map(scored) ?? .null),
      ("fitted_share", .double(design.fittedShare)),
      ("notes", .array(notes.map { .string($0) })),
    ]
  }

  /// How many lines are listed of those that come next.
  static let shown = 25

  private var target: JSONValue {
    .object([
      ("measure", .string(brief.target.measure.rawValue)),
      ("amount", .exact(brief.target.amount)),
      ("tolerance", .exact(brief.target.tolerance)),
      ("commensurate_with_harm", .bool(brief.target.isHarm)),
    ])
  }

  private func term(_ weight: Brief.Weight) -> JSONValue {
    .object([
      ("term", .string(weight.term.rawValue)), ("group", .text(weight.group)),
      ("weight", .exact(weight.weight)),
      ("amount", .double(design.amount(of: weight))),
    ])
  }

  private var together: JSONValue {
    guard let accounts = design.together?.accounts else { return .null }
    return .object([
      ("imports_change", .double(accounts.importsChange)),
      ("buyers_loss", .double(accounts.buyersLoss)), ("revenue", .double(accounts.revenue)),
      ("producers_gain", .double(accounts.producersGain)),
      ("foreign_loss", .double(accounts.foreignLoss)),
      ("deadweight_loss", .double(accounts.deadweightLoss)),
      ("net_welfare", .double(accounts.netWelfare)),
      ("buyers_loss_per_dollar_covered", .double(accounts.buyersLoss / max(design.value, 1))),
      ("net_loss_per_dollar_covered", .double(-accounts.netWelfare / max(design.value, 1))),
    ])
  }

  private func good(_ index: Int) -> JSONValue {
    let candidate = design.pool.candidates[index]
    return .object([
      ("hts", .string(candidate.code.digits)), ("name", .string(name(index))),
      ("value", .double(candidate.line.value)),
      ("partner_share", candidate.line.partnerShare.map { .double($0) } ?? .null),
      ("harm", harm(index).map { .double($0) } ?? .null),
      ("net_loss", choice.impacts[index].home.map { .double($0.netLoss) } ?? .null),
      ("lost_sales", .double(choice.impacts[index].lostSales)),
      ("objective", .double(choice.costs[index])),
      (
        "gain_per_dollar",
        choice.reducedCosts[index].isFinite ? .double(design.gain(index)) : .null
      ),
      ("sector", .string(candidate.sector)), ("end_use", .text(candidate.endUse?.rawValue)),
      (
        "groups",
        .object(
          zip(brief.groups, candidate.membership).filter { $0.1 > 0 }
            .map { ($0.0.name, .double($0.1)) })
      ),
      ("chosen_in_draws", Self.number(design.chosenInDraws(index))),
      ("reason", .string(reason(index))),
    ])
  }

  static func condition(_ state: Choice.ConditionState) -> JSONValue {
    .object([
      ("condition", .string(state.condition.name)),
      ("unit", .string(state.condition.unit.rawValue)),
      ("activity", .double(state.activity)),
      ("lower", state.lower.map { .double($0) } ?? .null),
      ("upper", state.upper.map { .double($0) } ?? .null), ("price", .double(state.price)),
    ])
  }

  private func point(_ point: Design.FrontierPoint) -> JSONValue {
    let reached = point.attempt.found
    return .object([
      ("target", .exact(point.target)), ("status", .string(point.attempt.status.rawValue)),
      ("value", Self.number(reached?.value)), ("objective", Self.number(reached?.objective)),
      ("bound", Self.number(reached?.bound ?? point.attempt.bound)),
      ("gap", Self.number(reached?.gap)), ("harm", Self.number(reached?.buyersLoss)),
      ("lines", reached.map { .integer($0.lines) } ?? .null),
    ])
  }

  static func rate(_ rate: Design.RateTried) -> JSONValue {
    let list = rate.attempt.found
    return .object([
      ("rate", .exact(rate.rate)), ("status", .string(rate.attempt.status.rawValue)),
      ("objective", number(list?.objective)),
      ("bound", number(list?.bound ?? rate.attempt.bound)), ("value", number(list?.value)),
    ])
  }

  private func move(_ move: Design.WeightMove) -> JSONValue {
    let changed = move.attempt.found
    return .object([
      ("term", .string(move.weight.term.rawValue)), ("group", .text(move.weight.group)),
      ("weight", .exact(move.weight.weight)), ("times", .exact(move.factor)),
      ("status", .string(move.attempt.status.rawValue)),
      ("lines_in", changed.map { .integer($0.linesIn) } ?? .null),
      ("lines_out", changed.map { .integer($0.linesOut) } ?? .null),
      ("value_in", Self.number(changed?.valueIn)), ("value_out", Self.number(changed?.valueOut)),
      ("objective", Self.number(changed?.objective)),
      ("bound", Self.number(changed?.bound ?? move.attempt.bound)),
      ("objective_as_it_stands", Self.number(changed?.objectiveAsItStands)),
    ])
  }

  private static func number(_ value: Double?) -> JSONValue { value.map { .double($0) } ?? .null }

  private var stability: JSONValue {
    guard let found = design.stability else { return .null }
    return .object(
      [
        ("draws", .integer(found.request.count)), ("seed", .number("\(found.request.seed)")),
        ("draws_met", .integer(found.met)), ("draws_undecided", .integer(found.undecided)),
        ("largest_gap", .double(found.largestGap)),
      ]
        + StabilityShare.allCases.map { share in
          let lines = stable(share)
          return (
            share.rawValue,
            .object([
              ("lines", .integer(lines.count)),
              ("value", .double(lines.reduce(0) { $0 + design.pool.candidates[$1].line.value })),
            ])
          )
        })
  }

  private var leftOut: JSONValue {
    .object([
      (
        "candidates", .integer(design.pool.candidates.count)
      ),
      (
        "kept_off",
        .array(
          design.pool.leftOut.map {
            .object([
              ("reason", .string($0.reason)), ("lines", .integer($0.lines)),
              ("value", .double($0.value)),
            ])
          })
      ),
      ("value_without_line", .double(design.pool.withoutLine)),
    ])
  }

  private func carried(_ line: (code: HTSCode, value: Double)) -> JSONValue {
    .object([("hts", .string(line.code.digits)), ("value", .double(line.value))])
  }

  private func scored(_ score: ListScore) -> JSONValue {
    func line(_ index: Int) -> JSONValue {
      .object([
        ("hts", .string(design.pool.candidates[index].code.digits)), ("name", .string(name(index))),
        ("value", .double(design.pool.candidates[index].line.value)),
        ("reason", .string(reason(index))),
      ])
    }
    return .object([
      ("measures", .array(score.real.measures.map { .string($0) })), ("on", .day(score.real.on)),
      ("real_lines", .integer(score.realLines)), ("real_value", .double(score.realValue)),
      ("kept_off_lines", .integer(score.keptOffLines)),
      ("kept_off_value", .double(score.keptOffValue)),
      (
        "ways",
        .array(
          score.ways.map {
            .object([
              ("way", .string($0.name)), ("precision", .double($0.precision)),
              ("recall", .double($0.recall)),
              ("precision_by_value", .double($0.precisionByValue)),
              ("recall_by_value", .double($0.recallByValue)), ("area", .double($0.area)),
            ])
          })
      ),
      (
        "within_groups",
        .array(
          score.groups.map {
            .object([
              ("group", .string($0.group)), ("lines", .integer($0.lines)),
              ("real_lines", .integer($0.realLines)), ("real_value_share", .double($0.realShare)),
              ("area", $0.area.map { .double($0) } ?? .null),
            ])
          })
      ),
      (
        "by_chapter",
        .array(
          score.chapters.map {
            .object([
              ("hs2", .string($0.chapter.digits)), ("real", .double($0.real)),
              ("chosen", .double($0.chosen)), ("both", .double($0.both)),
            ])
          })
      ),
      ("missed", .array(score.missed.prefix(Self.shown).map(line))),
      ("extra", .array(score.extra.prefix(Self.shown).map(line))),
    ])
  }
}
