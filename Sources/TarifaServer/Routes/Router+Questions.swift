import HTTPTypes
import Hummingbird
import Logging

extension RouterMethods<ServerContext> {
  /// Adds a question at its path.
  func add(
    _ route: Route, _ reception: Reception, _ clients: ConnectedClients,
    _ measurements: Measurements, _ limits: ServerLimits
  ) {
    on(RouterPath(route.fullPath), method: route.httpMethod) { request, context in
      let given = try await request.parameters(of: route, limit: limits.body)
      if route.method == .post, MediaType.isAccepted(MediaType.events, request.headers[.accept]) {
        return AnswerEvents(route: route, given: given, reception: reception) {
          // The line of the request was written when its events began.
          measurements.leave(route: route.fullPath)
          context.logger.info(
            "left",
            metadata: [
              "id": .string(context.requestID), "route": .string(route.fullPath),
              "status": .stringConvertible(Problem.left.kind.status.code),
            ])
        }
        .response { try await clients.whileThere(context.channel, $0) }
      }
      let timed = try await clients.whileThere(context.channel) {
        try await reception.timed(route, given)
      }
      var response = Response(timed.asked, to: request, isKept: route.method == .get)
      response.headers[named: "Server-Timing"] = timed.header
      return response
    }
  }
}

extension Route {
  var httpMethod: HTTPRequest.Method {
    switch method {
    case .get: .get
    case .post: .post
    }
  }
}
