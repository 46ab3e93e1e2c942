import HTTPTypes
import Hummingbird
import Logging

/// Around every request: its number, its line in the log, its place in the measurements, the headers every response has,
/// and problems as documents.
struct RequestRecord: RouterMiddleware {
  typealias Context = ServerContext

  let measurements: Measurements

  func handle(
    _ request: Request, context: ServerContext,
    next: (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    let began = ContinuousClock.now
    measurements.begin()
    var response = await responding(to: request, context, next)
    let seconds = (ContinuousClock.now - began).seconds
    let route = context.endpointPath ?? "none"
    measurements.end(
      route: route, method: request.method.rawValue, status: response.status.code,
      seconds: seconds)
    for header in SecurityHeaders.all { response.headers[header.name] = header.value }
    response.headers[named: "X-Request-Id"] = context.requestID
    // The query is left out: what somebody imports, and for how much, is not for a log.
    context.logger.log(
      level: response.status.kind == .serverError ? .error : .info, "request",
      metadata: [
        "id": .string(context.requestID), "method": .string(request.method.rawValue),
        "path": .string(request.uri.path),
        "route": .string(route), "status": .stringConvertible(response.status.code),
        "seconds": .stringConvertible(seconds),
        "bytes": .stringConvertible(response.body.contentLength ?? -1),
      ])
    return response
  }

  private func responding(
    to request: Request, _ context: ServerContext,
    _ next: (Request, ServerContext) async throws -> Response
  ) async -> Response {
    do {
      return try await next(request, context)
    } catch let problem as Problem {
      return Response(problem)
    } catch let error as HTTPError where error.status == .notFound {
      let problem = Problem(
        .missing, "there is no \(request.uri.path)", mend: "/v1/openapi.json lists the paths")
      let isForPeople =
        MediaType.isAccepted("text/html", request.headers[.accept])
        && !request.uri.path.hasPrefix("/v1/")
      return isForPeople ? Response(problem, in: nil, to: request) : Response(problem)
    } catch is CancellationError {
      return Response(.left)
    } catch {
      context.logger.error(
        "fault", metadata: ["id": .string(context.requestID), "error": .string("\(error)")])
      return Response(Problem(.fault, "the server failed", mend: "report the X-Request-Id"))
    }
  }
}
