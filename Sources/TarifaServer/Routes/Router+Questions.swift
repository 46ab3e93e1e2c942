import HTTPTypes
import Hummingbird

extension RouterMethods<ServerContext> {
  /// Adds a question at its path.
  func add(_ route: Route, _ reception: Reception, _ limits: ServerLimits) {
    on(RouterPath(route.fullPath), method: route.httpMethod) { request, _ in
      let given = try await request.parameters(of: route, limit: limits.body)
      let timed = try await request.whileConnected(isWatched: route.weight == .heavy) {
        try await reception.timed(route, given)
      }
      var response = Response(timed.asked, to: request, isKept: route.method == .get)
      response.headers[named: "Server-Timing"] = timed.header
      // Watching the client reads on in the connection and so uses it up.
      if route.weight == .heavy { response.headers[.connection] = "close" }
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

extension Request {
  /// Does work and, where the client is watched, cancels it when the client goes away. A watched connection serves no
  /// further request.
  func whileConnected<Value: Sendable>(
    isWatched: Bool, _ work: @Sendable () async throws -> Value
  ) async throws -> Value {
    guard isWatched else { return try await work() }
    return try await body.consumeWithCancellationOnInboundClose { _ in try await work() }
  }
}
