import Answers
import Dispatch
import Synchronization

/// The end of a table at which one thread writes; it waits when the client is some pieces behind.
final class TableWriter: Sendable {
  private let sink: AsyncThrowingStream<[UInt8], any Error>.Continuation
  private let room: DispatchSemaphore
  private let state = Mutex(State())

  private struct State {
    var isStopped = false
    var summary: DutyBatch.Summary?
  }

  init(_ sink: AsyncThrowingStream<[UInt8], any Error>.Continuation, behind: Int) {
    self.sink = sink
    // One that began with room would have to end with as much, or be a fault to let go.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<behind { room.signal() }
  }

  var summary: DutyBatch.Summary? { state.withLock { $0.summary } }

  /// Prices a table into it.
  func price(_ table: [UInt8], _ batch: DutyBatch) {
    do {
      let summary = try batch.price(table) { try write($0) }
      state.withLock { $0.summary = summary }
      sink.finish()
    } catch {
      sink.finish(throwing: error)
    }
  }

  func makeRoom() { room.signal() }

  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
  }

  private func write(_ bytes: [UInt8]) throws {
    room.wait()
    guard !state.withLock({ $0.isStopped }) else { throw CancellationError() }
    sink.yield(bytes)
  }
}
