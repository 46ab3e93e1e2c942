import HTTPTypes
import Hummingbird

extension RouterMethods<ServerContext> {
  /// Adds a question at its path.
  func add(
    _ route: Route, _ reception: Reception, _ clients: ConnectedClients, _ limits: ServerLimits
  ) {
    on(RouterPath(route.fullPath), method: route.httpMethod) { request, context in
      let given = try await request.parameters(of: route, limit: limits.body)
      let work = { @Sendable in try await reception.timed(route, given) }
      let timed: Reception.Timed
      if let client = clients.client(of: context.channel) {
        timed = try await client.whileThere(work)
      } else {
        timed = try await work()
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
