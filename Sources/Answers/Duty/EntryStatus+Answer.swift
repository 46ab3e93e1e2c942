public import TariffLaw

extension EntryStatus {
  /// Whether it answers what is owed, be it with a question or a refusal of the goods; the others say why nothing
  /// can be said.
  public var isAnswer: Bool {
    switch self {
    case .ok, .needsFacts, .inadmissible, .unparsed: true
    case .unknownCode, .unknownOrigin, .outOfSpan, .badRow: false
    }
  }
}
