import Dispatch
import Foundation
import Synchronization

/// The same work for many elements on all cores; results in the order of the elements, whatever the cores.
package enum Parallel {
  /// - Throws: what the first element, in order, threw.
  package static func map<Element: Sendable, Result: Sendable, Failure: Error>(
    _ elements: [Element], workers: Int? = nil,
    _ work: @Sendable (Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let done = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: elements.count))
    let workers = max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: min(workers, max(elements.count, 1))) { worker in
      for index in stride(from: worker, to: elements.count, by: workers) {
        let result: Swift.Result<Result, Failure>
        do throws(Failure) {
          result = .success(try work(elements[index]))
        } catch {
          result = .failure(error)
        }
        done.withLock { $0[index] = result }
      }
    }
    var results: [Result] = []
    for result in done.withLock({ $0 }) {
      if let result { results.append(try result.get()) }
    }
    return results
  }
}
