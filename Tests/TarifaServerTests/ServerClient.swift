import HTTPTypes
import Testing

/// Asks a server over sockets of its own, one a request.
struct ServerClient: Sendable {
  let port: Int

  func execute(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: String? = nil
  ) async throws -> ServerResponse {
    var text = "\(method.rawValue) \(uri) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    for field in headers { text += "\(field.name.rawName): \(field.value)\r\n" }
    if let body { text += "Content-Length: \(body.utf8.count)\r\n" }
    let answer = try await RawClient.ask(port: port, text + "\r\n" + (body ?? ""))
    return try #require(ServerResponse(answer), "\(method) \(uri): \(answer.prefix(200))")
  }

  func post(
    _ uri: String, _ text: String, type: String = "application/json"
  ) async throws -> ServerResponse {
    try await execute(uri: uri, method: .post, headers: [.contentType: type], body: text)
  }

  func get(_ uri: String, headers: HTTPFields = [:]) async throws -> ServerResponse {
    try await execute(uri: uri, method: .get, headers: headers)
  }
}
