/// The origins of a day sorted into kinds that meet the same terms, each with its law.
public struct OriginKinds: Sendable {
  public let day: Day
  public let origins: [CountryCode]
  /// The kind of each origin, by position.
  let kind: [Int]
  let laws: [OriginLaw]

  /// The law of the day for entries that claim nothing: what only a claim opens is left out.
  public init(_ book: LawBook, on day: Day, origins: [CountryCode], knownOn: Day? = nil) {
    let law = DayLaw(book.regime, day: day, knownOn: knownOn, isUnclaimed: true)
    let sorted = law.kinds(of: origins)
    self.day = day
    self.origins = origins
    kind = sorted.kind
    laws = sorted.keys.map { OriginLaw(law, $0) }
  }

  /// The lists that the law of the day asks about, for any origin.
  var listsAsked: Set<Int> {
    var lists: Set<Int> = []
    for law in laws { lists.formUnion(law.listsAsked) }
    return lists
  }
}
