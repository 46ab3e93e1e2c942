/// Whether a measure meets an entry, and if not, why: the reason of the term that came closest.
enum ScopeMatch {
  case meets(Candidate)
  /// Held void and not counted.
  case void(Term, reason: String)
  case misses(Term?, reason: String, closeness: Int)
}
