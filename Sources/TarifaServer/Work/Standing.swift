import Synchronization

/// How a question stands between its coming and its answer.
final class Standing: Sendable {
  let turn = WorkLane.Turn()
  private let began = Mutex<ContinuousClock.Instant?>(nil)
  private let whenBegun: @Sendable () -> Void

  /// - Parameter whenBegun: is called once, when the answer is begun.
  init(whenBegun: @escaping @Sendable () -> Void = {}) { self.whenBegun = whenBegun }

  func begin(_ now: ContinuousClock.Instant) {
    began.withLock { $0 = now }
    whenBegun()
  }

  /// Seconds since the answer was begun; `nil` before.
  var seconds: Double? { began.withLock { $0 }.map { (ContinuousClock.now - $0).seconds } }
}
