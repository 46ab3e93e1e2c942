extension Regime {
  /// The days within a span on which the law or the schedule may change: the first day of the span,
  /// and every day on which a term, an exemption, a membership or an edition begins, or the day after
  /// one ends. Between two of them the same entry has the same answer.
  public func daysOfChange(in span: ClosedRange<Day>, schedule: Schedule) -> [Day] {
    var days = daysOfLaw(in: span)
    for edition in schedule.editions where span.contains(edition.from) {
      days.insert(edition.from)
    }
    return days.sorted()
  }

  /// The first day of a span and those on which the law itself changes, whatever the schedule does.
  func daysOfLaw(in span: ClosedRange<Day>) -> Set<Day> {
    var days: Set<Day> = [span.lowerBound]
    func add(_ day: Day?) {
      if let day, span.contains(day) { days.insert(day) }
    }
    func add(_ span: DaySpan) {
      guard !span.isEmpty else { return }
      add(span.first)
      add(span.last?.advanced(by: 1))
    }
    for measure in measures {
      for term in measure.terms {
        add(term.validity.span)
        add(term.invalidation?.held)
        term.scope.condition.entryDays.forEach(add)
      }
      for exemption in measure.exemptions {
        add(exemption.validity.span)
        exemption.scope.condition.entryDays.forEach(add)
      }
    }
    for group in groups.values { group.memberships.forEach { add($0.span) } }
    return days
  }
}

extension Condition {
  /// The days of entry on which the condition may turn.
  var entryDays: [Day] {
    switch self {
    case .fact(FactBook.entered, .before(let day)), .fact(FactBook.entered, .onOrAfter(let day)):
      [day]
    case .always, .fact, .claimed: []
    case .all(let parts), .any(let parts): parts.flatMap(\.entryDays)
    case .not(let part): part.entryDays
    }
  }
}
