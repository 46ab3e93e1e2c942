import Synchronization

/// Is turned once, when nobody waits for some work any more.
final class StopSwitch: Sendable {
  private let turned = Atomic(false)

  var isTurned: Bool { turned.load(ordering: .relaxed) }

  func turn() { turned.store(true, ordering: .relaxed) }
}
