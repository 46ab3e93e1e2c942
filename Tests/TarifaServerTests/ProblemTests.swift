import HTTPTypes
import JSONText
import TarifaServer
import Testing

@Suite struct ProblemTests {
  struct Wrong: Sendable {
    let uri: String
    var method = HTTPRequest.Method.get
    var body: String?
    var headers = HTTPFields()
    let status: Int
    let kind: String
    var field: String?
    /// A part of what it says.
    let says: String
  }

  static let json: HTTPFields = [.contentType: "application/json"]

  static let wrongs: [Wrong] = [
    Wrong(uri: "/v1/nothing", status: 404, kind: "missing", says: "/v1/nothing"),
    Wrong(uri: "/nothing", status: 404, kind: "missing", says: "there is no /nothing"),
    Wrong(uri: "/v1/duty", method: .post, status: 405, kind: "wrong-method", says: "POST"),
    Wrong(
      uri: "/v1/duty?origin=CN&on=2018-07-06", status: 400, kind: "wrong-parameter", field: "hts",
      says: "is missing"),
    Wrong(
      uri: "/v1/duty?hts=8482105044&origin=CN&on=tomorrow", status: 400, kind: "wrong-parameter",
      field: "on", says: "YYYY-MM-DD"),
    Wrong(
      uri: "/v1/duty?hts=8482105044&origin=CN&on=2018-07-06&colour=red", status: 400,
      kind: "wrong-parameter", field: "colour", says: "no such parameter"),
    Wrong(
      uri: "/v1/duty?hts=8482105044&origin=CN&origin=DE&on=2018-07-06", status: 400,
      kind: "wrong-parameter", field: "origin", says: "twice"),
    Wrong(uri: "/v1/duty?hts=%4", status: 400, kind: "malformed", says: "two hexadecimal digits"),
    Wrong(uri: "/v1/duty?hts=%FF", status: 400, kind: "malformed", says: "not UTF-8"),
    Wrong(
      uri: "/v1/assess", method: .post, body: "{\"action\": \"us-301-list-1\",\n  \"draws\": 01}",
      headers: json, status: 400, kind: "malformed", says: "line 2, column 12"),
    Wrong(
      uri: "/v1/assess", method: .post, body: "[]", headers: json, status: 400, kind: "malformed",
      says: "no object"),
    Wrong(
      uri: "/v1/assess", method: .post, body: "{\"action\": [\"us-301-list-1\"]}", headers: json,
      status: 400, kind: "wrong-parameter", field: "action", says: "one value, not a list"),
    Wrong(
      uri: "/v1/assess", method: .post, body: "{\"action\": {}}", headers: json, status: 400,
      kind: "wrong-parameter", field: "action", says: "neither a text"),
    Wrong(
      uri: "/v1/assess", method: .post, body: "{\"action\": \"/etc/passwd\"}", headers: json,
      status: 400, kind: "wrong-parameter", says: "there is no action or brief"),
    Wrong(
      uri: "/v1/assess", method: .post, body: "action: x", headers: [.contentType: "text/yaml"],
      status: 415, kind: "wrong-type", says: "text/yaml"),
    Wrong(uri: "/v1/assess", method: .post, status: 415, kind: "wrong-type", says: "says no type"),
    Wrong(
      uri: "/v1/assess?action=us-301-list-1", method: .post, body: "{}", headers: json,
      status: 400, kind: "wrong-parameter", says: "in the body"),
    Wrong(
      uri: "/v1/assess", method: .post,
      body: "\"" + String(repeating: "x", count: 1 << 20), headers: json, status: 413,
      kind: "too-large", says: "1048576 bytes"),
    Wrong(
      uri: "/v1/duty/batch", method: .post, body: "id,hts\n",
      headers: [.contentType: "text/csv; charset=utf-8"], status: 400, kind: "wrong-parameter",
      field: "body", says: "no column 'origin'"),
    Wrong(
      uri: "/v1/duty/batch", method: .post, body: "", headers: [.contentType: "text/csv"],
      status: 400, kind: "wrong-parameter", field: "body", says: "empty"),
    Wrong(
      uri: "/v1/scenarios", method: .post, body: "{\"question\": \"what\"}", headers: json,
      status: 400, kind: "wrong-parameter", field: "question", says: "names no question"),
    Wrong(
      uri: "/v1/scenarios", method: .post,
      body:
        "{\"question\": \"duty\", \"parameters\": {\"hts\": \"9999999999\", \"origin\": \"CN\", \"on\": \"2018-07-06\"}}",
      headers: json, status: 422, kind: "no-answer", says: "9999"),
    Wrong(
      uri: "/v1/scenarios/abc", status: 404, kind: "missing", field: "id", says: "no scenario"),
    Wrong(
      uri: "/health", headers: [.origin: "http://evil.example"], status: 403, kind: "foreign",
      says: "evil.example"),
  ]

  @Test(arguments: wrongs.indices)
  func wrongRequestsAreTold(_ position: Int) async throws {
    let wrong = Self.wrongs[position]
    let answer = try await ServerFixture().test {
      try await $0.execute(
        uri: wrong.uri, method: wrong.method, headers: wrong.headers,
        body: wrong.body)
    }
    #expect(answer.status.code == wrong.status)
    #expect(answer.headers[.contentType] == "application/problem+json")
    let document = try answer.document
    #expect(document["type"]?.string == "urn:tarifa:problem:\(wrong.kind)")
    #expect(document["status"]?.number == Double(wrong.status))
    #expect(document["title"]?.string?.isEmpty == false)
    #expect(document["field"]?.string == wrong.field)
    #expect(document["detail"]?.string?.contains(wrong.says) == true, "\(document.text)")
  }

  /// The name in the request is one of the server's own: a page whose name points here is not.
  @Test func rebindingIsRefused() async throws {
    let named = try ServerFixture { $0.names = ["duty.example"] }
    try await named.test { client in
      let port = client.port
      for (host, status) in [
        ("evil.example", 421), ("evil.example:\(port)", 421), ("localhost.evil.example", 421),
        ("127.0.0.1:\(port)", 200), ("LOCALHOST", 200), ("[::1]:\(port)", 200),
        ("duty.example", 200),
      ] {
        let answer = try await RawClient.ask(
          port: port, "GET /health HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(host): \(answer.prefix(40))")
      }
    }
  }
}
