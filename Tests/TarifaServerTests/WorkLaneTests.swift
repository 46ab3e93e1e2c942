import Dispatch
import Synchronization
import TarifaServer
import Testing

@Suite struct WorkLaneTests {
  final class Gate: Sendable {
    let opened = DispatchSemaphore(value: 0)
    let most = Mutex((now: 0, ever: 0))
    let order = Mutex<[Int]>([])

    func enter(_ number: Int) {
      most.withLock {
        $0.now += 1
        $0.ever = max($0.ever, $0.now)
      }
      order.withLock { $0.append(number) }
      opened.wait()
      most.withLock { $0.now -= 1 }
    }
  }

  final class Count: Sendable {
    let number = Mutex(0)
  }

  static func until(_ condition: () -> Bool) async throws {
    for _ in 0..<6_000 where !condition() { try await Task.sleep(for: .milliseconds(5)) }
    #expect(condition())
  }

  /// No more than the places run, the rest wait in order, and who comes to a full queue is turned away.
  @Test func placesQueueAndRefusal() async throws {
    let (lane, gate) = (WorkLane("test", places: 2, longest: 3), Gate())
    var tasks: [Task<Int, any Error>] = []
    for number in 0..<5 {
      tasks.append(
        Task {
          try await lane.run {
            gate.enter(number)
            return number
          }
        })
      try await Self.until {
        lane.running == min(number + 1, 2) && lane.waiting == max(0, number - 1)
      }
    }
    await #expect(throws: WorkLane.Full.self) { try await lane.run { 9 } }
    // A place is taken before the work in it begins.
    try await Self.until { gate.most.withLock { $0.now } == 2 }
    for _ in 0..<5 { gate.opened.signal() }
    for (number, task) in tasks.enumerated() { #expect(try await task.value == number) }
    try await Self.until { lane.running == 0 }
    #expect(gate.most.withLock { $0.ever } == 2)
    #expect(Set(gate.order.withLock { $0 }.prefix(2)) == [0, 1])
    #expect(lane.waiting == 0)
  }

  /// Who gives up while waiting does not run and frees the place in the queue; who runs already ends.
  @Test func cancelledWhileWaiting() async throws {
    let (lane, gate) = (WorkLane("test", places: 1, longest: 1), Gate())
    let first = Task { try await lane.run { gate.enter(1) } }
    try await Self.until { lane.running == 1 }
    let second = Task { try await lane.run { gate.enter(2) } }
    try await Self.until { lane.waiting == 1 }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    #expect(lane.waiting == 0)
    let third = Task { try await lane.run { gate.enter(3) } }
    try await Self.until { lane.waiting == 1 }
    first.cancel()
    gate.opened.signal()
    gate.opened.signal()
    try await first.value
    try await third.value
    #expect(gate.order.withLock { $0 } == [1, 3])
  }

  /// Many tasks, some cancelled at any moment: every place comes back.
  @Test func placesComeBack() async throws {
    let lane = WorkLane("test", places: 3, longest: 10_000)
    let ran = Count()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<2_000 {
        group.addTask {
          let task = Task { try await lane.run { ran.number.withLock { $0 += 1 } } }
          if number % 3 == 0 { task.cancel() }
          _ = await task.result
        }
      }
    }
    try await Self.until { lane.running == 0 && lane.waiting == 0 }
    #expect(ran.number.withLock { $0 } >= 1_333)
  }
}
