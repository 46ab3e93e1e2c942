import LongWork
import Synchronization
import Testing

@Suite struct WorkStepsTests {
  /// Steps are told as they are done, and after a stop none is done.
  @Test func stepsAreToldUntilTheStop() throws {
    let heard = Mutex<[WorkProgress]>([])
    let watch = WorkWatch { progress in
      heard.withLock { $0.append(progress) }
    } isStopped: {
      heard.withLock { $0.count } == 3
    }
    let steps = watch.steps("draws", of: 10)
    var done = 0
    #expect(throws: WorkStopped.self) {
      for _ in 0..<10 { try steps.step { done += 1 } }
    }
    #expect(done == 3)
    #expect(heard.withLock { $0.map(\.done) } == [1, 2, 3])
    #expect(heard.withLock { $0.allSatisfy { $0.steps == "draws" && $0.total == 10 } })
  }

  /// A step that fails is not counted as done.
  @Test func failedStepsAreNotDone() {
    struct Failure: Error {}
    let told = Mutex(0)
    let watch = WorkWatch { _ in
      told.withLock { $0 += 1 }
    } isStopped: {
      false
    }
    #expect(throws: Failure.self) { try watch.steps("draws", of: 1).step { throw Failure() } }
    #expect(told.withLock { $0 } == 0)
  }
}
