import HTTPTypes
import Hummingbird

extension RouterMethods<ServerContext> {
  /// Answers the methods that a path does not know with 405 and those it does.
  func refuseOthers(at path: String, than known: Set<HTTPRequest.Method>) {
    // HEAD goes wherever GET goes.
    let allowed = known.contains(.get) ? known.union([.head]) : known
    let names = allowed.map(\.rawValue).sorted().joined(separator: ", ")
    var all: Set<HTTPRequest.Method> = [
      .get, .head, .post, .put, .patch, .delete, .options, .trace,
    ]
    if let query = HTTPRequest.Method("QUERY") { all.insert(query) }
    for method in all.subtracting(allowed) {
      on(RouterPath(path), method: method) { _, _ -> Response in
        throw Problem(
          .wrongMethod, "\(path) does not know \(method.rawValue)", mend: "use \(names)",
          headers: [.allow: names])
      }
    }
  }
}
