import HTTPTypes
import LongWork
import Questions
import Synchronization
import TradeData

/// Takes questions in and lets so many at a time to the desk.
public final class Reception: Sendable {
  let desk: Desk
  let quick: WorkLane
  package let heavy: WorkLane
  /// A table uses all cores by itself.
  let batches: WorkLane
  package let tables: Places

  init(_ options: ServerOptions, cores: Int) {
    desk = Desk(reach: .shipped, store: options.store)
    let limits = options.limits
    quick = WorkLane("quick", places: cores, longest: limits.quickQueue)
    heavy = WorkLane("heavy", places: limits.heavy, longest: limits.heavyQueue, quality: .utility)
    batches = WorkLane("batches", places: 1, longest: limits.batches, quality: .utility)
    tables = Places(limits.batches)
  }

  /// An answer with what it rests on and the time it took, in seconds.
  struct Timed: Sendable {
    let asked: Asked
    /// The imported sets, in the order they were used.
    let imported: [ImportedSet]
    let waiting: Double
    let answering: Double

    /// As a `Server-Timing` header has it, in milliseconds.
    var header: String {
      "wait;dur=\(Self.milliseconds(waiting)), answer;dur=\(Self.milliseconds(answering))"
    }

    private static func milliseconds(_ seconds: Double) -> String {
      "\((seconds * 1_000_000).rounded() / 1000)"
    }
  }

  /// Asks the question of a route; the answer's document is that of the command line.
  ///
  /// - Throws: as ``timed(_:_:standing:)``.
  public func ask(_ route: Route, _ given: [(name: String, text: String)]) async throws -> Asked {
    try await timed(route, given).asked
  }

  /// - Parameter standing: is told how the question stands.
  /// - Throws: ``Problem``, which is ``Problem/left`` when the task is cancelled while it is answered;
  ///   `CancellationError` when it is cancelled while it waits.
  func timed(
    _ route: Route, _ given: [(name: String, text: String)], standing: Standing = Standing()
  ) async throws -> Timed {
    let desk = desk
    let came = ContinuousClock.now
    let stop = StopSwitch()
    return try await withTaskCancellationHandler {
      try await run(lane(of: route), standing.turn) { () -> Result<Timed, Problem> in
        let began = ContinuousClock.now
        standing.begin(began)
        let imported = Mutex<[ImportedSet]>([])
        do throws(Problem) {
          let asked = try route.ask(
            desk.telling(
              { set in imported.withLock { if !$0.contains(set) { $0.append(set) } } },
              watch: WorkWatch(hear: standing.hear) { stop.isTurned }),
            given)
          return .success(
            Timed(
              asked: asked, imported: imported.withLock { $0 }, waiting: (began - came).seconds,
              answering: (ContinuousClock.now - began).seconds))
        } catch {
          return .failure(error)
        }
      }.get()
    } onCancel: {
      stop.turn()
    }
  }

  func lane(of route: Route) -> WorkLane { route.weight == .quick ? quick : heavy }

  /// Runs work in a lane.
  ///
  /// - Throws: ``Problem`` when too many wait; `CancellationError`.
  func run<Value: Sendable>(
    _ lane: WorkLane, _ turn: WorkLane.Turn = WorkLane.Turn(),
    _ work: @escaping @Sendable () -> Value
  ) async throws -> Value {
    do {
      return try await lane.run(turn, work)
    } catch is WorkLane.Full {
      throw Self.busy(lane)
    }
  }

  private static func busy(_ lane: WorkLane) -> Problem {
    Problem(
      .busy, "\(lane.places) requests of this kind are answered and \(lane.longest) wait already",
      mend: "ask again after Retry-After", headers: [.retryAfter: "5"])
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
