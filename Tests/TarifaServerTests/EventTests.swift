import Foundation
import JSONText
import TarifaServer
import Testing

/// Answers as the last of several events, over real sockets.
@Suite(.serialized) struct EventTests {
  /// An event as a reader of the format has it (WHATWG HTML, 9.2.6).
  struct Event {
    let name: String
    let data: String

    var document: JSONValue { get throws { try JSONValue(parsing: Array(data.utf8)) } }

    static func all(_ text: String) -> [Event] {
      text.components(separatedBy: "\n\n").filter { !$0.isEmpty }.map { block in
        var (name, data) = ("", [String]())
        for line in block.components(separatedBy: "\n") {
          let colon = line.firstIndex(of: ":") ?? line.endIndex
          let value = String(line[colon...].dropFirst().trimmingPrefix(" "))
          switch line[..<colon] {
          case "event": name = value
          case "data": data.append(value)
          default: Issue.record("no field of ours: \(line)")
          }
        }
        return Event(name: name, data: data.joined(separator: "\n"))
      }
    }
  }

  static func request(_ path: String, _ body: String) -> String {
    RawClient.request("POST", path, ["Accept: text/event-stream", RawClient.json], body: body)
  }

  static func events(_ port: Int, _ path: String, _ body: String) async throws -> [Event] {
    let text = try await RawClient.ask(port: port, request(path, body))
    let response = try #require(ServerResponse(text), "\(text.prefix(200))")
    #expect(response.status == .ok)
    #expect(response.headers[.contentType] == "text/event-stream")
    return Event.all(String(decoding: response.bytes, as: UTF8.self))
  }

  /// The data of the last event are the bytes of the plain answer; while both cores work on draws, an event comes about
  /// once a second and other requests are answered.
  @Test func theAnswerIsTheLastEvent() async throws {
    let body = "{\"action\": \"us-301-list-1\", \"draws\": 1000}"
    let fixture = try ServerFixture()
    try await fixture.test { client in
      let began = ContinuousClock.now
      let asked = Task { try await Self.events(client.port, "/v1/assess", body) }
      try await WorkLaneTests.until { fixture.server.reception.heavy.running == 1 }
      let health = ContinuousClock.now
      #expect(try await client.get("/health").status == .ok)
      #expect(ContinuousClock.now - health < .seconds(2))
      let events = try await asked.value
      let seconds = (ContinuousClock.now - began) / .seconds(1)

      let last = try #require(events.last)
      #expect(last.name == "answer")
      #expect(events.dropLast().allSatisfy { $0.name == "running" })
      let shown = try events.dropLast().map { try #require(try $0.document["seconds"]?.number) }
      #expect(shown == shown.sorted() && Double(shown.count) >= seconds / 2, "\(shown), \(seconds)")
      let done = try events.dropLast().compactMap { try $0.document["done"]?.number }
      #expect(!done.isEmpty && done == done.sorted() && done.allSatisfy { $0 <= 1000 })
      #expect(
        try events.dropLast().contains {
          try $0.document["steps"]?.string == "draws" && $0.document["total"]?.number == 1000
        })
      let plain = try await client.post("/v1/assess", body)
      #expect(Array(last.data.utf8) == plain.bytes)
    }
  }

  /// What is wrong with the request is told before there are events; what is wrong with the question is one.
  @Test func problems() async throws {
    try await ServerFixture().test { client in
      let broken = try await RawClient.ask(port: client.port, Self.request("/v1/assess", "{"))
      #expect(broken.hasPrefix("HTTP/1.1 400 "))
      let wrong = "{\"action\": \"nowhere\"}"
      let events = try await Self.events(client.port, "/v1/assess", wrong)
      let last = try #require(events.last)
      #expect(last.name == "problem")
      let plain = try await client.post("/v1/assess", wrong)
      #expect(plain.status == .badRequest)
      #expect(try last.document.line == plain.document.line)
    }
  }

  /// Who waits is told its place; who goes away while it waits is given up, and a full queue is an event too.
  @Test func placesAndClientsThatLeave() async throws {
    let fixture = try ServerFixture {
      $0.limits.heavy = 1
      $0.limits.heavyQueue = 2
    }
    let lane = fixture.server.reception.heavy
    let body = "{\"action\": \"us-301-list-1\", \"draws\": 400}"
    try await fixture.test { client in
      let port = client.port
      let running = Task { try await Self.events(port, "/v1/assess", body) }
      try await WorkLaneTests.until { lane.running == 1 }
      let leaving = try RawClient.open(port: port)
      RawClient.send(leaving, Self.request("/v1/assess", body))
      try await WorkLaneTests.until { lane.waiting == 1 }
      let second = Task {
        try await Self.events(port, "/v1/annex", "{\"action\": \"us-301-list-1\"}")
      }
      try await WorkLaneTests.until { lane.waiting == 2 }
      let full = try await Self.events(port, "/v1/assess", body)
      #expect(full.map(\.name) == ["problem"])
      #expect(try full.first?.document["type"]?.string == "urn:tarifa:problem:busy")

      try await Task.sleep(for: .milliseconds(200))
      close(leaving)
      try await WorkLaneTests.until { lane.waiting <= 1 }
      let events = try await second.value
      #expect(events.last?.name == "answer")
      #expect(events.first?.name == "waiting")
      #expect(try events.first?.document["place"]?.number == 2)
      #expect(try await running.value.last?.name == "answer")
    }
  }
}
