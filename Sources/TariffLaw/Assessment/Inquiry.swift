/// The questions put to a regime for one entry: the default answer, its bounds, its readings.
struct Inquiry {
  let regime: Regime
  let entry: Entry
  let line: RateLine
  let knownOn: Day?
  /// What can meet the origin on the day.
  private let selection: LawSelection
  /// The same, less what is for other goods; all that an answer without words looks at.
  private let narrow: LawSelection
  private let goods: GoodsVerdicts

  /// - Parameters:
  ///   - selection: what can meet the origin on the day, where that is known already.
  ///   - goods: which lists hold the code, where that is known already.
  ///   - fees: whether charges beside the duty are found as well.
  init(
    regime: Regime, entry: Entry, line: RateLine, knownOn: Day?, selection: LawSelection? = nil,
    goods: GoodsVerdicts? = nil, fees: Bool = false
  ) {
    self.regime = regime
    self.entry = entry
    self.line = line
    self.knownOn = knownOn
    let selection =
      selection
      ?? LawSelection(
        of: regime, entry.origin, on: regime.governingDay(of: entry), knownOn: knownOn, fees: fees)
    self.selection = selection
    let verdicts =
      goods
      ?? GoodsVerdicts(
        entry.code,
        GoodsSignatures.Membership(
          of: entry.code, in: regime.lists, asked: selection.listsAsked(in: regime)))
    self.goods = verdicts
    // Goods that are known already come with a selection made for them.
    narrow = goods == nil ? selection.narrowed(to: verdicts, in: regime) : selection
  }

  /// At most this many combinations of unknown facts are tried.
  private static let worldLimit = 512

  func answer(edition: String) throws(StackingCycle) -> Assessment {
    let (base, evaluation) = try evaluate(Supposition(), explains: true)
    let mattering = try factsThatMatter(base, evaluation)
    let bounds = try self.bounds(base, mattering.asked)
    let offered = try offers(evaluation, base)
    let questions = questions(evaluation, mattering, base, bounds, offered)
    return Assessment(
      entry: entry, edition: edition, goods: line.text,
      status: status(base, evaluation, bounds, mattering.asked), total: bounds, lines: base.lines,
      fees: base.fees, readings: try readings(base, evaluation, mattering.relief, offered),
      questions: questions,
      warnings: base.documents
        + base.unparsed.map { "this rate could not be read and is not counted: \($0)" })
  }

  /// The status, the totals and the lines that count, as ``answer(edition:)`` finds them, without
  /// the words.
  ///
  /// - Parameter bounded: whether the bounds over missing facts are found too.
  func summary(bounded: Bool) throws(StackingCycle) -> EntrySummary {
    let (base, evaluation) = try evaluate(Supposition())
    var asked: [FactBook.Missing] = []
    if base.bar == nil {
      asked = try factsThatMatter(base, evaluation, onlyAsked: true, first: !bounded).asked
    }
    let total = bounded ? try bounds(base, asked) : base.total
    return EntrySummary(
      status: status(base, evaluation, total, asked), total: total, lines: base.lines,
      asks: asked.map(\.name) + openNames(evaluation, base, total), unparsed: base.unparsed,
      separable: base.separable(evaluation),
      dependsOnAmounts: evaluation.facts.valueIsMissing
        || !evaluation.facts.missingQuantities.isEmpty,
      dependsOnValue: evaluation.facts.valueDecides)
  }

  /// Whether facts that are parts of one whole come to no more than it.
  private func isPossible(_ world: [String: FactValue]) -> Bool {
    var sums: [String: Fraction] = [:]
    for (name, value) in entry.facts.merging(world, uniquingKeysWith: { $1 }) {
      guard let whole = regime.facts[name]?.partOf, case .number(let percent) = value else {
        continue
      }
      sums[whole, default: 0] += percent
    }
    return sums.values.allSatisfy { $0 <= 100 }
  }

  /// What else has to be stated: quantities, the value, more digits. The names of ``Question/fact``.
  private func openNames(
    _ evaluation: Evaluation, _ base: Outcome, _ total: Assessment.Total
  ) -> [String] {
    var names = evaluation.facts.missingQuantities.isEmpty ? [] : ["quantity"]
    if needsValue(evaluation, base, total) { names.append("value") }
    if evaluation.needsMoreDigits { names.append(Question.moreDigits) }
    return names
  }

  private func needsValue(
    _ evaluation: Evaluation, _ base: Outcome, _ total: Assessment.Total
  ) -> Bool {
    guard base.bar == nil else { return false }
    return evaluation.facts.valueIsMissing || (entry.value == nil && total.rate == nil)
  }

  private func evaluate(
    _ supposed: Supposition, explains: Bool = false
  ) throws(StackingCycle) -> (Outcome, Evaluation) {
    var evaluation = Evaluation(
      regime: regime, entry: entry, line: line, day: regime.governingDay(of: entry),
      knownOn: knownOn, supposed: supposed, explains: explains,
      selection: explains ? selection : narrow,
      goods: goods)
    let outcome = try evaluation.run()
    return (outcome, evaluation)
  }

  private func status(
    _ base: Outcome, _ evaluation: Evaluation, _ total: Assessment.Total,
    _ asked: [FactBook.Missing]
  ) -> EntryStatus {
    if base.bar != nil { return .inadmissible }
    if !base.unparsed.isEmpty { return .unparsed }
    if base.isUndecided || !asked.isEmpty || (total.rate == nil && total.duty == nil) {
      return .needsFacts
    }
    return .ok
  }

  // MARK: Facts

  private struct Mattering {
    /// Facts the answer asks for.
    var asked: [FactBook.Missing] = []
    /// Facts that only grant relief, with the value that grants it.
    var relief: [(fact: FactBook.Missing, value: FactValue)] = []
  }

  /// Which of the facts that were looked for and not stated would change the answer by themselves.
  ///
  /// - Parameters:
  ///   - onlyAsked: leaves out facts that only grant relief.
  ///   - first: whether the first that matters is enough.
  private func factsThatMatter(
    _ base: Outcome, _ evaluation: Evaluation, onlyAsked: Bool = false, first: Bool = false
  ) throws(StackingCycle) -> Mattering {
    var mattering = Mattering()
    for fact in evaluation.facts.missing {
      if first, !mattering.asked.isEmpty { break }
      let offersRelief = regime.facts[fact.name]?.missing == .offersRelief
      if fact.assumed == nil, fact.witnesses.isEmpty, !offersRelief {
        // A share of the value or a quantity with no default: the amount itself is open.
        mattering.asked.append(fact)
        continue
      }
      if onlyAsked, offersRelief { continue }
      for witness in candidates(for: fact) where witness != fact.assumed {
        let (other, _) = try evaluate(Supposition(facts: [fact.name: witness]))
        guard !other.agrees(with: base) else { continue }
        if offersRelief {
          mattering.relief.append((fact, witness))
        } else {
          mattering.asked.append(fact)
        }
        break
      }
    }
    return mattering
  }

  /// Values of a fact that reach every outcome: those its tests name, one outside them, and the
  /// ends of its range.
  private func candidates(for fact: FactBook.Missing) -> [FactValue] {
    var values = fact.witnesses
    switch regime.facts[fact.name]?.kind {
    case .percent: values += [.number(0), .number(100)]
    case .choice(let choices): values += choices.map { .text($0) }
    case .country: values.append(.text("--"))
    case .number, .day, nil: break
    }
    var seen: Set<FactValue> = []
    return values.filter { value in
      if case .number(let number) = value, number.isNegative { return false }
      return seen.insert(value).inserted
    }
  }

  /// The total with the bounds over every combination of the facts that matter, and of further
  /// facts those combinations bring up.
  private func bounds(
    _ base: Outcome, _ asked: [FactBook.Missing]
  ) throws(StackingCycle) -> Assessment.Total {
    let total = base.total
    guard !asked.isEmpty, base.unparsed.isEmpty else { return total }
    var worlds: [[String: FactValue]] = [[:]]
    for fact in asked {
      let values = candidates(for: fact)
      guard !values.isEmpty, worlds.count * values.count <= Inquiry.worldLimit else { continue }
      worlds = worlds.flatMap { world in
        values.map { world.merging([fact.name: $0]) { $1 } }
      }
    }
    var rateLow = total.rateLow
    var rateHigh = total.rateHigh
    var dutyLow = total.dutyLow
    var dutyHigh = total.dutyHigh
    var unbounded =
      base.bar == nil && total.rate == nil && total.rateHigh == nil && !base.isUndecided
    if base.isUndecided { (rateLow, rateHigh, dutyLow, dutyHigh) = (nil, nil, nil, nil) }
    for world in worlds where isPossible(world) {
      let (outcome, _) = try evaluate(Supposition(facts: world))
      guard outcome.bar == nil else { continue }
      let other = outcome.total
      rateLow = [rateLow, other.rateLow].compactMap(\.self).min()
      dutyLow = [dutyLow, other.dutyLow].compactMap(\.self).min()
      if other.rateHigh == nil { unbounded = true }
      rateHigh = [rateHigh, other.rateHigh].compactMap(\.self).max()
      dutyHigh = [dutyHigh, other.dutyHigh].compactMap(\.self).max()
    }
    return Assessment.Total(
      rate: total.rate, additionalRate: total.additionalRate, duty: total.duty, rateLow: rateLow,
      rateHigh: unbounded ? nil : rateHigh, dutyLow: dutyLow,
      dutyHigh: unbounded ? nil : dutyHigh)
  }

  private func questions(
    _ evaluation: Evaluation, _ mattering: Mattering, _ base: Outcome, _ total: Assessment.Total,
    _ offered: [Offered]
  ) -> [Question] {
    var questions: [Question] = []
    for fact in mattering.asked + mattering.relief.map(\.fact) {
      let definition = regime.facts[fact.name]
      var values: [String] = []
      if case .choice(let choices)? = definition?.kind { values = choices }
      let assumed = fact.assumed.map { "; \($0) is assumed without it" } ?? ""
      questions.append(
        Question(
          fact: fact.name,
          unit: definition?.unit ?? (definition?.kind == .percent ? "percent" : nil),
          values: values,
          text: "State \(fact.name)=\(definition?.allowed ?? "VALUE")"
            + (definition.map { " (\($0.title))" } ?? "") + assumed + "."))
    }
    for unit in evaluation.facts.missingQuantities {
      questions.append(
        Question(
          fact: "quantity", unit: unit.name, values: [],
          text: "State the quantity in \(unit.name): the duty is an amount for each \(unit.name)."))
    }
    if needsValue(evaluation, base, total) {
      questions.append(
        Question(
          fact: "value", unit: "USD", values: [],
          text: "State the customs value in dollars: the rate is a share of it."))
    }
    if evaluation.needsMoreDigits {
      questions.append(
        Question(
          fact: Question.moreDigits, unit: nil, values: [],
          text: "State all ten digits: a measure covers only part of \(entry.code.dotted)."))
    }
    for offer in offered {
      questions.append(
        Question(
          fact: "claim", unit: nil, values: offer.claims,
          text: "Claim \(offer.claims.first ?? "") if the goods meet: \(offer.text)"))
    }
    return questions
  }

  // MARK: Readings

  /// A claim that would change the answer, with what it opens.
  private struct Offered {
    let id: String
    let claims: [String]
    let text: String
    let citation: String
    let outcome: Outcome
  }

  /// The claims that would change the answer; one that several measures know is one offer.
  private func offers(
    _ evaluation: Evaluation, _ base: Outcome
  ) throws(StackingCycle) -> [Offered] {
    var merged: [Evaluation.Offer] = []
    for offer in evaluation.offers {
      guard let name = offer.claims.first, let last = offer.claims.last else { continue }
      // Where one measure knows several claims by one name, as exclusions, each goes by its narrowest.
      let isShared =
        evaluation.offers.filter { $0.measure == offer.measure && $0.claims.first == name }.count
        > 1
      let claim = isShared ? last : name
      guard let known = merged.firstIndex(where: { $0.claims.first == claim }) else {
        merged.append(
          Evaluation.Offer(
            measure: offer.measure, claims: [claim] + offer.claims.filter { $0 != claim },
            text: offer.text, citation: offer.citation))
        continue
      }
      guard !merged[known].text.contains(offer.text) else { continue }
      merged[known] = Evaluation.Offer(
        measure: offer.measure, claims: merged[known].claims,
        text: merged[known].text + "; " + offer.text,
        citation: merged[known].citation + "; " + offer.citation)
    }
    var offered: [Offered] = []
    for offer in merged {
      guard let claim = offer.claims.first else { continue }
      let (outcome, _) = try evaluate(Supposition(claims: [claim]))
      // A claim whose answer needs more facts is told by the measure's own line, and one that costs
      // more, as goods found to be shipped around, is no relief to offer.
      guard !outcome.agrees(with: base), outcome.bar == nil, let rate = outcome.total.rate,
        base.total.rate.map({ rate <= $0 }) ?? true
      else { continue }
      offered.append(
        Offered(
          id: "claim-\(claim)", claims: offer.claims, text: offer.text, citation: offer.citation,
          outcome: outcome))
    }
    return offered
  }

  private func readings(
    _ base: Outcome, _ evaluation: Evaluation,
    _ relief: [(fact: FactBook.Missing, value: FactValue)], _ offered: [Offered]
  ) throws(StackingCycle) -> [ReadingOutcome] {
    var readings: [ReadingOutcome] = []
    for (fact, value) in relief {
      let (outcome, _) = try evaluate(Supposition(facts: [fact.name: value]))
      let title = regime.facts[fact.name]?.title ?? fact.name
      readings.append(
        reading(
          "\(fact.name)=\(value)", "If \(title) is \(value)", source(of: outcome, base), outcome))
    }
    readings += offered.map { offer in
      reading(offer.id, "If the goods meet: " + offer.text, offer.citation, offer.outcome)
    }
    for key in evaluation.readingKeys {
      let alternative = regime.measures[key.measure].terms[key.term].readings[key.reading]
      let (outcome, _) = try evaluate(Supposition(reading: key))
      readings.append(reading(alternative.id, alternative.text, alternative.source, outcome))
    }
    if let holding = evaluation.invalidations.first {
      let charged = try evaluate(Supposition(invalidated: .charged)).0
      let free = try evaluate(Supposition(invalidated: .free)).0
      if !charged.agrees(with: free) {
        readings.append(reading("as-collected", "As collected", holding.citation, charged, base))
        readings.append(
          reading(
            "as-held", "As held since \(holding.held); the difference is refund exposure",
            holding.citation, free, base))
      }
    }
    guard !readings.isEmpty else { return [] }
    if !readings.contains(where: \.isDefault) {
      readings.insert(
        reading("default", "As stated, with nothing claimed or assumed", "", base, base), at: 0)
    }
    return readings
  }

  private func reading(
    _ id: String, _ text: String, _ source: String, _ outcome: Outcome, _ base: Outcome? = nil
  ) -> ReadingOutcome {
    let total = outcome.total
    let status: EntryStatus =
      outcome.bar != nil
      ? .inadmissible
      : outcome.unparsed.isEmpty ? (outcome.isUndecided ? .needsFacts : .ok) : .unparsed
    return ReadingOutcome(
      id: id, text: text, source: source, isDefault: base.map { $0.agrees(with: outcome) } ?? false,
      status: status, rate: total.rate, duty: total.duty)
  }

  /// The citation of the line that a changed fact brought in.
  private func source(of outcome: Outcome, _ base: Outcome) -> String {
    let before = base.lines.filter { $0.status == .applied }
    let new = outcome.lines.first { line in
      line.status == .applied
        && !before.contains {
          $0.measure == line.measure && $0.heading == line.heading && $0.rate == line.rate
        }
    }
    let gone = before.first { line in
      !outcome.lines.contains { $0.status == .applied && $0.measure == line.measure }
    }
    return (new ?? gone)?.citation ?? ""
  }
}
