import Synchronization

/// Steps of work that several threads may do at once, counted as they are done.
public final class WorkSteps: Sendable {
  private let watch: WorkWatch
  private let name: String
  private let total: Int
  private let done = Atomic(0)

  init(_ watch: WorkWatch, _ name: String, of total: Int) {
    self.watch = watch
    self.name = name
    self.total = total
  }

  /// Does one step.
  ///
  /// - Throws: ``WorkStopped`` in place of doing it when the work is to end; errors of the step.
  public func step<Found>(_ work: () throws -> Found) throws -> Found {
    try watch.check()
    let found = try work()
    let count = done.add(1, ordering: .relaxed).newValue
    watch.tell(WorkProgress(steps: name, done: count, total: total))
    return found
  }
}
