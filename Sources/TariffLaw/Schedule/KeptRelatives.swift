import Synchronization

/// The likeliest relatives of codes at the turns of editions, found when first needed: entries of a year name
/// the same outdated codes again and again, in one edition after another. Safe to use from several threads.
package final class KeptRelatives: Sendable {
  private struct Turn: Hashable {
    let code: HTSCode
    let old: Int
    let new: Int
  }

  private let known: Mutex<[Turn: [CodeRelative]]> = Mutex([:])

  package init() {}

  func relatives(
    of code: HTSCode, from old: Int, in new: Int,
    find: () throws(ArchiveError) -> [CodeRelative]
  ) throws(ArchiveError) -> [CodeRelative] {
    let turn = Turn(code: code, old: old, new: new)
    if let found = known.withLock({ $0[turn] }) { return found }
    let found = try find()
    known.withLock { $0[turn] = found }
    return found
  }
}
