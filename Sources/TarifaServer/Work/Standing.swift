import LongWork
import Synchronization

/// How a question stands between its coming and its answer.
final class Standing: Sendable {
  let turn = WorkLane.Turn()
  private let began = Mutex<ContinuousClock.Instant?>(nil)
  private let last = Mutex<WorkProgress?>(nil)
  private let whenBegun: @Sendable () -> Void

  /// - Parameter whenBegun: is called once, when the answer is begun.
  init(whenBegun: @escaping @Sendable () -> Void = {}) { self.whenBegun = whenBegun }

  func begin(_ now: ContinuousClock.Instant) {
    began.withLock { $0 = now }
    whenBegun()
  }

  /// Steps are counted by several threads: what comes late says less than what is known.
  func hear(_ progress: WorkProgress) {
    last.withLock { known in
      if let known, known.steps == progress.steps, known.total == progress.total,
        known.done > progress.done, known.done < known.total
      {
        return
      }
      known = progress
    }
  }

  /// How far the part is that is being worked on; `nil` where it tells nothing.
  var progress: WorkProgress? { last.withLock { $0 } }

  /// Seconds since the answer was begun; `nil` before.
  var seconds: Double? { began.withLock { $0 }.map { (ContinuousClock.now - $0).seconds } }
}
