/// The law of one day: the terms and exemptions in force, for goods of every origin.
struct DayLaw: Sendable {
  let day: Day
  /// What the law was known to be on that day; `nil` for everything held.
  let knownOn: Day?
  let regime: Regime

  init(_ regime: Regime, day: Day, knownOn: Day? = nil) {
    self.day = day
    self.knownOn = knownOn
    let measures = regime.measures.compactMap { measure in
      DayLaw.keep(measure) { validity, _ in validity.applies(on: day, knownOn: knownOn) }
    }
    self.regime = regime.with(measures)
  }

  /// A measure with the terms and exemptions that pass; `nil` when no term does.
  static func keep(_ measure: Measure, _ passes: (Validity, Scope) -> Bool) -> Measure? {
    let terms = measure.terms.filter { passes($0.validity, $0.scope) }
    guard !terms.isEmpty else { return nil }
    return Measure(
      id: measure.id, title: measure.title, authority: measure.authority, terms: terms,
      exemptions: measure.exemptions.filter { passes($0.validity, $0.scope) },
      assumptions: measure.assumptions, kind: measure.kind, notes: nil)
  }

  /// Which terms and exemptions may meet goods of an origin: origins with equal keys have equal law.
  func key(of origin: CountryCode) -> [Bool] {
    var key: [Bool] = []
    for measure in regime.measures {
      for term in measure.terms { key.append(covers(term.scope, origin)) }
      for exemption in measure.exemptions { key.append(covers(exemption.scope, origin)) }
    }
    return key
  }

  func covers(_ scope: Scope, _ origin: CountryCode) -> Bool {
    scope.origins.contains(origin, on: day, groups: regime.groups)
  }
}
