import HTTPTypes
import Hummingbird
import JSONText

/// The answer to a question as the last of several events; those before say how it stands.
///
/// `waiting` has the place in the queue, `running` the seconds since the answer was begun and, where it is known, how
/// much of the part that is worked on is done; one of them comes about once
/// a second, so that proxies keep the connection and a client that went away is noticed. The last is `answer` with the
/// document or `problem` with the problem's.
struct AnswerEvents: Sendable {
  let route: Route
  let given: [Route.Parameter]
  let reception: Reception
  /// Is called when the client went away before the answer.
  let whenLeft: @Sendable () -> Void

  private enum Step: Sendable {
    case look
    case last(ServerEvent)
  }

  /// - Parameter whileThere: does work that is cancelled when the client goes away.
  func response(
    whileThere:
      @escaping @Sendable (
        _ work: @escaping @Sendable () async throws -> Reception.Timed
      ) async throws -> Reception.Timed
  ) -> Response {
    let headers: HTTPFields = [.contentType: MediaType.events, .cacheControl: "no-store"]
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        let (steps, sink) = AsyncStream<Step>.makeStream()
        let standing = Standing { sink.yield(.look) }
        let work = Task {
          sink.yield(
            .last(
              await outcome {
                try await whileThere { try await reception.timed(route, given, standing: standing) }
              }))
          sink.finish()
        }
        let clock = Task {
          var pause = Self.firstPause
          while (try? await Task.sleep(for: pause)) != nil {
            sink.yield(.look)
            pause = Self.pause
          }
        }
        // Nobody waits for it either when a write found that nobody reads.
        defer {
          work.cancel()
          clock.cancel()
        }
        for await step in steps {
          switch step {
          case .look:
            guard let event = event(standing) else { continue }
            try await writer.write(ByteBuffer(bytes: event.bytes))
          case .last(let event): try await writer.write(slicing: event.bytes)
          }
        }
        try await writer.finish(nil)
      })
  }

  /// Enough to be in the queue.
  private static let firstPause = Duration.milliseconds(50)
  private static let pause = Duration.seconds(1)

  /// How the question stands; `nil` in the moment before it is in the queue.
  private func event(_ standing: Standing) -> ServerEvent? {
    if let place = reception.lane(of: route).place(of: standing.turn) {
      return ServerEvent("waiting", .object([("place", .integer(place))]))
    }
    return standing.seconds.map { seconds in
      var members: [(name: String, value: JSONValue)] = [
        ("seconds", .double((seconds * 10).rounded() / 10))
      ]
      if let progress = standing.progress {
        members += [
          ("steps", .string(progress.steps)), ("done", .integer(progress.done)),
          ("total", .integer(progress.total)),
        ]
      }
      return ServerEvent("running", .object(members))
    }
  }

  private func outcome(_ work: () async throws -> Reception.Timed) async -> ServerEvent {
    do {
      return ServerEvent("answer", try await work().asked.bytes)
    } catch let problem as Problem {
      if problem.kind == .left { whenLeft() }
      return ServerEvent("problem", problem.json)
    } catch is CancellationError {
      whenLeft()
      return ServerEvent("problem", Problem.left.json)
    } catch {
      return ServerEvent("problem", Problem(.fault, "the server failed").json)
    }
  }
}
