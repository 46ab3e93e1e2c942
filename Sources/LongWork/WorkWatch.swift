/// Who watches long work: may have it stopped, and hears how far it is.
///
/// Models and searches ask it between steps; they know nothing of who asks or why.
public struct WorkWatch: Sendable {
  private let isStopped: @Sendable () -> Bool
  private let hear: @Sendable (WorkProgress) -> Void

  /// Nobody: work runs to its end, and is told to no one.
  public static let nobody = WorkWatch { false }

  /// - Parameters:
  ///   - hear: is told of progress, from any thread and at times out of order.
  ///   - isStopped: whether nobody waits for the work any more; is asked from any thread, often.
  public init(
    hear: @escaping @Sendable (WorkProgress) -> Void = { _ in },
    isStopped: @escaping @Sendable () -> Bool
  ) {
    self.hear = hear
    self.isStopped = isStopped
  }

  /// - Throws: ``WorkStopped`` when the work is to end here.
  public func check() throws(WorkStopped) {
    if isStopped() { throw WorkStopped() }
  }

  /// Work in a number of equal steps.
  ///
  /// - Parameter name: what the steps are, in the plural: `draws`.
  public func steps(_ name: String, of total: Int) -> WorkSteps {
    WorkSteps(self, name, of: total)
  }

  func tell(_ progress: WorkProgress) { hear(progress) }
}
