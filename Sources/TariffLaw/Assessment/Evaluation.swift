/// One pass over the measures of a regime for one entry, with every unknown either stated,
/// supposed, or taken at its default.
///
/// Stacking is resolved by asking, for each term that meets the entry, whether another that stands
/// puts it aside; the questions recurse along the displacements the law names, each answered once.
struct Evaluation {
  let regime: Regime
  let entry: Entry
  let line: RateLine
  /// The day whose law governs.
  let day: Day
  let knownOn: Day?
  let supposed: Supposition
  /// Whether measures that do not apply are listed with the reason.
  let explains: Bool

  var facts: FactBook
  var needsMoreDigits = false
  var offers: [Offer] = []
  var invalidations: [Invalidation] = []
  var readingKeys: [Supposition.ReadingKey] = []

  var candidates: [Candidate] = []
  private var burdens: [Burden?] = []
  private var standings: [Standing?] = []
  private var open: [Int] = []

  /// An exemption that would hold if it were claimed.
  struct Offer {
    let measure: String
    let exemption: Exemption
  }

  private enum Standing {
    case stands
    case aside(by: Int)
  }

  init(
    regime: Regime, entry: Entry, line: RateLine, day: Day, knownOn: Day?, supposed: Supposition,
    explains: Bool
  ) {
    self.regime = regime
    self.entry = entry
    self.line = line
    self.day = day
    self.knownOn = knownOn
    self.supposed = supposed
    self.explains = explains
    facts = FactBook(entry: entry, regime: regime, supposed: supposed)
  }

  /// - Throws: ``StackingCycle`` when the law data displaces in a circle.
  mutating func run() throws(StackingCycle) -> Outcome {
    var matches: [ScopeMatch] = []
    for (index, measure) in regime.measures.enumerated() {
      let match = match(index, measure)
      if case .meets(let candidate) = match { candidates.append(candidate) }
      matches.append(match)
    }
    burdens = Array(repeating: nil, count: candidates.count)
    standings = Array(repeating: nil, count: candidates.count)

    var outcome = Outcome(value: entry.value)
    var position = 0
    for (measure, match) in zip(regime.measures, matches) {
      switch match {
      case .misses(let term, let miss):
        guard explains else { continue }
        outcome.lines.append(
          line(
            for: measure, term, .notInScope, nil, reason(miss, measure), declared: miss.declared))
      case .void(let term, let invalidation):
        outcome.lines.append(
          line(
            for: measure, term, .void, nil,
            "held void on \(invalidation.held) [\(invalidation.citation)]"))
      case .meets(let candidate):
        try settle(candidate, at: position, into: &outcome)
        position += 1
      }
    }
    return outcome
  }

  private mutating func settle(
    _ candidate: Candidate, at position: Int, into outcome: inout Outcome
  ) throws(StackingCycle) {
    let measure = candidate.measure
    let term = candidate.term
    guard candidate.isCertain else {
      outcome.isUndecided = true
      outcome.lines.append(
        line(for: measure, term, .needsFacts, nil, "depends on a fact that is not stated"))
      return
    }
    if case .aside(let other) = try standing(position) {
      let by = candidates[other]
      let burden = try burden(position)
      outcome.lines.append(
        line(
          for: measure, term, .displaced, burden,
          "stands aside for \(by.term.heading ?? by.measure.title)", duty: candidate.duty,
          declared: term.asideHeading))
      return
    }
    if case .remainder = term.base, try share(of: term.base, for: measure) == .some(0) {
      outcome.lines.append(
        line(
          for: measure, term, .displaced, Burden(value: entry.value),
          "the whole value is under the measures it leaves aside", duty: candidate.duty,
          declared: term.asideHeading))
      return
    }
    switch term.effect {
    case .bars:
      outcome.bar = outcome.bar ?? "\(measure.title): \(term.citation)"
      outcome.lines.append(
        line(for: measure, term, .applied, nil, "the article may not enter"))
      return
    case .requires(let document):
      outcome.documents.append("\(measure.title) requires \(document) [\(term.citation)]")
    case .duty: break
    }
    let burden = try burden(position)
    if case .unparsed(let text) = candidate.duty { outcome.unparsed.append(text) }
    let applied = line(
      for: measure, term, burden.isKnown ? .applied : .needsFacts, burden,
      appliedReason(candidate, burden), duty: candidate.duty,
      declared: isReached(candidate, burden) ? term.reachedHeading ?? term.heading : term.heading)
    if measure.kind == .fee {
      outcome.fees.append(applied)
    } else {
      outcome.add(burden, isColumn: measure.isColumn, fallsAsOthersRise: term.stacking.isTotal)
      outcome.lines.append(applied)
    }
  }

  /// Whether a total is reached by the duty it counts, so that nothing is owed on top.
  private func isReached(_ candidate: Candidate, _ burden: Burden) -> Bool {
    guard case .topsUpTo = candidate.term.stacking.amount else { return false }
    return burden.isKnown && !burden.isOwed
  }

  private func appliedReason(_ candidate: Candidate, _ burden: Burden) -> String {
    switch candidate.term.stacking.amount {
    case .topsUpTo:
      if isReached(candidate, burden) {
        return "applies with zero: the duty counted towards the total reaches it already"
      }
      return "tops the counted duty up to the total"
    case .capsAt: return "holds the counted duty to the cap"
    case .adds: break
    }
    if candidate.measure.kind == .fee { return "a charge beside the duty" }
    switch candidate.term.base {
    case .value: return candidate.measure.isColumn ? "rate of the schedule" : "adds to the rest"
    case .content(let fact): return "on the \(fact) content"
    case .excluding(let fact): return "on the value less \(fact)"
    case .remainder: return "on the part of the value under no other of the named measures"
    case .amount(let fact): return "on \(fact)"
    }
  }

  private func line(
    for measure: Measure, _ term: Term?, _ status: LineStatus, _ burden: Burden?, _ reason: String,
    duty: DutyText? = nil, declared: String? = nil
  ) -> AssessedLine {
    let term = term ?? measure.terms.last
    return AssessedLine(
      measure: measure.id, title: measure.title, authority: measure.authority,
      heading: term?.heading, status: status, burden: burden, rateText: duty?.text,
      citation: term?.citation ?? "", span: term?.validity.span, reason: reason,
      isColumn: measure.isColumn, declared: declared, isFee: measure.kind == .fee)
  }
}

// MARK: - Stacking

extension Evaluation {
  private mutating func standing(_ position: Int) throws(StackingCycle) -> Standing {
    if let known = standings[position] { return known }
    if let start = open.firstIndex(of: position) {
      throw StackingCycle(measures: open[start...].map { candidates[$0].measure.id })
    }
    open.append(position)
    defer { open.removeLast() }
    var answer = Standing.stands
    let measure = candidates[position].measure
    for (other, rival) in candidates.enumerated() where other != position && rival.isCertain {
      let replaces = rival.term.stacking.replaces.contains { $0.matches(measure) }
      let displaces = rival.term.stacking.displaces.contains { $0.matches(measure) }
      guard replaces || displaces, case .stands = try standing(other) else { continue }
      if replaces {
        answer = .aside(by: other)
      } else if try burden(other).isOwed {
        answer = .aside(by: other)
      }
      if case .aside = answer { break }
    }
    standings[position] = answer
    return answer
  }

  private mutating func burden(_ position: Int) throws(StackingCycle) -> Burden {
    if let known = burdens[position] { return known }
    let candidate = candidates[position]
    let share = try share(of: candidate.term.base, for: candidate.measure)
    var burden: Burden
    switch candidate.duty {
    case .unparsed:
      burden = Burden(value: entry.value)
      burden.unknownHigh = nil
    case .parsed(let expression, _):
      burden = facts.burden(
        of: expression, share: share, for: candidate.measure, value: entry.value)
      switch candidate.term.stacking.amount {
      case .adds: break
      case .topsUpTo(let counting):
        burden = burden.excess(over: try counted(counting), share: share)
      case .capsAt(let counting):
        burden = try counted(counting).excess(over: burden, share: share).negated
      }
      burden = burden.within(candidate.term.limits)
    }
    burdens[position] = burden
    return burden
  }

  /// The sum of the measures a total counts: those selected, less those put aside by another that
  /// is selected. A counted column stays counted when a measure outside the selection replaces it.
  private mutating func counted(_ selectors: [MeasureSelector]) throws(StackingCycle) -> Burden {
    let selected = candidates.indices.filter { position in
      candidates[position].isCertain
        && selectors.contains { $0.matches(candidates[position].measure) }
    }
    var sum = Burden(value: entry.value)
    for position in selected {
      if case .aside(let by) = try standing(position), selected.contains(by) { continue }
      sum = sum + (try burden(position))
    }
    return sum
  }

  /// The share of the customs value a base comes to; `nil` when it is unknown.
  private mutating func share(
    of base: ValueBase, for measure: Measure
  ) throws(StackingCycle) -> Fraction? {
    switch base {
    case .value: return 1
    case .content(let fact): return percent(fact, for: measure)
    case .excluding(let fact): return percent(fact, for: measure).map { 1 - $0 }
    case .amount(let fact):
      guard case .number(let amount)? = facts.value(fact, for: measure, witnesses: []),
        let value = entry.value, value.isPositive
      else { return nil }
      return amount / value
    case .remainder(let selectors):
      var rest = Fraction.one
      for (position, candidate) in candidates.enumerated()
      where candidate.isCertain && selectors.contains(where: { $0.matches(candidate.measure) }) {
        guard case .stands = try standing(position) else { continue }
        guard let taken = try share(of: candidate.term.base, for: candidate.measure) else {
          return nil
        }
        rest = rest - taken
      }
      return max(rest, 0)
    }
  }

  private mutating func percent(_ fact: String, for measure: Measure) -> Fraction? {
    let witnesses: [FactValue] = [.number(0), .number(100)]
    guard case .number(let percent)? = facts.value(fact, for: measure, witnesses: witnesses) else {
      return nil
    }
    return percent / 100
  }
}

extension Stacking {
  var isTotal: Bool {
    if case .adds = amount { false } else { true }
  }
}
