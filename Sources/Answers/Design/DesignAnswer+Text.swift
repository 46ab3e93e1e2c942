import ListDesign
import TariffLaw
import TradeAction

extension DesignAnswer {
  /// The answer as a page of text, amounts in billions of dollars a year where nothing else is said.
  public var text: String {
    (head + figures + rateLines + bindingLines + goods + next + frontierLines + moveLines
      + stabilityLines + scoreLines + foot)
      .joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let target = brief.target
    let measure =
      switch target.measure {
      case .value: "goods of $\(billions(target.amount)) bn a year"
      case .duty: "$\(billions(target.amount)) bn of duty a year"
      case .lostSales: "$\(billions(target.amount)) bn of sales lost to the partner a year"
      }
    return [
      brief.title,
      "\(Amount.percent(choice.rate)) on goods of \(brief.partner.text), on the"
        + " \(design.together == nil ? "trade" : "imports") of \(brief.baseline), by the schedule of"
        + " \(brief.on)",
      "Target: \(measure)" + (target.isHarm ? ", commensurate with the stated harm" : "")
        + ", within \(Amount.percent(target.tolerance)). Billions of dollars a year:",
      "",
    ]
  }

  private func billions(_ amount: Fraction) -> String { Amount.billions(amount.doubleValue) }

  private var figures: [String] {
    let lost = choice.chosen.reduce(0) { $0 + choice.impacts[$1].lostSales }
    return [
      row("Lines", "\(choice.chosen.count)", "of \(design.pool.candidates.count) candidates"),
      row("Imports covered", Amount.billions(design.value, decimals: 2)),
      row(
        "Objective", Amount.billions(choice.objective, decimals: 4),
        "no list is below \(Amount.billions(choice.bound, decimals: 4)): gap"
          + " \(Amount.fixed(choice.gap * 100, 4))%"
          + (choice.isProven ? "" : ", the search ended at its limit")),
    ]
      + brief.objective.map { weight in
        let amount = design.amount(of: weight)
        let shown =
          weight.term == .line
          ? Amount.fixed(amount, 0) : Amount.billions(amount, decimals: 3)
        return row(
          "  \(Self.words(weight))", shown,
          "x " + (weight.term == .line ? "$" : "") + weight.weight.decimalText())
      }
      + [row("Sales the partner loses, line by line", Amount.billions(lost, decimals: 3))]
      + home + [""]
  }

  private var home: [String] {
    guard let accounts = design.together?.accounts, let alone = harmAlone else { return [] }
    let perDollar = accounts.buyersLoss / max(design.value, 1) * 100
    let net = -accounts.netWelfare / max(design.value, 1) * 100
    return [
      row("Buyers lose, line by line", Amount.billions(alone, decimals: 3)),
      row(
        "Buyers lose, the list together", Amount.billions(accounts.buyersLoss, decimals: 3),
        "\(Amount.fixed(perDollar, 2)) cents a dollar covered"),
      row("  treasury gains", Amount.billions(accounts.revenue, decimals: 3)),
      row(
        "  net welfare of the importer", Amount.billions(accounts.netWelfare, decimals: 3),
        "\(Amount.fixed(net, 2)) cents lost a dollar covered"),
    ]
  }

  private func row(_ name: String, _ value: String, _ note: String = "") -> String {
    Amount.left(name, 44) + Amount.right(value, 12) + (note.isEmpty ? "" : "   \(note)")
  }

  private var rateLines: [String] {
    guard design.rates.count > 1 else { return [] }
    return ["Rates looked at:          covered   objective"]
      + design.rates.map { rate in
        let name = Amount.left("  " + Amount.percent(rate.rate), 22)
        return rate.attempt.found.map {
          name + Amount.right(Amount.billions($0.value, decimals: 2), 11)
            + Amount.right(Amount.billions($0.objective, decimals: 4), 12)
        } ?? name + "  " + Self.words(rate.attempt)
      } + [""]
  }

  /// What is said where no list stands.
  static func words<Found>(_ attempt: Attempt<Found>) -> String {
    switch attempt {
    case .chosen: "a list was found"
    case .impossible: "no list meets the conditions"
    case .undecided(let bound):
      "no list was found within the limit of the search; the objective of any is"
        + " \(Amount.billions(bound, decimals: 3)) or more"
    }
  }

  private var bindingLines: [String] {
    guard !binding.isEmpty else { return [] }
    let shown = binding.sorted { $0.price.magnitude > $1.price.magnitude }.prefix(12)
    let width = max(44, (shown.map(\.condition.name.count).max() ?? 0) + 3)
    return ["What binds, and what a little more of it adds to the objective:"]
      + shown.map { state in
        let (amount, unit) =
          switch state.condition.unit {
          case .dollars: (Amount.fixed(state.price * 100, 2), "cents a dollar")
          // A share of the list's value is one point larger.
          case .dollarsBeyondShare:
            (Amount.fixed(state.price * design.value / 100 / 1e6, 2), "$ m a point of the share")
          case .lines: (Amount.fixed(state.price, 0), "$ a line")
          }
        return Amount.left("  " + state.condition.name, width) + Amount.right(amount, 12)
          + "   \(unit)"
      } + [""]
  }

  private static let columns =
    Amount.left("  line", 13) + Amount.right("$ m", 9) + Amount.right("share", 7)
    + Amount.right("harm", 7) + "  "

  private func line(_ index: Int) -> String {
    let line = design.pool.candidates[index].line
    let harm = harm(index).map { $0 / max(line.value, 1) * 100 }
    return Amount.left("  " + line.code.dotted, 13)
      + Amount.right(Amount.fixed(line.value / 1e6, 1), 9)
      + Amount.right(line.partnerShare.map { Amount.fixed($0 * 100, 0) + "%" } ?? "-", 7)
      + Amount.right(harm.map { Amount.fixed($0, 1) } ?? "-", 7) + "  "
      + String(name(index).prefix(52))
  }

  private var goods: [String] {
    let chosen = choice.chosen
    let byGain = chosen.sorted { design.gain($0) > design.gain($1) }
    func because(_ index: Int) -> [String] { [line(index), "      \(reason(index))"] }
    guard chosen.count > 20 else {
      return ["The list:", Self.columns + "name; harm in cents a dollar"]
        + chosen.flatMap(because) + [""]
    }
    return ["Ten lines the brief wants most:", Self.columns + "name; harm in cents a dollar"]
      + byGain.prefix(10).flatMap(because) + ["Ten lines it wants least of those listed:"]
      + byGain.suffix(10).flatMap(because) + [""]
  }

  private var next: [String] {
    func section(_ title: String, _ lines: [Int]) -> [String] {
      lines.isEmpty ? [] : [title] + lines.prefix(5).map(line)
    }
    return section("Next to come in:", design.nextIn)
      + section("Next to go out:", design.nextOut) + [""]
  }

  private var frontierLines: [String] {
    guard !design.frontier.isEmpty else { return [] }
    return ["Value against harm:    covered   objective        gap   harm, alone   lines"]
      + design.frontier.map { point in
        let name = Amount.left("  target " + billions(point.target), 20)
        guard let reached = point.attempt.found else {
          return name + "  " + Self.words(point.attempt)
        }
        return name + Amount.right(Amount.billions(reached.value, decimals: 2), 10)
          + Amount.right(Amount.billions(reached.objective, decimals: 3), 12)
          + Amount.right(Amount.fixed(reached.gap * 100, 3) + "%", 11)
          + Amount.right(reached.buyersLoss.map { Amount.billions($0, decimals: 3) } ?? "-", 14)
          + Amount.right("\(reached.lines)", 8)
      } + [""]
  }

  private var moveLines: [String] {
    guard !design.moves.isEmpty else { return [] }
    func millions(_ amount: Double) -> String { Amount.fixed(amount / 1e6, 1) }
    return [
      "If a weight moves, the list found then beside this one; the last two columns in $ m of the objective"
        + " with that weight:",
      Amount.left("", 30)
        + "lines in   out   value in     out   this costs more   gap to the bound",
    ]
      + design.moves.map { move in
        let name = Amount.left(
          "  \(Self.words(move.weight)) x \(move.factor.decimalText())", 30)
        guard let changed = move.attempt.found else { return name + Self.words(move.attempt) }
        return name + Amount.right("\(changed.linesIn)", 8)
          + Amount.right("\(changed.linesOut)", 6)
          + Amount.right(Amount.billions(changed.valueIn, decimals: 2), 11)
          + Amount.right(Amount.billions(changed.valueOut, decimals: 2), 8)
          + Amount.right(millions(changed.objectiveAsItStands - changed.objective), 18)
          + Amount.right(millions(changed.objective - changed.bound), 19)
      } + [""]
  }

  private var stabilityLines: [String] {
    guard let found = design.stability else { return [] }
    let lines = Double(max(1, choice.chosen.count))
    func percent(_ share: Double) -> String { Amount.right(Amount.fixed(share * 100, 1) + "%", 9) }
    return [
      "Chosen again under \(found.request.count) draws of the elasticities (seed"
        + " \(found.request.seed)), each list within \(Amount.fixed(found.largestGap * 100, 2))% of"
        + " the best for its draw"
        + (found.met == found.request.count ? "" : "; \(found.met) draws have a list")
        + (found.undecided == 0 ? "" : ", \(found.undecided) are undecided") + ":",
      Amount.left("", 34) + "  lines of the list   value of the list",
    ]
      + StabilityShare.allCases.map { share in
        let stable = stable(share)
        let value = stable.reduce(0) { $0 + design.pool.candidates[$1].line.value }
        let isListed = share != .others
        return Amount.left("  " + Self.words(share), 34) + Amount.right("\(stable.count)", 7)
          + (isListed ? percent(Double(stable.count) / lines) : Amount.right("-", 9))
          + Amount.right(Amount.billions(value, decimals: 2), 11)
          + (isListed ? percent(value / max(1, design.value)) : Amount.right("-", 9))
      }
      + largest("Largest of the list that are not in every draw:", .mostly, .seldom, .never)
      + largest("Largest not on the list that are in some draw:", .others)
      + ["  With --json each line has the share of the draws it is chosen in.", ""]
  }

  private func largest(_ title: String, _ shares: StabilityShare...) -> [String] {
    let lines = shares.flatMap(stable)
    guard !lines.isEmpty else { return [] }
    func value(_ index: Int) -> Double { design.pool.candidates[index].line.value }
    return ["  " + title]
      + lines.sorted { (value($1), $0) < (value($0), $1) }.prefix(5).map { index in
        let count = design.stability.map { "\($0.counts[index]) of \($0.met) draws" } ?? ""
        return "  " + Amount.right(count, 16) + line(index)
      }
  }

  private static func words(_ share: StabilityShare) -> String {
    switch share {
    case .always: "in every draw"
    case .mostly: "in half of them or more"
    case .seldom: "in fewer"
    case .never: "in none"
    case .others: "not on the list, but in some draw"
    }
  }

  private var scoreLines: [String] {
    guard let score else { return [] }
    func percent(_ share: Double, _ width: Int) -> String {
      Amount.right(Amount.fixed(share * 100, 1) + "%", width)
    }
    var lines = [
      "Beside the list that was published (\(score.real.measures.joined(separator: ", ")),"
        + " \(score.real.on)): \(score.realLines) lines, $\(Amount.billions(score.realValue)) bn among"
        + " the candidates\(share(score)); \(score.keptOffLines) lines,"
        + " $\(Amount.billions(score.keptOffValue)) bn kept off by the brief",
      Amount.left("", 33) + Amount.right("by lines:", 10) + Amount.right("by value:", 20)
        + Amount.right("area under", 18),
      Amount.left("", 33) + Amount.right("precision", 10) + Amount.right("recall", 9)
        + Amount.right("precision", 11) + Amount.right("recall", 9) + Amount.right("the curve", 12),
    ]
    lines += score.ways.map { way in
      Amount.left("  " + way.name, 33) + percent(way.precision, 10) + percent(way.recall, 9)
        + percent(way.precisionByValue, 11) + percent(way.recallByValue, 9)
        + Amount.right(Amount.fixed(way.area, 3), 12)
    }
    lines += score.groups.map { within in
      "  among \(brief.group(within.group)?.title ?? within.group): \(within.realLines) of"
        + " \(within.lines) lines and \(Amount.fixed(within.realShare * 100, 1))% of the value are on it;"
        + " area under the curve \(within.area.map { Amount.fixed($0, 3) } ?? "-")"
    }
    lines.append("  chapters with most trade:   real   chosen     both")
    lines += score.chapters.sorted { $0.real + $0.chosen > $1.real + $1.chosen }.prefix(8).map {
      Amount.left("    \($0.chapter.digits)", 26) + Amount.right(Amount.billions($0.real), 8)
        + Amount.right(Amount.billions($0.chosen), 9) + Amount.right(Amount.billions($0.both), 9)
    }
    lines += ["  Largest lines missed:"] + score.missed.prefix(5).map(line)
    lines += ["  Largest lines chosen that were not on it:"] + score.extra.prefix(5).map(line)
    return lines + [""]
  }

  /// How much of the candidates a published list takes: where that is nearly all, any choice scores well.
  private func share(_ score: ListScore) -> String {
    let candidates = design.pool.candidates
    let value = candidates.reduce(0) { $0 + $1.line.value }
    let lines = Double(score.realLines) / Double(candidates.count) * 100
    return ", \(Amount.fixed(lines, 1))% of their lines and"
      + " \(Amount.fixed(value > 0 ? score.realValue / value * 100 : 0, 1))% of their value"
  }

  private var foot: [String] {
    var lines = design.pool.leftOut.map {
      "Kept off: \($0.lines) \($0.lines == 1 ? "line" : "lines"), $\(Amount.billions($0.value)) bn: \($0.reason)."
    }
    if design.pool.withoutLine > 0 {
      lines.append(
        "$\(Amount.billions(design.pool.withoutLine)) bn of the partner's goods have no rate line in"
          + " the baseline.")
    }
    let carried = design.carried
    if !carried.isEmpty {
      let value = carried.reduce(0) { $0 + $1.value }
      lines.append(
        "Assessed as an action, the list covers \(choice.chosen.count + carried.count) lines and"
          + " $\(Amount.billions(design.value + value, decimals: 2)) bn, as goods that the baseline numbers"
          + " otherwise are carried to listed lines: "
          + carried.map { "\($0.code.dotted), $\(Amount.fixed($0.value / 1e6, 1)) m" }
          .joined(separator: "; ") + ".")
    }
    return lines + ["Assumptions: \(brief.assumptions)."] + notes
  }
}
