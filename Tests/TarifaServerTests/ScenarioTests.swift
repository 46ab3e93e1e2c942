import Foundation
import HTTPTypes
import JSONText
import TarifaServer
import TestSupport
import Testing
import TradeStore

@Suite(.serialized) struct ScenarioTests {
  static func scenario(value: Int) -> String {
    """
    {"question": "duty", "parameters": {"hts": "8482.10.50.44", "origin": "CN", "on": "2018-07-06", "value": \(value)}}
    """
  }

  @Test func savedAndFound() async throws {
    try await ServerFixture().test { client in
      let saved = try await client.post("/v1/scenarios", Self.scenario(value: 100))
      #expect(saved.status == .created)
      let place = try #require(saved.headers[.location])
      let again = try await client.post("/v1/scenarios", Self.scenario(value: 100))
      #expect(again.status == .ok)
      #expect(again.headers[.location] == place)

      let direct = try await client.get(
        "/v1/duty?hts=8482.10.50.44&origin=CN&on=2018-07-06&value=100")
      #expect(try await client.get(place + "/answer").bytes == direct.bytes)
      let found = try await client.get(place).document
      #expect(found["answer"]?.text == String(decoding: direct.bytes, as: UTF8.self))
      #expect(found["parameters"]?["value"]?.number == 100)
      #expect(found["notes"]?.array?.isEmpty == true)
    }
  }

  /// What another engine answered on other data is given as it was, and says so.
  @Test func engineAndDataMovedOn() async throws {
    let fixture = try ServerFixture()
    let store = try TradeStore(path: fixture.folder.appendingPathComponent("store.sqlite").path)
    let old = Scenario(
      question: "duty", parameters: "{}", engine: "0.0.1", data: "1234",
      answer: Array("{\n  \"rate\": 0.10\n}\n".utf8))
    #expect(try store.save(old))
    try await fixture.test { client in
      let found = try await client.get("/v1/scenarios/\(old.id)").document
      #expect(found["answer"]?.line == "{\"rate\":0.10}")
      let notes = (found["notes"]?.array ?? []).compactMap(\.string)
      #expect(notes.count == 2)
      #expect(notes.first?.contains("0.0.1") == true && notes.last?.contains("1234") == true)
      #expect(try await client.get("/v1/scenarios/\(old.id)/answer").bytes == old.answer)
    }
  }

  /// A scenario names the imported set it rests on, and says when the store has another one of the name.
  @Test func importedSetsAreNamed() async throws {
    let fixture = try ServerFixture()
    let store = try TradeStore(path: fixture.folder.appendingPathComponent("store.sqlite").path)
    @Sendable func imported(value: Int) throws -> String {
      let file = fixture.folder.appendingPathComponent("imports-\(value).csv")
      try Data("hts,origin,year,value,duty\n8482105044,CN,2017,\(value),0\n".utf8).write(to: file)
      _ = try store.importSet(ImportRequest(name: "own", files: [file.path]))
      return try #require(try store.set("own")).sha256
    }
    let hash = try imported(value: 1_000_000)
    let body = """
      {"question": "assess", "parameters": {"action": "us-301-list-1", "baseline": "store:own"}}
      """
    try await fixture.test { client in
      let saved = try await client.post("/v1/scenarios", body)
      #expect(saved.status == .created)
      let set = "{\"baseline\":\"store:own\",\"year\":2017,\"sha256\":\"\(hash)\"}"
      #expect(try saved.document["imported"]?.line == "[\(set)]")
      let place = try #require(saved.headers[.location])
      #expect(try await client.get(place).document["notes"]?.array?.isEmpty == true)

      #expect(try store.remove("own"))
      #expect(try imported(value: 2_000_000) != hash)
      let found = try await client.get(place).document
      #expect(found["imported"]?.line == "[\(set)]")
      #expect(found["notes"]?.array?.first?.string?.contains("store:own") == true)
      let again = try await client.post("/v1/scenarios", body)
      #expect(again.status == .created && again.headers[.location] != place)
    }
  }

  /// Nothing is kept for a client that goes away while its question waits.
  @Test func leavingWhileWaiting() async throws {
    let fixture = try ServerFixture { $0.limits.heavy = 1 }
    let lane = fixture.server.reception.heavy
    try await fixture.test { client in
      let port = client.port
      let running = Task {
        try await client.post("/v1/assess", "{\"action\": \"us-301-list-1\", \"draws\": 200}")
      }
      try await WorkLaneTests.until { lane.running == 1 }
      let leaving = try RawClient.open(port: port)
      let body = "{\"question\": \"annex\", \"parameters\": {\"action\": \"us-301-list-1\"}}"
      RawClient.send(
        leaving, RawClient.request("POST", "/v1/scenarios", [RawClient.json], body: body))
      try await WorkLaneTests.until { lane.waiting == 1 }
      close(leaving)
      try await WorkLaneTests.until { lane.waiting == 0 }
      #expect(lane.running == 1)
      #expect(try await running.value.status == .ok)
      #expect(try await client.post("/v1/scenarios", body).status == .created)
    }
  }

  /// The command is killed again and again while several clients save; whatever it acknowledged is whole afterwards.
  @Test func killedWhileSaving() async throws {
    let fixture = try ServerFixture()
    let path = fixture.folder.appendingPathComponent("store.sqlite").path
    var acknowledged: [String: Int] = [:]
    var random = SplitMix(seed: 3)
    for round in 0..<4 {
      let (process, port) = try await Self.start(store: path)
      let saves = await withTaskGroup(of: [String: Int].self) { group in
        for client in 0..<4 {
          group.addTask { await Self.saveUntilDeath(port, from: round * 100_000 + client * 10_000) }
        }
        try? await Task.sleep(for: .milliseconds(400 + random.below(400)))
        kill(process.processIdentifier, SIGKILL)
        return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
      }
      process.waitUntilExit()
      #expect(!saves.isEmpty)
      acknowledged.merge(saves) { first, _ in first }
    }
    // Reading checks each against its id, which is the hash of all of it.
    let store = try TradeStore(path: path)
    for (id, value) in acknowledged {
      let found = try #require(try store.scenario(id))
      let answer = try JSONValue(parsing: found.answer)
      #expect(answer["total"]?["duty"]?.number == (Double(value) * 34).rounded() / 100)
    }
    let (process, port) = try await Self.start(store: path)
    let id = try #require(acknowledged.keys.first)
    let served = try await RawClient.ask(
      port: port, RawClient.request("GET", "/v1/scenarios/\(id)"))
    #expect(served.hasPrefix("HTTP/1.1 200 OK"))
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private static func start(store: String) async throws -> (Process, Int) {
    try await RawClient.onThread {
      let (process, output) = (Process(), Pipe())
      process.executableURL = try BuiltCommand.url()
      process.arguments = ["serve", "--port", "0", "--store", store]
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      var said = Data()
      while !said.contains(0x0A) {
        let more = output.fileHandleForReading.availableData
        guard !more.isEmpty else { throw RawClient.Failure() }
        said += more
      }
      let port = String(decoding: said, as: UTF8.self).split(separator: ":").last
      guard let port = port.flatMap({ Int($0.dropLast()) }) else { throw RawClient.Failure() }
      return (process, port)
    }
  }

  private static func saveUntilDeath(_ port: Int, from first: Int) async -> [String: Int] {
    var saved: [String: Int] = [:]
    for value in first... {
      let body = scenario(value: value)
      let answer = try? await RawClient.ask(
        port: port, RawClient.request("POST", "/v1/scenarios", [RawClient.json], body: body))
      guard let answer, answer.hasPrefix("HTTP/1.1 201") else { return saved }
      guard let place = answer.range(of: "/v1/scenarios/") else { return saved }
      saved[String(answer[place.upperBound...].prefix(64))] = value
    }
    return saved
  }
}
