import Dispatch
import Synchronization

/// A number of places for work that would hold up the threads all requests share.
///
/// Work runs on threads of its own. Who finds no place waits in the order of arrival; who finds too many waiting is
/// turned away.
package final class WorkLane: Sendable {
  /// Too many are waiting.
  package struct Full: Error {}

  let places: Int
  let longest: Int
  private let queue: DispatchQueue
  private let state = Mutex(State())

  private struct State {
    var running = 0
    var nextTicket = 0
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []
    /// Tickets given back before their holders began to wait.
    var returned: Set<Int> = []
  }

  package init(_ name: String, places: Int, longest: Int) {
    self.places = max(1, places)
    self.longest = longest
    queue = DispatchQueue(label: "tarifa.\(name)", attributes: .concurrent)
  }

  package var running: Int { state.withLock { $0.running } }
  package var waiting: Int { state.withLock { $0.waiting.count } }

  /// Runs work when there is a place. Work that began runs to its end.
  ///
  /// - Throws: ``Full``; `CancellationError` when the task is cancelled while it waits.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
    try await enter()
    return await withCheckedContinuation { continuation in
      queue.async {
        let value = work()
        self.leave()
        continuation.resume(returning: value)
      }
    }
  }

  private func enter() async throws {
    let ticket: Int? = try state.withLock { state throws(Full) in
      if state.running < places {
        state.running += 1
        return nil
      }
      guard state.waiting.count < longest else { throw Full() }
      state.nextTicket += 1
      return state.nextTicket
    }
    guard let ticket else { return }
    defer { state.withLock { _ = $0.returned.remove(ticket) } }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        wait(ticket, continuation)
      }
    } onCancel: {
      giveBack(ticket)
    }
  }

  private func wait(_ ticket: Int, _ continuation: CheckedContinuation<Void, any Error>) {
    let outcome: Result<Void, any Error>? = state.withLock { state in
      if state.returned.remove(ticket) != nil { return .failure(CancellationError()) }
      // A place may have become free since.
      if state.running < places {
        state.running += 1
        return .success(())
      }
      state.waiting.append((ticket, continuation))
      return nil
    }
    if let outcome { continuation.resume(with: outcome) }
  }

  private func giveBack(_ ticket: Int) {
    let continuation: CheckedContinuation<Void, any Error>? = state.withLock { state in
      guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
        state.returned.insert(ticket)
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
