/// What one evaluation takes for granted beyond what the entry states.
struct Supposition {
  var facts: [String: FactValue] = [:]
  var claims: [String] = []
  /// An alternative reading of one term in place of the term.
  var reading: ReadingKey?
  /// How invalidated terms count; `nil` for the default: charged before the holding, not after.
  var invalidated: InvalidatedTerms?

  /// Names an alternative reading.
  struct ReadingKey: Hashable {
    let measure: Int
    let term: Int
    let reading: Int
  }

  /// What an invalidated term costs.
  enum InvalidatedTerms {
    case charged
    case free
  }
}
