import ListDesign
import TariffLaw
import TradeAction

extension DesignAnswer {
  /// The answer as a page of text, amounts in billions of dollars a year where nothing else is said.
  public var text: String {
    (head + figures + bindingLines + goods + next + frontierLines + moveLines + stabilityLines
      + scoreLines + foot)
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
          + (choice.isProven ? "" : ", the search was cut off")),
    ]
      + brief.objective.map { weight in
        let amount = choice.chosen.reduce(0) { $0 + design.amount(weight.term, weight.group, $1) }
        let shown =
          weight.term == .line
          ? Amount.fixed(amount, 0) : Amount.billions(amount, decimals: 3)
        return row("  \(Self.words(weight))", shown, "x \(weight.weight.decimalText())")
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

  private var bindingLines: [String] {
    guard !binding.isEmpty else { return [] }
    return ["What binds, and what one unit more of it costs in the objective:"]
      + binding.sorted { $0.price.magnitude > $1.price.magnitude }.prefix(12).map { state in
        let unit =
          switch state.condition.unit {
          case .dollars: "\(Amount.fixed(state.price * 100, 2)) cents a dollar"
          case .dollarsBeyondShare: "\(Amount.fixed(state.price * 100, 2)) cents a dollar of it"
          case .lines: "$\(Amount.fixed(state.price, 0)) a line"
          }
        return row("  " + state.condition.name, unit)
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
    return ["Value against harm:    covered   objective   harm, alone   lines"]
      + design.frontier.map { point in
        let name = "  target " + billions(point.target)
        guard let reached = point.reached else {
          return Amount.left(name, 20) + "  no list was found that meets the conditions"
        }
        return Amount.left(name, 20)
          + Amount.right(Amount.billions(reached.value, decimals: 2), 10)
          + Amount.right(Amount.billions(reached.objective, decimals: 3), 12)
          + Amount.right(reached.buyersLoss.map { Amount.billions($0, decimals: 3) } ?? "-", 14)
          + Amount.right("\(reached.lines)", 8)
      } + [""]
  }

  private var moveLines: [String] {
    guard !design.moves.isEmpty else { return [] }
    return ["If a weight moves:            lines in   out   value that changes"]
      + design.moves.map { move in
        Amount.left("  \(Self.words(move.weight)) x \(move.factor.decimalText())", 30)
          + Amount.right("\(move.linesIn)", 8) + Amount.right("\(move.linesOut)", 6)
          + Amount.right(Amount.billions(move.valueOut, decimals: 2), 12)
      } + [""]
  }

  private var stabilityLines: [String] {
    guard let found = design.stability else { return [] }
    let always = choice.chosen.filter { found.isAlways($0) }
    let value = always.reduce(0) { $0 + design.pool.candidates[$1].line.value }
    return [
      "\(always.count) of the \(choice.chosen.count) lines, $\(Amount.billions(value)) bn, are chosen"
        + " under all \(found.met) draws of the elasticities (seed \(found.request.seed));"
        + " \(found.counts.count { $0 > 0 }) lines are chosen in some draw.",
      "",
    ]
  }

  private var scoreLines: [String] {
    guard let score else { return [] }
    func percent(_ share: Double) -> String { Amount.right(Amount.fixed(share * 100, 1) + "%", 9) }
    var lines = [
      "Beside the list that was published (\(score.real.measures.joined(separator: ", ")),"
        + " \(score.real.on)): \(score.realLines) lines, $\(Amount.billions(score.realValue)) bn among"
        + " the candidates\(share(score)); \(score.keptOffLines) lines,"
        + " $\(Amount.billions(score.keptOffValue)) bn kept off by the brief",
      Amount.left("  by lines and by value", 34)
        + "precision  recall  precision  recall  area under the curve",
    ]
    lines += score.ways.map { way in
      Amount.left("  " + way.name, 33) + percent(way.precision) + percent(way.recall)
        + percent(way.precisionByValue) + percent(way.recallByValue)
        + Amount.right(Amount.fixed(way.area, 3), 11)
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
      "Kept off: \($0.lines) lines, $\(Amount.billions($0.value)) bn: \($0.reason)."
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
