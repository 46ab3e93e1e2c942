extension Evaluation {
  /// Why a measure does not apply, in words.
  func reason(_ miss: Miss, _ index: Int) -> String {
    switch miss {
    case .day: reasonForDay(index)
    case .origin: "origin \(entry.origin) is not covered"
    case .goods: "\(entry.code.dotted) is not among its goods"
    case .claim(let name): "not claimed (claim \(name))"
    case .condition(let condition): "the circumstances do not meet it: \(condition.words)"
    case .excluded(let indicator):
      "\(entry.origin) is excluded from \(indicator) for this line"
    case .noRate(let indicators): "the line has no \(indicators.joined(separator: " or ")) rate"
    case .exempt(let exemption):
      "exempt\(exemption.heading.map { " (heading \($0))" } ?? ""): \(exemption.text)"
        + " [\(exemption.citation)]"
    }
  }

  private func reasonForDay(_ index: Int) -> String {
    let measure = regime.measures[index]
    // A measure that would not cover the origin on any day is told by its origin.
    let coversOrigin = regime.links[index].origins.contains {
      $0.contains(entry.origin, on: day, groups: regime.groups)
    }
    if !coversOrigin { return reason(.origin, index) }
    if measure.terms.allSatisfy(\.validity.span.isEmpty) {
      return "withdrawn before it took effect"
    }
    let starts = measure.terms.compactMap(\.validity.span.first).sorted()
    if let next = starts.first(where: { $0 > day }) { return "not in force before \(next)" }
    let ends = measure.terms.compactMap(\.validity.span.last).sorted()
    if let last = ends.last, last < day { return "ended on \(last)" }
    return knownOn == nil ? "not in force on \(day)" : "not known to be in force on \(day)"
  }

  /// Why a measure applies, or what its amount is on, in words.
  func reason(_ candidate: Candidate, _ isReached: Bool, _ base: LineBase?) -> String {
    let measure = regime.measures[candidate.measure]
    switch candidate.amount {
    case .topsUp where isReached:
      return "applies with zero: the duty counted towards the total reaches it already"
    case .topsUp: return "tops the counted duty up to the total"
    case .caps: return "holds the counted duty to the cap"
    case .adds: break
    }
    if measure.kind == .fee { return "a charge beside the duty" }
    switch candidate.base {
    case .value: return measure.isColumn ? "rate of the schedule" : "adds to the rest"
    case .content(let fact): return "on the \(fact) content"
    case .excluding(let fact): return "on the value less \(fact)"
    case .remainder where base?.share == 1: return "adds to the rest"
    case .remainder: return "on the part of the value under no other of the named measures"
    case .amount(let fact): return "on \(fact)"
    }
  }
}
