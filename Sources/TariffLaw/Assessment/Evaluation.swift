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
  /// What can meet the origin on the day.
  let selection: LawSelection

  var facts: FactBook
  var goods: GoodsVerdicts
  var needsMoreDigits = false
  var offers: [Offer] = []
  var invalidations: [Invalidation] = []
  var readingKeys: [Supposition.ReadingKey] = []

  var candidates: [Candidate] = []
  private var burdens: [Burden?] = []
  private var standings: [Standing?] = []
  /// Candidates whose standing or burden is being found, to tell a circle.
  private var open: [Int] = []

  /// Relief that would hold if it were claimed: an exemption, or a term that asks for a claim.
  struct Offer {
    let measure: Int
    let claims: [String]
    let text: String
    let citation: String
  }

  private enum Standing {
    case stands
    case aside(by: Int)
  }

  init(
    regime: Regime, entry: Entry, line: RateLine, day: Day, knownOn: Day?, supposed: Supposition,
    explains: Bool, selection: LawSelection, goods: GoodsVerdicts
  ) {
    self.regime = regime
    self.entry = entry
    self.line = line
    self.day = day
    self.knownOn = knownOn
    self.supposed = supposed
    self.explains = explains
    self.selection = selection
    self.goods = goods
    facts = FactBook(entry: entry, regime: regime, supposed: supposed)
  }

  /// - Throws: ``StackingCycle`` when the law data displaces in a circle.
  mutating func run() throws(StackingCycle) -> Outcome {
    var matches: [(measure: Int, match: ScopeMatch)] = []
    for selected in selection.measures {
      let match = match(selected.measure, selected)
      // In a sweep nobody reads why the rest does not apply.
      if case .misses = match, !explains { continue }
      matches.append((selected.measure, match))
    }
    if explains { matches = withTheRest(matches) }
    burdens = Array(repeating: nil, count: candidates.count)
    standings = Array(repeating: nil, count: candidates.count)

    var outcome = Outcome(value: entry.value)
    var position = 0
    for (index, match) in matches {
      switch match {
      case .misses(let term, let miss):
        let measure = regime.measures[index]
        outcome.lines.append(
          line(
            for: measure, term.map { measure.terms[$0] }, .notInScope, nil, reason(miss, index),
            declared: miss.declared))
      case .void(let term, let invalidation):
        let measure = regime.measures[index]
        outcome.lines.append(
          line(
            for: measure, measure.terms[term], .void, nil,
            "held void on \(invalidation.held) [\(invalidation.citation)]"))
      case .meets:
        try settle(position, into: &outcome)
        position += 1
      }
    }
    return outcome
  }

  /// The measures that can not meet the origin on the day take their places in the order of the regime.
  private func withTheRest(
    _ matches: [(measure: Int, match: ScopeMatch)]
  ) -> [(measure: Int, match: ScopeMatch)] {
    var all: [(measure: Int, match: ScopeMatch)] = []
    var rest = matches[...]
    for index in regime.measures.indices {
      if let next = rest.first, next.measure == index {
        all.append(next)
        rest = rest.dropFirst()
      } else if regime.measures[index].kind != .fee {
        all.append((index, .misses(term: nil, .day)))
      }
    }
    return all
  }

  private mutating func settle(
    _ position: Int, into outcome: inout Outcome
  ) throws(StackingCycle) {
    let candidate = candidates[position]
    let measure = regime.measures[candidate.measure]
    let term = measure.terms[candidate.term]
    if case .aside(let other) = try standing(position) {
      let by = regime.measures[candidates[other].measure]
      let heading = by.terms[candidates[other].term].heading
      // What it would cost is shown as far as known; it asks for nothing.
      let asked = facts
      let burden = candidate.isCertain ? try burden(position) : nil
      facts = asked
      outcome.lines.append(
        line(
          for: measure, term, .displaced, burden, "stands aside for \(heading ?? by.title)",
          duty: candidate.duty, declared: term.asideHeading))
      return
    }
    guard candidate.isCertain else {
      let undecided = line(
        for: measure, term, .needsFacts, nil, "depends on a fact that is not stated")
      if measure.kind == .fee {
        outcome.fees.append(undecided)
      } else {
        outcome.isUndecided = true
        outcome.lines.append(undecided)
      }
      return
    }
    if case .remainder = candidate.base, try share(position) == .some(0) {
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
    var base: LineBase?
    if explains, let share = try share(position) {
      let content: String? = if case .content(let fact) = candidate.base { fact } else { nil }
      base = LineBase(share: share, content: content)
    }
    let isReached = candidate.amount == .topsUp && burden.isKnown && !burden.isOwed
    let applied = line(
      for: measure, term, burden.isKnown ? .applied : .needsFacts, burden,
      explains ? reason(candidate, isReached, base) : "", duty: candidate.duty, base: base,
      declared: isReached ? term.reachedHeading ?? term.heading : term.heading)
    if measure.kind == .fee {
      outcome.fees.append(applied)
    } else {
      outcome.add(
        burden, isColumn: applied.isColumn, fallsAsOthersRise: candidate.amount != .adds)
      outcome.lines.append(applied)
    }
  }

  private func line(
    for measure: Measure, _ term: Term?, _ status: LineStatus, _ burden: Burden?, _ reason: String,
    duty: DutyText? = nil, base: LineBase? = nil, declared: String? = nil
  ) -> AssessedLine {
    let term = term ?? measure.terms.last
    return AssessedLine(
      measure: measure.id, title: measure.title, authority: measure.authority,
      heading: term?.heading, status: status, burden: burden, rateText: duty?.text,
      citation: term?.citation ?? "", span: term?.validity.span, reason: reason,
      isColumn: measure.isColumn, declared: declared, base: base,
      isFee: measure.kind == .fee)
  }
}

// MARK: - Stacking

extension Evaluation {
  /// Whether a candidate stands or is put aside, and by which.
  private mutating func standing(_ position: Int) throws(StackingCycle) -> Standing {
    if let known = standings[position] { return known }
    try enter(position)
    defer { open.removeLast() }
    var answer = Standing.stands
    let measure = candidates[position].measure
    for other in candidates.indices where other != position && candidates[other].isCertain {
      let replaces = candidates[other].links.replaces.contains(measure)
      guard replaces || candidates[other].links.displaces.contains(measure) else { continue }
      guard case .stands = try standing(other) else { continue }
      // Putting aside asks for more than zero owed; replacing does not.
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

  private mutating func enter(_ position: Int) throws(StackingCycle) {
    if let start = open.firstIndex(of: position) {
      throw StackingCycle(
        measures: open[start...].map { regime.measures[candidates[$0].measure].id })
    }
    open.append(position)
  }

  /// What a candidate costs, were it to stand.
  private mutating func burden(_ position: Int) throws(StackingCycle) -> Burden {
    if let known = burdens[position] { return known }
    let candidate = candidates[position]
    let share = try share(position)
    var burden: Burden
    switch candidate.duty {
    case .unparsed:
      burden = Burden(value: entry.value)
      burden.unknownHigh = nil
    case .parsed(let expression, _):
      let measure = regime.measures[candidate.measure]
      burden = facts.burden(of: expression, share: share, for: measure, value: entry.value)
      switch candidate.amount {
      case .adds: break
      case .topsUp:
        burden = burden.excess(over: try counted(position), share: share)
      case .caps:
        burden = try counted(position).excess(over: burden, share: share).negated
      }
      burden = burden.within(measure.terms[candidate.term].limits)
    }
    burdens[position] = burden
    return burden
  }

  /// The sum of what a total or a cap counts: the named measures that meet the entry, less those
  /// that one of the named puts aside, as a preference does the general rate.
  private mutating func counted(_ position: Int) throws(StackingCycle) -> Burden {
    let counting = candidates[position].links.counting
    let selected = candidates.indices.filter {
      candidates[$0].isCertain && counting.contains(candidates[$0].measure)
    }
    var sum = Burden(value: entry.value)
    for other in selected {
      if case .aside(let by) = try standing(other), selected.contains(by) { continue }
      sum = sum + (try burden(other))
    }
    return sum
  }

  /// The share of the customs value that a candidate's duty is on; `nil` when not known.
  private mutating func share(_ position: Int) throws(StackingCycle) -> Fraction? {
    let measure = candidates[position].measure
    switch candidates[position].base {
    case .value: return 1
    case .content(let fact): return percent(fact, for: measure)
    case .excluding(let fact): return percent(fact, for: measure).map { 1 - $0 }
    case .amount(let fact):
      guard
        case .number(let amount)? = facts.value(
          fact, for: regime.measures[measure], witnesses: []),
        let value = entry.value, value.isPositive
      else { return nil }
      return amount / value
    case .remainder:
      let aside = candidates[position].links.remainder
      var rest = Fraction.one
      var isKnown = true
      try enter(position)
      defer { open.removeLast() }
      for other in candidates.indices
      where other != position && candidates[other].isCertain
        && aside.contains(candidates[other].measure)
      {
        // A good is subject to a measure only where more than zero is owed under it; a total that
        // the ordinary duty reaches lays nothing. A line that is free in its own words counts.
        guard case .stands = try standing(other) else { continue }
        if candidates[other].amount != .adds {
          guard try burden(other).isOwed else { continue }
        }
        guard let taken = try share(other) else {
          isKnown = false
          continue
        }
        rest = rest - taken
      }
      // One measure on the whole value leaves nothing, whatever the others' share.
      return rest.isPositive ? (isKnown ? rest : nil) : 0
    }
  }

  private mutating func percent(_ fact: String, for measure: Int) -> Fraction? {
    let witnesses: [FactValue] = [.number(0), .number(100)]
    guard
      case .number(let percent)? = facts.value(
        fact, for: regime.measures[measure], witnesses: witnesses)
    else { return nil }
    return percent / 100
  }
}
