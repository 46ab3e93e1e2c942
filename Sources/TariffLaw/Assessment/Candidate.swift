/// A measure whose scope meets the entry, and the term of it that does, by position in the regime.
struct Candidate {
  let measure: Int
  let term: Int
  /// Whether it certainly meets, or may.
  let isCertain: Bool
  /// The duty it lays, with a column of the schedule resolved. These three and the links are those
  /// of a reading where one is supposed.
  let duty: DutyText
  let base: ValueBase
  let amount: AmountKind
  let links: TermLinks

  /// How the amount of a term relates to that of others; see ``Stacking/Amount-swift.enum``.
  enum AmountKind {
    case adds
    case topsUp
    case caps

    init(_ amount: Stacking.Amount) {
      self =
        switch amount {
        case .adds: .adds
        case .topsUpTo: .topsUp
        case .capsAt: .caps
        }
    }
  }
}
