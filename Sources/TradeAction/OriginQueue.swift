import Synchronization

/// The origins to do, handed to one thread after the other, and what was found for each.
final class OriginQueue: Sendable {
  private let state: Mutex<State>

  private struct State {
    var waiting: ArraySlice<Int>
    var found: [Int: Result<OriginTariffs, any Error>] = [:]
  }

  init(_ origins: [Int]) { state = Mutex(State(waiting: origins[...])) }

  func next() -> Int? { state.withLock { $0.waiting.popFirst() } }

  func set(_ origin: Int, _ result: Result<OriginTariffs, any Error>) {
    state.withLock { $0.found[origin] = result }
  }

  /// By origin, in their order.
  func all() throws -> [OriginTariffs] {
    try state.withLock { state in
      try state.found.sorted { $0.key < $1.key }.map { try $0.value.get() }
    }
  }
}
