/// Which countries of origin a scope takes in.
public struct OriginScope: Hashable, Sendable {
  /// Countries and names of country groups; empty means every country.
  public let included: [Member]
  public let excluded: [Member]

  /// One country, or the members of a group on the day.
  public enum Member: Hashable, Sendable {
    case country(CountryCode)
    case group(String)
  }

  public static let any = OriginScope(included: [], excluded: [])

  public init(included: [Member], excluded: [Member] = []) {
    self.included = included
    self.excluded = excluded
  }

  func contains(_ origin: CountryCode, on day: Day, groups: [String: CountryGroup]) -> Bool {
    func holds(_ member: Member) -> Bool {
      switch member {
      case .country(let code): code == origin
      case .group(let name): groups[name]?.contains(origin, on: day) ?? false
      }
    }
    guard included.isEmpty || included.contains(where: holds) else { return false }
    return !excluded.contains(where: holds)
  }
}
