/// The law of one day: the terms and exemptions in force, for goods of every origin.
struct DayLaw: Sendable {
  let day: Day
  /// What the law was known to be on that day; `nil` for everything held.
  let knownOn: Day?
  let regime: Regime
  /// Every scope of origins the law has, once.
  private let scopes: [OriginScope]

  /// - Parameter isUnclaimed: leaves out what only a claim opens.
  init(_ regime: Regime, day: Day, knownOn: Day? = nil, isUnclaimed: Bool = false) {
    self.day = day
    self.knownOn = knownOn
    let measures = regime.measures.compactMap { measure in
      DayLaw.keep(measure) { validity, scope in
        validity.applies(on: day, knownOn: knownOn) && !(isUnclaimed && !scope.claims.isEmpty)
      }
    }
    self.regime = regime.with(measures)
    let all = measures.flatMap {
      $0.terms.map(\.scope.origins) + $0.exemptions.map(\.scope.origins)
    }
    scopes = Array(Set(all))
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

  /// Which scopes of origins hold an origin: origins with equal keys have equal law.
  func key(of origin: CountryCode) -> [Bool] {
    scopes.map { $0.contains(origin, on: day, groups: regime.groups) }
  }

  func covers(_ scope: Scope, _ origin: CountryCode) -> Bool {
    scope.origins.contains(origin, on: day, groups: regime.groups)
  }
}
