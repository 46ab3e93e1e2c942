import HTTPTypes
import JSONText
import TarifaServer
import Testing

@Suite struct AnswerTests {
  static let duty = "/v1/duty?hts=8482.10.50.44&origin=CN&on=2018-07-06"

  @Test func tagsAnswerWhetherItStillHolds() async throws {
    try await ServerFixture().test { client in
      let answer = try await client.get(Self.duty)
      let tag = try #require(answer.headers[.eTag])
      #expect(tag.first == "\"")
      for named in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
        let again = try await client.get(Self.duty, headers: [.ifNoneMatch: named])
        #expect(again.status == .notModified)
        #expect(again.bytes.isEmpty)
        #expect(again.headers[.eTag] == tag)
      }
      let other = try await client.get(Self.duty + "&value=1", headers: [.ifNoneMatch: tag])
      #expect(other.status == .ok)
      #expect(other.headers[.eTag] != tag)
      // What answers nothing is no state of a resource to keep.
      let none = try await client.get(
        "/v1/duty?hts=9999.99.99.99&origin=CN&on=2018-07-06", headers: [.ifNoneMatch: "*"])
      #expect(none.status == .unprocessableContent)
    }
  }

  @Test func everyResponseForbidsABrowser() async throws {
    try await ServerFixture().test { client in
      for uri in [Self.duty, "/health", "/metrics", "/v1/nothing", "/v1/duty"] {
        let headers = try await client.get(uri).headers
        func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
        #expect(field("Content-Security-Policy")?.hasPrefix("default-src 'none';") == true)
        #expect(field("X-Content-Type-Options") == "nosniff")
        #expect(field("Referrer-Policy") == "same-origin")
        #expect(field("Cross-Origin-Opener-Policy") == "same-origin")
        #expect(field("X-Request-Id")?.count == 32)
        #expect(headers[.cacheControl] != nil)
      }
      let timed = try await client.get(Self.duty).headers
      let timing = HTTPField.Name("Server-Timing").flatMap { timed[$0] }
      #expect(timing?.contains("answer;dur=") == true)
    }
  }

  @Test func measurementsCount() async throws {
    try await ServerFixture().test { client in
      for _ in 0..<3 { _ = try await client.get(Self.duty) }
      _ = try await client.get("/v1/duty")
      for name in ["MKCOL", "PROPFIND"] {
        let method = try #require(HTTPRequest.Method(name))
        _ = try await client.execute(uri: "/v1/duty", method: method)
      }
      let text = String(decoding: try await client.get("/metrics").bytes, as: UTF8.self)
      let lines = text.split(separator: "\n").map(String.init)
      let requests = "tarifa_requests_total{route=\"/v1/duty\",method=\"GET\",status="
      #expect(lines.contains(requests + "\"200\"} 3"))
      #expect(lines.contains(requests + "\"400\"} 1"))
      // Methods that no path knows are one.
      #expect(lines.contains { $0.contains("method=\"other\"") && $0.hasSuffix(" 2") })
      #expect(!text.contains("method=\"MKCOL\""))
      #expect(lines.contains("tarifa_request_seconds_count{route=\"/v1/duty\"} 4"))
      #expect(lines.contains("tarifa_requests_in_flight 1"))
      #expect(lines.contains("tarifa_lane_running{lane=\"heavy\"} 0"))
    }
  }
}
