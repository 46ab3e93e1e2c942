import Dispatch
import Foundation
import Synchronization

/// Work that is done origin by origin on several threads, each with tables of its own.
package enum OriginSweep {
  /// - Parameters:
  ///   - sizes: how much work each origin is; the most is begun first, so that no thread is left with a
  ///     long one at the end.
  ///   - threads: as many as there are cores unless told otherwise.
  ///   - worker: makes what a thread needs, and returns what it does for one origin.
  /// - Returns: what was found, in the order of the origins.
  /// - Throws: the first error, in that order.
  package static func run<Found: Sendable>(
    sizes: [Int], threads: Int? = nil, worker: @Sendable () throws -> (Int) throws -> Found
  ) throws -> [Found] {
    let waiting = Mutex(
      sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }[...])
    let found = Mutex([Result<Found, any Error>?](repeating: nil, count: sizes.count))
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(
      iterations: max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    ) { _ in
      do {
        let work = try worker()
        while let origin = waiting.withLock({ $0.popFirst() }) {
          let result = Result { try work(origin) }
          found.withLock { $0[origin] = result }
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return try found.withLock { try $0.compactMap { try $0?.get() } }
  }
}
