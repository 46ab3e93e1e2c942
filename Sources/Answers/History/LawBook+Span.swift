import TariffLaw

extension LawBook {
  /// The days an answer over time is for, each end by default that of the law held.
  ///
  /// - Throws: ``RequestError`` when the first day comes after the last, or a day is outside the law.
  func span(from: Day?, to: Day?) throws(RequestError) -> ClosedRange<Day> {
    guard let first = from ?? regime.span.first ?? schedule.editions.first?.from else {
      throw RequestError(field: "from", message: "is missing; the law has no first day")
    }
    guard let last = to ?? regime.span.last else {
      throw RequestError(field: "to", message: "is missing; the law has no last day")
    }
    for (field, day) in [("from", first), ("to", last)] where !regime.span.contains(day) {
      throw RequestError(
        field: field,
        message: "the law of \(regime.title) is held \(regime.span); \(day) is outside. "
          + "Choose a day within.")
    }
    guard first <= last else {
      throw RequestError(
        field: "from", message: "\(first) comes after --to \(last); exchange the two")
    }
    guard schedule.edition(on: first) != nil else {
      throw RequestError(
        field: "from", message: "no edition of the schedule is held for \(first).")
    }
    return first...last
  }
}

extension ClosedRange<Day> {
  var words: String { "\(DaySpan(from: lowerBound, until: upperBound))" }
}
