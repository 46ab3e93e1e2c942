import Hummingbird
import NIOCore

extension Request {
  /// The parameters of a question: of the query for GET, of the body for POST.
  ///
  /// - Throws: ``Problem``.
  func parameters(of route: Route, limit: Int) async throws -> [Route.Parameter] {
    switch route.method {
    case .get: return try queryParameters()
    case .post:
      guard (uri.query ?? "").isEmpty else {
        throw Problem(
          .wrongParameter, "this path takes its parameters in the body, not in the query",
          mend: "send them as JSON or as a form")
      }
      let type = try mediaType(among: [MediaType.json, MediaType.form])
      let bytes = try await bytes(limit: limit)
      return type == MediaType.json
        ? try JSONParameters.parameters(bytes, of: route.fields)
        : try FormText.parameters(bytes)
    }
  }

  func queryParameters() throws(Problem) -> [Route.Parameter] {
    try FormText.parameters((uri.query ?? "").utf8)
  }

  /// - Throws: ``Problem`` for a body of another type.
  func mediaType(among known: [String]) throws(Problem) -> String {
    let type = MediaType.plain(headers[.contentType])
    guard known.contains(type) else {
      throw Problem(
        .wrongType, type.isEmpty ? "the body says no type" : "the body is \(type)",
        mend: "send Content-Type: \(known.joined(separator: " or "))")
    }
    return type
  }

  /// The whole body.
  ///
  /// - Throws: ``Problem`` for one above the limit.
  func bytes(limit: Int) async throws -> [UInt8] {
    var all: [UInt8] = []
    try await read(limit: limit, inPartsOf: limit + 1) { all = $0 }
    return all
  }

  /// The body in parts as they come, each of at least so many bytes but the last.
  ///
  /// - Throws: ``Problem`` for one above the limit; what `take` throws.
  func read(
    limit: Int, inPartsOf size: Int, _ take: ([UInt8]) async throws -> Void
  ) async throws {
    let tooLarge = Problem(
      .tooLarge, "the body is larger than the \(limit) bytes that are read here",
      mend: "send less, or use the command line, which has no such limit",
      // What is left of the body is not read.
      headers: [.connection: "close"])
    if let said = headers[.contentLength].flatMap({ Int($0) }), said > limit { throw tooLarge }
    var (part, count, rest) = ([UInt8](), 0, body.makeAsyncIterator())
    while let buffer = try await Self.next(&rest) {
      count += buffer.readableBytes
      guard count <= limit else { throw tooLarge }
      part += buffer.readableBytesView
      if part.count >= size {
        try await take(part)
        part = []
      }
    }
    if !part.isEmpty { try await take(part) }
  }

  private static func next(_ rest: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
    do {
      return try await rest.next()
    } catch let error as CancellationError {
      throw error
    } catch {
      throw Problem(
        .malformed, "the body is broken or ends early", headers: [.connection: "close"])
    }
  }
}
