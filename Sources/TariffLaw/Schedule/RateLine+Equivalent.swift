extension RateLine {
  /// The same line with a share of the value in place of every column that is not one by itself.
  func taking(_ equivalent: Fraction) -> RateLine {
    func taken(_ duty: DutyText) -> DutyText {
      duty.expression?.pureAdValorem == nil
        ? .parsed(.adValorem(equivalent), text: duty.text) : duty
    }
    let keptOut = special.indicators.compactMap { indicator -> String? in
      let countries = excluded(from: indicator)
      guard !countries.isEmpty else { return nil }
      return indicator + ":" + countries.map(\.text).joined(separator: ",")
    }
    return RateLine(
      code: code, description: description, context: context, units: units,
      general: taken(general), special: special, other: taken(other),
      excluded: keptOut.joined(separator: ";"))
  }
}
