import Synchronization

/// What may be claimed under a law, gathered from all of it when first needed: that takes longer than an answer,
/// and entries of a year claim the same again and again. Safe to use from several threads.
final class KnownClaims: Sendable {
  private let found: Mutex<Names?> = Mutex(nil)

  struct Names {
    /// In upper case.
    let names: Set<String>
    /// The same in words, in order.
    let words: String
  }

  func names(in regime: Regime) -> Names {
    found.withLock { found in
      if let found { return found }
      let names = regime.claimNames
      let made = Names(names: names, words: names.sorted().joined(separator: ", "))
      found = made
      return made
    }
  }
}
