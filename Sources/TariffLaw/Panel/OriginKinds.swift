/// The origins of a day sorted into kinds that meet the same terms, each with its law.
public struct OriginKinds: Sendable {
  public let day: Day
  public let origins: [CountryCode]
  /// The kind of each origin, by position.
  let kind: [Int]
  let laws: [OriginLaw]
  /// The lists that the law of the day asks about, for any origin.
  let listsAsked: Set<Int>

  /// - Parameter isUnclaimed: for entries that claim nothing, what only a claim opens is left out.
  public init(
    _ book: LawBook, on day: Day, origins: [CountryCode], knownOn: Day? = nil,
    isUnclaimed: Bool = true
  ) {
    self.day = day
    self.origins = origins
    let law = DayLaw(book.regime, day: day, knownOn: knownOn, isUnclaimed: isUnclaimed)
    var kinds: [[Bool]: Int] = [:]
    var laws: [OriginLaw] = []
    kind = origins.map { origin in
      let key = law.key(of: origin)
      if let kind = kinds[key] { return kind }
      kinds[key] = laws.count
      laws.append(OriginLaw(law, origin: origin))
      return laws.count - 1
    }
    self.laws = laws
    listsAsked = Set(law.regime.links.flatMap(\.lists))
  }
}
