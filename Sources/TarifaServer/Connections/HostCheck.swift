import HTTPTypes
import Hummingbird

/// Lets in who calls the server by one of its names, and no page of another site.
///
/// A page anywhere may have its own name point to a loopback address and then read what the browser gets
/// ("DNS rebinding"); but the browser still sends that name. A page may also send a form across sites; then `Origin` or
/// `Sec-Fetch-Site` say so.
struct HostCheck: RouterMiddleware {
  typealias Context = ServerContext

  private let names: Set<String>

  init(_ options: ServerOptions) {
    names = Set(
      (["localhost", "127.0.0.1", "[::1]", Self.bracketed(options.host)] + options.names)
        .map { $0.lowercased() })
  }

  private static func bracketed(_ host: String) -> String {
    host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
  }

  func handle(
    _ request: Request, context: ServerContext,
    next: (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    guard let authority = request.head.authority, names.contains(Self.host(authority)) else {
      throw Problem(
        .wrongHost, "the server is not called '\(request.head.authority ?? "")'",
        mend: "call it localhost, or start it with --name and this name")
    }
    // A browser hides the origin of some forms of a page's own, but not from which site they come, which no page can write.
    let site = request.headers[named: "Sec-Fetch-Site"]
    if let origin = request.headers[.origin], origin != "http://\(authority)",
      origin != "https://\(authority)", origin != "null" || site != "same-origin"
    {
      throw Problem(.foreign, "the request comes from a page of \(origin)")
    }
    if let site, request.method != .get, request.method != .head,
      !["same-origin", "none"].contains(site)
    {
      throw Problem(.foreign, "the request comes from a page of another site")
    }
    return try await next(request, context)
  }

  /// An authority without its port.
  static func host(_ authority: String) -> String {
    let text = authority.lowercased()
    if text.hasPrefix("[") {
      return text.lastIndex(of: "]").map { String(text[...$0]) } ?? text
    }
    return String(text.prefix { $0 != ":" })
  }
}
