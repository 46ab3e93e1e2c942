extension Regime {
  /// What is owed on an entry, why, and why not the rest.
  ///
  /// A fact the entry does not state is taken at its default, and the answer is bounded by trying
  /// every outcome it could have; a fact that only grants relief is not assumed, and its outcome is
  /// listed as a reading.
  ///
  /// - Parameters:
  ///   - line: the rate line of the good in the edition that governs.
  ///   - knownOn: what the law was known to be on that day; `nil` for everything held.
  ///   - fees: whether charges beside the duty are found as well.
  /// - Throws: ``StackingCycle`` when the law data displaces in a circle.
  public func assess(
    _ entry: Entry, line: RateLine, edition: String, knownOn: Day? = nil, fees: Bool = false
  ) throws(StackingCycle) -> Assessment {
    try Inquiry(regime: self, entry: entry, line: line, knownOn: knownOn, fees: fees)
      .answer(edition: edition)
  }

  /// The day whose law governs an entry: the day of entry, unless the entry states the fact that
  /// puts another in its place.
  public func governingDay(of entry: Entry) -> Day {
    if let governingDayFact, case .day(let day)? = entry.facts[governingDayFact] { return day }
    return entry.day
  }
}
