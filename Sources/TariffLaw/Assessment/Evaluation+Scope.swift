extension Evaluation {
  /// Finds the term of a measure that meets the entry, the first in the order of the file.
  ///
  /// - Parameter selected: what of the measure can meet the origin on the day.
  mutating func match(_ index: Int, _ selected: LawSelection.Selected) -> ScopeMatch {
    let measure = regime.measures[index]
    let links = regime.links[index]
    var nearest: (term: Int?, miss: Miss) = (nil, .day)
    for position in terms(of: links, selected) {
      if goods.covers(links.termGoods[position]) == .no {
        // Nearly all miss by their goods, which is the quickest to tell.
        nearest = nearest.term == nil ? (position, .goods) : nearest
        continue
      }
      let scope = measure.terms[position].scope
      switch meets(scope, links.termGoods[position], of: measure) {
      case .failure(let miss):
        if case .claim = miss { offer(index, position) }
        if nearest.term == nil || miss.closeness > nearest.miss.closeness {
          nearest = (position, miss)
        }
      case .success(let certainty):
        noteReadings(of: measure.terms[position], at: index, position)
        var isPartlyExempt = false
        if let exempt = exemption(of: index, links, selected, &isPartlyExempt) {
          return .misses(term: position, .exempt(exempt))
        }
        if let invalidation = void(measure.terms[position].invalidation) {
          return .void(term: position, invalidation)
        }
        let reading = reading(at: index, position)
        switch columnDuty(reading?.duty ?? measure.terms[position].duty) {
        case .failure(let miss): nearest = (position, miss)
        case .success(let duty):
          candidates.append(
            Candidate(
              measure: index, term: position,
              isCertain: certainty == .certain && !isPartlyExempt, duty: duty,
              base: reading?.base ?? measure.terms[position].base,
              amount: .init(reading?.amount ?? measure.terms[position].stacking.amount),
              links: reading == nil
                ? links.terms[position]
                : links.readings[position][supposed.reading?.reading ?? 0]))
          return .meets
        }
      }
    }
    return .misses(term: nearest.term, nearest.miss)
  }

  /// Whether a scope that is not missed certainly holds.
  private enum Certainty {
    case certain
    case needsDigits
    case needsFacts
  }

  /// The selected terms, less those whose lists are known not to hold the goods.
  private func terms(of links: MeasureLinks, _ selected: LawSelection.Selected) -> [Int] {
    guard selected.terms.count > MeasureLinks.many,
      let possible = links.terms(for: goods.present)
    else { return selected.terms }
    return possible.filter(selected.holds)
  }

  private mutating func meets(
    _ scope: Scope, _ scopeGoods: MeasureLinks.ScopeGoods, of measure: Measure
  ) -> Result<Certainty, Miss> {
    let covers = goods.covers(scopeGoods)
    if covers == .no { return .failure(.goods) }
    if !scope.claims.isEmpty, !facts.isClaimed(scope.claims) {
      return .failure(.claim(scope.claims.first ?? ""))
    }
    let truth = facts.truth(of: scope.condition, for: measure)
    if truth == .no { return .failure(.condition(scope.condition)) }
    // More digits are asked for only where nothing else rules the scope out.
    if covers == .unknown {
      needsMoreDigits = true
      return .success(.needsDigits)
    }
    return .success(truth == .yes ? .certain : .needsFacts)
  }

  /// Notes a term that would apply if it were claimed. Terms for any good of any origin are left out:
  /// every answer would list them.
  private mutating func offer(_ index: Int, _ position: Int) {
    guard explains else { return }
    let measure = regime.measures[index]
    let term = measure.terms[position]
    var unclaimed = term.scope
    unclaimed.claims = []
    var isOffered = unclaimed.goods != nil || !unclaimed.origins.included.isEmpty
    if case .column(.special) = term.duty { isOffered = true }
    guard isOffered,
      case .success(.certain) = meets(
        unclaimed, regime.links[index].termGoods[position], of: measure),
      case .success = columnDuty(term.duty)
    else { return }
    offers.append(
      Offer(
        measure: index, claims: term.scope.claims, text: measure.title, citation: term.citation))
  }

  /// The first exemption that holds; notes claims that would make one hold.
  ///
  /// - Parameter isPartial: set when one holds for only part of what the code names.
  private mutating func exemption(
    of index: Int, _ links: MeasureLinks, _ selected: LawSelection.Selected,
    _ isPartial: inout Bool
  ) -> Exemption? {
    let measure = regime.measures[index]
    for position in selected.exemptions {
      if goods.covers(links.exemptionGoods[position]) == .no { continue }
      let exemption = measure.exemptions[position]
      let claimed = exemption.scope.claims.isEmpty || facts.isClaimed(exemption.scope.claims)
      // In a sweep nobody reads what could be claimed.
      guard claimed || explains else { continue }
      var unclaimed = exemption.scope
      unclaimed.claims = []
      switch meets(unclaimed, links.exemptionGoods[position], of: measure) {
      case .success(.certain):
        if claimed { return exemption }
        offers.append(
          Offer(
            measure: index, claims: exemption.scope.claims, text: exemption.text,
            citation: exemption.citation))
      case .success(.needsDigits): isPartial = isPartial || claimed
      case .success(.needsFacts), .failure: break
      }
    }
    return nil
  }

  private mutating func void(_ invalidation: Invalidation?) -> Invalidation? {
    guard let invalidation, knownOn.map({ $0 >= invalidation.held }) ?? true
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
  private func columnDuty(_ duty: TermDuty) -> Result<DutyText, Miss> {
    switch duty {
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

  private func reading(at measure: Int, _ position: Int) -> AlternativeReading? {
    guard let key = supposed.reading, key.measure == measure, key.term == position else {
      return nil
    }
    let readings = regime.measures[measure].terms[position].readings
    return key.reading < readings.count ? readings[key.reading] : nil
  }

  private mutating func noteReadings(of term: Term, at measure: Int, _ position: Int) {
    guard explains else { return }
    for reading in term.readings.indices {
      readingKeys.append(
        Supposition.ReadingKey(measure: measure, term: position, reading: reading))
    }
  }
}
