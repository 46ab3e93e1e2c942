import HTTPTypes
import Questions

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
    heavy = WorkLane("heavy", places: limits.heavy, longest: limits.heavyQueue)
    batches = WorkLane("batches", places: 1, longest: limits.batches)
    tables = Places(limits.batches)
  }

  /// An answer with the time it took, in seconds.
  struct Timed: Sendable {
    let asked: Asked
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
  /// - Throws: ``Problem``; `CancellationError` when the task is cancelled while it waits.
  public func ask(_ route: Route, _ given: [(name: String, text: String)]) async throws -> Asked {
    try await timed(route, given).asked
  }

  func timed(_ route: Route, _ given: [(name: String, text: String)]) async throws -> Timed {
    let desk = desk
    let came = ContinuousClock.now
    return try await run(route.weight == .quick ? quick : heavy) {
      () -> Result<Timed, Problem> in
      let began = ContinuousClock.now
      do throws(Problem) {
        let asked = try route.ask(desk, given)
        return .success(
          Timed(
            asked: asked, waiting: (began - came).seconds,
            answering: (ContinuousClock.now - began).seconds))
      } catch {
        return .failure(error)
      }
    }.get()
  }

  /// Runs work in a lane.
  ///
  /// - Throws: ``Problem`` when too many wait; `CancellationError`.
  func run<Value: Sendable>(
    _ lane: WorkLane, _ work: @escaping @Sendable () -> Value
  ) async throws -> Value {
    do {
      return try await lane.run(work)
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
