import Synchronization

/// The client at the other end of a connection, and what is to be given up when it goes away.
final class ConnectedClient: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isGone = false
    var next = 0
    var onLeaving: [Int: @Sendable () -> Void] = [:]
  }

  /// Does work that is cancelled when the client goes away.
  func whileThere<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    let ticket = state.withLock { state -> Int? in
      guard !state.isGone else { return nil }
      state.next += 1
      state.onLeaving[state.next] = { task.cancel() }
      return state.next
    }
    guard let ticket else {
      task.cancel()
      return try await task.value
    }
    defer { state.withLock { _ = $0.onLeaving.removeValue(forKey: ticket) } }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }

  func leave() {
    let leaving = state.withLock { state in
      defer { state.onLeaving = [:] }
      state.isGone = true
      return state.onLeaving
    }
    for body in leaving.values { body() }
  }
}
