/// A named set of countries whose members come and go by date.
public struct CountryGroup: Hashable, Sendable {
  /// A country's stay in the group.
  public struct Membership: Hashable, Sendable {
    public let country: CountryCode
    public let span: DaySpan

    public init(country: CountryCode, span: DaySpan = .always) {
      self.country = country
      self.span = span
    }
  }

  public let name: String
  public let memberships: [Membership]
  public let citation: String?

  public init(name: String, memberships: [Membership], citation: String? = nil) {
    self.name = name
    self.memberships = memberships
    self.citation = citation
  }

  public func contains(_ country: CountryCode, on day: Day) -> Bool {
    memberships.contains { $0.country == country && $0.span.contains(day) }
  }

  /// The members on a day, in the order of their codes.
  public func members(on day: Day) -> [CountryCode] {
    Set(memberships.filter { $0.span.contains(day) }.map(\.country)).sorted()
  }
}
