extension Regime {
  /// The same as ``daysOfChange(in:schedule:)`` for one code and origin: days on which only measures
  /// turn that can never meet them are left out.
  public func daysOfChange(
    for code: HTSCode, origin: CountryCode, in span: ClosedRange<Day>, schedule: Schedule
  ) -> [Day] {
    bearing(on: code, origin).daysOfChange(in: span, schedule: schedule)
  }

  /// Those of ``daysOfChange(for:origin:in:schedule:)`` on which the law itself changes.
  package func daysOfLaw(
    for code: HTSCode, origin: CountryCode, in span: ClosedRange<Day>
  ) -> Set<Day> {
    bearing(on: code, origin).daysOfLaw(in: span)
  }

  private func bearing(on code: HTSCode, _ origin: CountryCode) -> Regime {
    with(
      measures.filter { measure in
        measure.terms.contains { term in
          mayEverTake(term.scope.origins, origin) && covers(term.scope, code) != false
        }
      })
  }

  /// Whether a scope of origins takes in a country on any day.
  private func mayEverTake(_ origins: OriginScope, _ origin: CountryCode) -> Bool {
    origins.included.isEmpty
      || origins.included.contains { member in
        switch member {
        case .country(let code): code == origin
        case .group(let name):
          groups[name]?.memberships.contains { $0.country == origin } ?? false
        }
      }
  }
}
