import Foundation
import Synchronization
import TarifaServer
import Testing

/// Over real sockets: slow clients, clients that go away, and what answers meanwhile.
@Suite(.serialized) struct ConnectionTests {
  static func impatient() throws -> ServerFixture {
    try ServerFixture {
      $0.limits.idle = .seconds(1)
      $0.limits.bodyGrace = .seconds(1)
      $0.limits.stalledAnswer = .seconds(1)
    }
  }

  /// How long the server bears a client that sends a text and then a byte every tenth of a second.
  static func borne(_ start: String, port: Int) async throws -> Duration {
    try await RawClient.onThread {
      let socket = try RawClient.open(port: port)
      defer { close(socket) }
      let began = ContinuousClock.now
      RawClient.send(socket, start)
      while ContinuousClock.now - began < .seconds(20) {
        usleep(100_000)
        var byte: UInt8 = 0
        if recv(socket, &byte, 1, Int32(MSG_DONTWAIT)) == 0 { break }
        guard RawClient.send(socket, "x") else { break }
      }
      return ContinuousClock.now - began
    }
  }

  @Test(arguments: [
    "",
    "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    "POST /v1/assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
  ])
  func slowClientsAreLeft(_ start: String) async throws {
    try await Self.impatient().test { client in
      let port = client.port
      let borne = try await Self.borne(start, port: port)
      #expect(borne < .seconds(8))
      #expect(try await RawClient.ask(port: port, RawClient.health).hasPrefix("HTTP/1.1 200 OK"))
    }
  }

  /// A client that takes nothing of an answer larger than what the system keeps for it.
  @Test func stalledAnswersAreLeft() async throws {
    let fixture = try Self.impatient()
    let tables = fixture.server.reception.tables
    let text = BatchTests.table(rows: 240_000, seed: 9).text
    try await fixture.test { client in
      let port = client.port
      let socket = try RawClient.open(port: port, receives: 16_384)
      // The answer may begin before the last byte of the request is known to be sent.
      let began = ContinuousClock.now
      _ = try await RawClient.onThread {
        RawClient.send(socket, BatchTests.request(text))
      }
      #expect(tables.taken == 1)
      try await WorkLaneTests.until { tables.taken == 0 }
      #expect(ContinuousClock.now - began >= .seconds(1))
      close(socket)
    }
  }

  /// While heavy questions run, the server is well; when their clients go away, those that wait are given up.
  @Test func heavyQuestionsDoNotHoldUpTheRest() async throws {
    let fixture = try ServerFixture {
      $0.limits.heavy = 1
      $0.limits.heavyQueue = 1
    }
    let lane = fixture.server.reception.heavy
    let body = "action=us-301-list-1&draws=40"
    let request = RawClient.request(
      "POST", "/v1/assess", ["Content-Type: application/x-www-form-urlencoded"], body: body)
    try await fixture.test { client in
      let port = client.port
      let running = try RawClient.open(port: port)
      RawClient.send(running, request)
      try await WorkLaneTests.until { lane.running == 1 }
      let waiting = try RawClient.open(port: port)
      RawClient.send(waiting, request)
      try await WorkLaneTests.until { lane.waiting == 1 }

      let began = ContinuousClock.now
      #expect(try await client.get("/health").status == .ok)
      #expect(ContinuousClock.now - began < .seconds(2))
      let refused = try await client.post("/v1/annex", "{\"action\": \"us-301-list-1\"}")
      #expect(refused.status == .serviceUnavailable)
      #expect(refused.headers[.retryAfter] != nil)
      #expect(lane.running == 1)

      close(waiting)
      try await WorkLaneTests.until { lane.waiting == 0 }
      let answer = try await RawClient.onThread { RawClient.rest(running) }
      close(running)
      #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
      #expect(lane.running == 0)
    }
  }

  /// Draws that would take many minutes end when their client goes away, with events and without, on a page too: the
  /// place is free within seconds, a small question gets its answer, and the log's numbers have it.
  @Test(.timeLimit(.minutes(5)), arguments: ["*/*", "text/event-stream", "page"])
  func workIsStoppedWhenItsClientLeaves(_ accepted: String) async throws {
    let fixture = try ServerFixture { $0.limits.heavy = 1 }
    let lane = fixture.server.reception.heavy
    let body = "action=us-301-list-1&draws=100000"
    let path = accepted == "page" ? "/impact?\(body)" : "/v1/assess"
    let request =
      accepted == "page"
      ? RawClient.request("GET", path)
      : RawClient.request(
        "POST", path,
        ["Content-Type: application/x-www-form-urlencoded", "Accept: \(accepted)"], body: body)
    try await fixture.test { client in
      let running = try RawClient.open(port: client.port)
      RawClient.send(running, request)
      try await WorkLaneTests.until { lane.running == 1 }
      // Until draws are made.
      try await Task.sleep(for: .seconds(3))
      #expect(lane.running == 1)
      let left = ContinuousClock.now
      close(running)
      let small = try await client.post("/v1/annex", "{\"action\": \"us-301-list-1\"}")
      #expect(small.status == .ok)
      // All draws take four minutes on two cores of a release build, and hours in this one.
      #expect(ContinuousClock.now - left < .seconds(60))
      #expect(lane.running == 0 && lane.waiting == 0)

      let text = String(decoding: try await client.get("/metrics").bytes, as: UTF8.self)
      let route = accepted == "page" ? "/impact" : path
      let counted = "tarifa_cancelled_total{route=\"\(route)\"} 1"
      #expect(text.split(separator: "\n").contains { $0 == counted }, "\(text)")
    }
  }

  @Test func connectionsAreLimited() async throws {
    let fixture = try ServerFixture { $0.limits.connections = 2 }
    try await fixture.test { client in
      let port = client.port
      let held = try (0..<2).map { _ in try RawClient.open(port: port) }
      defer { close(held[1]) }
      // Connections that come together are taken together; these are there before the third comes.
      try await RawClient.onThread {
        for socket in held {
          RawClient.send(socket, RawClient.request("GET", "/health", closes: false))
          var byte: UInt8 = 0
          #expect(recv(socket, &byte, 1, 0) == 1)
        }
      }
      let answered = Mutex(false)
      let third = Task {
        defer { answered.withLock { $0 = true } }
        return try await RawClient.ask(port: port, RawClient.health)
      }
      try await Task.sleep(for: .milliseconds(500))
      #expect(!answered.withLock { $0 })
      close(held[0])
      #expect(try await third.value.hasPrefix("HTTP/1.1 200 OK"))
    }
  }
}
