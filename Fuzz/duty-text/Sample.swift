import TariffLaw

/// An entry of so much value and so many units, of which every fact asked for is 5.
struct Sample {
  static let day = Day(number: 18_000)

  let value: Int
  let units: Int
  private static let fact = 5.0

  /// What the engine finds owed under a law whose one measure has this duty.
  func price(_ duty: DutyText) -> Fraction? { assess(duty)?.total.duty }

  func status(_ duty: DutyText) -> EntryStatus? { assess(duty)?.status }

  /// What a duty comes to, in floating point and from its definition alone.
  func expected(_ expression: DutyExpression) -> Double {
    let (value, units) = (Double(value), Double(units))
    return expression.parts.map { part in
      switch part {
      case .adValorem(let rate, of: .value): rate.doubleValue * value
      case .adValorem(let rate, of: .component): rate.doubleValue * value * Self.fact / 100
      case .specific(let duty):
        duty.amount.doubleValue
          * max((duty.measured == nil ? units : Self.fact) - Double(duty.freeUnits), 0)
      case .byDegree(let duty):
        units
          * max(
            duty.amount.doubleValue
              - duty.step.doubleValue * max(duty.reference.doubleValue - Self.fact, 0),
            duty.floor.doubleValue)
      }
    }
    .reduce(0, +)
  }

  private func assess(_ duty: DutyText) -> Assessment? {
    guard let origin = CountryCode("AA"), let code = try? HTSCode("01012100") else { return nil }
    var entry = Entry(code: code, origin: origin, day: Self.day, value: Fraction(value))
    for part in duty.expression?.parts ?? [] {
      switch part {
      case .adValorem(_, of: .value): break
      case .adValorem(_, of: .component(let name)): entry.facts[name] = .number(5)
      case .specific(let duty):
        if let measured = duty.measured {
          entry.facts["\(measured)-\(duty.unit.name)"] = .number(5)
        } else {
          entry.quantities[duty.unit] = Fraction(units)
        }
      case .byDegree(let duty):
        entry.quantities[duty.unit] = Fraction(units)
        entry.facts["degrees"] = .number(5)
      }
    }
    let measure = Measure(
      id: "zz/duty", title: "A duty", authority: "a",
      terms: [Term(validity: Validity(span: .always), duty: .stated(duty), citation: "c")])
    let regime = Regime(
      importer: "zz", title: "Z", span: .always, measures: [measure], goodsLists: [:], groups: [:],
      facts: [:])
    let line = RateLine(
      code: code, description: "", context: "", units: [], general: .parsed(.free, text: "Free"),
      special: .none, other: .parsed(.free, text: "Free"), excluded: "")
    return try? regime.assess(entry, line: line, edition: "e")
  }
}
