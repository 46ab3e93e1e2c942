import Dispatch
import Synchronization

/// Lets a command, which is plain, wait for work that is not.
enum Waiting {
  private final class Outcome: Sendable {
    let error = Mutex<(any Error)?>(nil)
  }

  static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
    let (outcome, ended) = (Outcome(), DispatchSemaphore(value: 0))
    Task.detached {
      do {
        try await work()
      } catch {
        outcome.error.withLock { $0 = error }
      }
      ended.signal()
    }
    ended.wait()
    if let error = outcome.error.withLock({ $0 }) { throw error }
  }
}
