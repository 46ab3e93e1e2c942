/// The law of one day: the terms and exemptions in force, for goods of every origin.
struct DayLaw: Sendable {
  let day: Day
  /// What the law was known to be on that day; `nil` for everything held.
  let knownOn: Day?
  /// The law of all days.
  let regime: Regime
  /// Every scope of origins in force, once.
  private let scopes: [OriginScope]
  /// What is in force, in the order of the regime.
  private let provisions: [Provision]

  /// A term or an exemption in force.
  private struct Provision {
    let measure: Int
    let position: Int
    let isExemption: Bool
    /// The position of its origins in `scopes`.
    let scope: Int
    /// How the day lies to the days within it at which its effect turns.
    let turns: [Bool]
  }

  /// - Parameter isUnclaimed: leaves out what only a claim opens.
  init(_ regime: Regime, day: Day, knownOn: Day? = nil, isUnclaimed: Bool = false) {
    self.day = day
    self.knownOn = knownOn
    self.regime = regime
    var scopes: [OriginScope: Int] = [:]
    var provisions: [Provision] = []
    func add(
      _ measure: Int, _ position: Int, _ validity: Validity, _ scope: Scope,
      _ invalidation: Invalidation?, isExemption: Bool
    ) {
      guard validity.applies(on: day, knownOn: knownOn), !(isUnclaimed && !scope.claims.isEmpty)
      else { return }
      let number = scopes[scope.origins] ?? scopes.count
      scopes[scope.origins] = number
      let turns = scope.condition.entryDays + (invalidation.map { [$0.held] } ?? [])
      provisions.append(
        Provision(
          measure: measure, position: position, isExemption: isExemption, scope: number,
          turns: turns.map { day >= $0 }))
    }
    // Charges beside the duty are no part of a sweep.
    for (index, measure) in regime.measures.enumerated() where measure.kind != .fee {
      for (position, term) in measure.terms.enumerated() {
        add(index, position, term.validity, term.scope, term.invalidation, isExemption: false)
      }
      for (position, exemption) in measure.exemptions.enumerated() {
        add(index, position, exemption.validity, exemption.scope, nil, isExemption: true)
      }
    }
    self.scopes = scopes.sorted { $0.value < $1.value }.map(\.key)
    self.provisions = provisions
  }

  /// Which scopes of origins hold an origin: origins with equal keys have equal law.
  private func key(of origin: CountryCode) -> [Bool] {
    scopes.map { $0.contains(origin, on: day, groups: regime.groups) }
  }

  /// Numbers origins by the law they meet: the kind of each, and the key of each kind.
  func kinds(of origins: [CountryCode]) -> (kind: [Int], keys: [[Bool]]) {
    var numbers: [[Bool]: Int] = [:]
    var keys: [[Bool]] = []
    let kind = origins.map { origin in
      let key = key(of: origin)
      if let known = numbers[key] { return known }
      numbers[key] = keys.count
      keys.append(key)
      return keys.count - 1
    }
    return (kind, keys)
  }

  /// What tells the law of an origin from that of another, on whatever day: the provisions that may
  /// meet it, and how the day lies to their turns.
  func identity(_ key: [Bool]) -> [UInt32] {
    var identity: [UInt32] = []
    for provision in provisions where key[provision.scope] {
      identity.append(
        UInt32(provision.measure) << 17 | UInt32(provision.position) << 1
          | (provision.isExemption ? 1 : 0))
      for turn in provision.turns { identity.append(turn ? .max : .max - 1) }
    }
    return identity
  }

  /// What may meet an origin.
  func selection(_ key: [Bool]) -> LawSelection {
    var kept: [LawSelection.Selected] = []
    var rest = provisions.filter { key[$0.scope] }[...]
    while let first = rest.first {
      let own = rest.prefix { $0.measure == first.measure }
      rest = rest.dropFirst(own.count)
      let terms = own.filter { !$0.isExemption }.map(\.position)
      guard !terms.isEmpty else { continue }
      kept.append(
        LawSelection.Selected(
          measure: first.measure, terms: terms,
          exemptions: own.filter(\.isExemption).map(\.position)))
    }
    return LawSelection(measures: kept)
  }
}
