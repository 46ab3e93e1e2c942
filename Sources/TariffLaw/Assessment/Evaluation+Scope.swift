extension Evaluation {
  /// Finds the term of a measure that meets the entry, the first in the order of the file.
  mutating func match(_ index: Int, _ measure: Measure) -> ScopeMatch {
    var nearest = ScopeMatch.misses(nil, reason: reasonForDay(measure), closeness: 0)
    for position in measure.terms.indices {
      let term = reading(of: measure.terms[position], at: index, position)
      guard term.validity.applies(on: day, knownOn: knownOn) else { continue }
      switch meets(term.scope, of: measure) {
      case .failure(let miss):
        if case .misses(_, _, let best) = nearest, miss.closeness > best || nearest.hasNoTerm {
          nearest = .misses(term, reason: miss.reason, closeness: miss.closeness)
        }
      case .success(let certain):
        noteReadings(of: term, at: index, position)
        if let exempt = exemption(of: measure) {
          return .misses(term, reason: exempt, closeness: 9)
        }
        if let void = void(term) { return .void(term, reason: void) }
        switch columnDuty(of: term) {
        case .failure(let miss):
          nearest = .misses(term, reason: miss.reason, closeness: miss.closeness)
        case .success(let duty):
          return .meets(
            Candidate(index: index, measure: measure, term: term, isCertain: certain, duty: duty))
        }
      }
    }
    return nearest
  }

  /// Why a scope does not hold, and how many of its tests did.
  struct Miss: Error {
    let reason: String
    let closeness: Int
  }

  /// - Returns: whether the scope certainly holds, or only may.
  private mutating func meets(_ scope: Scope, of measure: Measure) -> Result<Bool, Miss> {
    guard scope.origins.contains(entry.origin, on: day, groups: regime.groups) else {
      return .failure(Miss(reason: "origin \(entry.origin) is not covered", closeness: 1))
    }
    var certain = true
    switch regime.covers(scope, entry.code) {
    case .some(false):
      return .failure(
        Miss(reason: "\(entry.code.dotted) is not among its goods", closeness: 2))
    case .none:
      certain = false
      needsMoreDigits = true
    case .some(true): break
    }
    if !scope.claims.isEmpty, !facts.isClaimed(scope.claims) {
      return .failure(
        Miss(
          reason: "not claimed (claim \(scope.claims.first ?? ""))", closeness: 4))
    }
    switch facts.truth(of: scope.condition, for: measure) {
    case .no: return .failure(Miss(reason: unmet(scope.condition), closeness: 5))
    case .unknown: certain = false
    case .yes: break
    }
    return .success(certain)
  }

  /// The reason of the first exemption that holds; notes claims that would make one hold.
  private mutating func exemption(of measure: Measure) -> String? {
    for exemption in measure.exemptions
    where exemption.validity.applies(on: day, knownOn: knownOn) {
      var unclaimed = exemption.scope
      unclaimed.claims = []
      guard case .success(let certain) = meets(unclaimed, of: measure), certain else { continue }
      let heading = exemption.heading.map { " (heading \($0))" } ?? ""
      if exemption.scope.claims.isEmpty || facts.isClaimed(exemption.scope.claims) {
        return "exempt\(heading): \(exemption.text) [\(exemption.citation)]"
      }
      offers.append(Offer(measure: measure.id, exemption: exemption))
    }
    return nil
  }

  private mutating func void(_ term: Term) -> String? {
    guard let invalidation = term.invalidation, knownOn.map({ $0 >= invalidation.held }) ?? true
    else { return nil }
    if !invalidations.contains(invalidation) { invalidations.append(invalidation) }
    let counts =
      switch supposed.invalidated {
      case .charged: true
      case .free: false
      case nil: day < invalidation.held
      }
    return counts ? nil : "held void on \(invalidation.held) [\(invalidation.citation)]"
  }

  /// The duty text of a term: its own, or the column of the schedule it points to.
  private func columnDuty(of term: Term) -> Result<DutyText, Miss> {
    switch term.duty {
    case .stated(let text): return .success(text)
    case .column(.general): return .success(line.general)
    case .column(.other): return .success(line.other)
    case .column(.special(let indicators)):
      for indicator in indicators {
        guard let rate = line.special[indicator] else { continue }
        if line.excluded(from: indicator).contains(entry.origin) {
          return .failure(
            Miss(reason: "\(entry.origin) is excluded from \(indicator) for this line", closeness: 6))
        }
        return .success(rate)
      }
      return .failure(Miss(reason: "the line has no \(indicators.joined(separator: " or ")) rate", closeness: 3))
    }
  }

  private func reading(of term: Term, at measure: Int, _ position: Int) -> Term {
    guard let key = supposed.reading, key.measure == measure, key.term == position,
      key.reading < term.readings.count
    else { return term }
    let reading = term.readings[key.reading]
    var changed = term
    changed.duty = reading.duty ?? term.duty
    changed.base = reading.base ?? term.base
    changed.stacking.amount = reading.amount ?? term.stacking.amount
    return changed
  }

  private mutating func noteReadings(of term: Term, at measure: Int, _ position: Int) {
    for reading in term.readings.indices {
      readingKeys.append(
        Supposition.ReadingKey(measure: measure, term: position, reading: reading))
    }
  }

  private func reasonForDay(_ measure: Measure) -> String {
    if measure.terms.allSatisfy(\.validity.span.isEmpty) { return "withdrawn before it took effect" }
    let starts = measure.terms.compactMap(\.validity.span.first).sorted()
    if let next = starts.first(where: { $0 > day }) { return "not in force before \(next)" }
    let ends = measure.terms.compactMap(\.validity.span.last).sorted()
    if let last = ends.last, last < day { return "ended on \(last)" }
    return knownOn == nil ? "not in force on \(day)" : "not known to be in force on \(day)"
  }

  private func unmet(_ condition: Condition) -> String {
    "the circumstances do not meet it: \(condition.words)"
  }
}

extension ScopeMatch {
  fileprivate var hasNoTerm: Bool {
    if case .misses(nil, _, _) = self { true } else { false }
  }
}
