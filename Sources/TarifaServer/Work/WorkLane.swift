package import Dispatch
import Synchronization

/// A number of places for work that would hold up the threads all requests share.
///
/// Work runs on threads of its own. Who finds no place waits in the order of arrival; who finds too many waiting is
/// turned away.
package final class WorkLane: Sendable {
  /// Too many are waiting.
  package struct Full: Error {}

  /// One piece of work that has a place, waits for one, or will.
  package final class Turn: Sendable {
    package init() {}
  }

  let places: Int
  let longest: Int
  private let queue: DispatchQueue
  private let state = Mutex(State())

  private struct State {
    var running = 0
    var waiting: [(turn: Turn, continuation: CheckedContinuation<Void, any Error>)] = []
    /// Turns given back before their holders began to wait.
    var returned: Set<ObjectIdentifier> = []
  }

  /// - Parameter quality: which of the system's threads are used. Those of the usual quality are the ones that all
  ///   requests share: work that spreads over all cores there keeps every request waiting.
  package init(
    _ name: String, places: Int, longest: Int, quality: DispatchQoS = .userInitiated
  ) {
    self.places = max(1, places)
    self.longest = longest
    queue = DispatchQueue(label: "tarifa.\(name)", qos: quality, attributes: .concurrent)
  }

  package var running: Int { state.withLock { $0.running } }
  package var waiting: Int { state.withLock { $0.waiting.count } }

  /// The place among those that wait, from one; `nil` for who does not wait.
  package func place(of turn: Turn) -> Int? {
    state.withLock { $0.waiting.firstIndex { $0.turn === turn } }.map { $0 + 1 }
  }

  /// Runs work when there is a place. Work that began holds its place until it
  /// returns, also when the task is cancelled.
  ///
  /// - Throws: ``Full``; `CancellationError` when the task is cancelled while it waits.
  package func run<Value: Sendable>(
    _ turn: Turn = Turn(), _ work: @escaping @Sendable () -> Value
  ) async throws -> Value {
    try await enter(turn)
    return await withCheckedContinuation { continuation in
      queue.async {
        let value = work()
        self.leave()
        continuation.resume(returning: value)
      }
    }
  }

  private func enter(_ turn: Turn) async throws {
    let isIn = try state.withLock { state throws(Full) in
      if state.running < places {
        state.running += 1
        return true
      }
      guard state.waiting.count < longest else { throw Full() }
      return false
    }
    guard !isIn else { return }
    defer { state.withLock { _ = $0.returned.remove(ObjectIdentifier(turn)) } }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        wait(turn, continuation)
      }
    } onCancel: {
      giveBack(turn)
    }
  }

  private func wait(_ turn: Turn, _ continuation: CheckedContinuation<Void, any Error>) {
    let outcome: Result<Void, any Error>? = state.withLock { state in
      if state.returned.remove(ObjectIdentifier(turn)) != nil {
        return .failure(CancellationError())
      }
      // A place may have become free since.
      if state.running < places {
        state.running += 1
        return .success(())
      }
      state.waiting.append((turn, continuation))
      return nil
    }
    if let outcome { continuation.resume(with: outcome) }
  }

  private func giveBack(_ turn: Turn) {
    let continuation: CheckedContinuation<Void, any Error>? = state.withLock { state in
      guard let place = state.waiting.firstIndex(where: { $0.turn === turn }) else {
        state.returned.insert(ObjectIdentifier(turn))
        return nil
      }
      return state.waiting.remove(at: place).continuation
    }
    continuation?.resume(throwing: CancellationError())
  }

  /// Hands the place to whoever waits longest.
  private func leave() {
    let next: CheckedContinuation<Void, any Error>? = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst().continuation
    }
    next?.resume()
  }
}
