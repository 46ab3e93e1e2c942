extension Evaluation {
  /// Finds the term of a measure that meets the entry, the first in the order of the file.
  mutating func match(_ index: Int, _ measure: Measure) -> ScopeMatch {
    var nearest: (term: Term?, miss: Miss) = (nil, .day)
    for position in measure.terms.indices {
      let term = reading(of: measure.terms[position], at: index, position)
      guard term.validity.applies(on: day, knownOn: knownOn) else { continue }
      switch meets(term.scope, of: measure) {
      case .failure(let miss):
        if nearest.term == nil || miss.closeness > nearest.miss.closeness { nearest = (term, miss) }
      case .success(let certain):
        noteReadings(of: term, at: index, position)
        if let exempt = exemption(of: measure) { return .misses(term, .exempt(exempt)) }
        if let void = void(term) { return .void(term, void) }
        switch columnDuty(of: term) {
        case .failure(let miss): nearest = (term, miss)
        case .success(let duty):
          return .meets(
            Candidate(index: index, measure: measure, term: term, isCertain: certain, duty: duty))
        }
      }
    }
    return .misses(nearest.term, nearest.miss)
  }

  /// - Returns: whether the scope certainly holds, or only may.
  private mutating func meets(_ scope: Scope, of measure: Measure) -> Result<Bool, Miss> {
    guard scope.origins.contains(entry.origin, on: day, groups: regime.groups) else {
      return .failure(.origin)
    }
    var certain = true
    switch regime.covers(scope, entry.code) {
    case .some(false):
      return .failure(.goods)
    case .none:
      certain = false
      needsMoreDigits = true
    case .some(true): break
    }
    if !scope.claims.isEmpty, !facts.isClaimed(scope.claims) {
      return .failure(.claim(scope.claims.first ?? ""))
    }
    switch facts.truth(of: scope.condition, for: measure) {
    case .no: return .failure(.condition(scope.condition))
    case .unknown: certain = false
    case .yes: break
    }
    return .success(certain)
  }

  /// The first exemption that holds; notes claims that would make one hold.
  private mutating func exemption(of measure: Measure) -> Exemption? {
    for exemption in measure.exemptions
    where exemption.validity.applies(on: day, knownOn: knownOn) {
      var unclaimed = exemption.scope
      unclaimed.claims = []
      guard case .success(let certain) = meets(unclaimed, of: measure), certain else { continue }
      if exemption.scope.claims.isEmpty || facts.isClaimed(exemption.scope.claims) {
        return exemption
      }
      offers.append(Offer(measure: measure.id, exemption: exemption))
    }
    return nil
  }

  private mutating func void(_ term: Term) -> Invalidation? {
    guard let invalidation = term.invalidation, knownOn.map({ $0 >= invalidation.held }) ?? true
    else { return nil }
    if !invalidations.contains(invalidation) { invalidations.append(invalidation) }
    let counts =
      switch supposed.invalidated {
      case .charged: true
      case .free: false
      case nil: day < invalidation.held
      }
    return counts ? nil : invalidation
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
          return .failure(.excluded(indicator: indicator))
        }
        return .success(rate)
      }
      return .failure(.noRate(indicators: indicators))
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
}
