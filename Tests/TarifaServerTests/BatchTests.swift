import Foundation
import HTTPTypes
import HummingbirdTesting
import TarifaServer
import TestSupport
import Testing

@Suite struct BatchTests {
  static func table(rows: Int, seed: Int) -> (text: String, unreadable: Int) {
    var (random, unreadable) = (SplitMix(seed: seed), 0)
    var text = "id,hts,origin,date,value\n"
    for row in 0..<rows {
      let isBad = random.below(10) == 0
      unreadable += isBad ? 1 : 0
      text +=
        "\(row),\(isBad ? "none" : "8482.10.50.44"),CN,2018-0\(1 + random.below(9))-15,\(random.below(100_000))\n"
    }
    return (text, unreadable)
  }

  /// The priced table is that of the command; the counts add up.
  @Test func sameBytesAndCounts() async throws {
    let (text, unreadable) = Self.table(rows: 5_000, seed: 7)
    let fixture = try ServerFixture()
    let file = fixture.folder.appendingPathComponent("entries.csv")
    try Data(text.utf8).write(to: file)
    let printed = try BuiltCommand.run(["duty", "--batch", file.path])
    let answer = try await fixture.test {
      try await $0.post("/v1/duty/batch", text, type: "text/csv")
    }
    #expect(answer.status == .ok)
    #expect(answer.headers[.contentType] == "text/csv")
    #expect(answer.bytes == printed.output)
    func count(_ name: String) -> Int? {
      HTTPField.Name(name).flatMap { answer.trailerHeaders?[$0] }.flatMap { Int($0) }
    }
    #expect(count("Tarifa-Read") == 5_000)
    #expect(count("Tarifa-Rejected") == unreadable)
    #expect(count("Tarifa-Accepted") == 5_000 - unreadable)
  }

  /// Clients that never take the answer do not keep the places of others once they are gone.
  @Test func leavingFreesThePlace() async throws {
    let fixture = try ServerFixture { $0.limits.batches = 1 }
    // Several pieces, more than the system keeps for a client.
    let text = Self.table(rows: 220_000, seed: 8).text
    try await fixture.server.application().test(.live) { client in
      let port = try #require(client.port)
      let lane = fixture.server.reception.batches
      let socket = try await RawClient.onThread {
        let socket = try RawClient.open(port: port)
        RawClient.send(
          socket,
          "POST /v1/duty/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: \(text.utf8.count)\r\n\r\n"
            + text)
        return socket
      }
      try await WorkLaneTests.until { lane.running == 1 }
      let other = try await client.post("/v1/duty/batch", "id\n", type: "text/csv")
      #expect(other.status == .serviceUnavailable)
      #expect(other.headers[.retryAfter] != nil)
      close(socket)
      try await WorkLaneTests.until { lane.running == 0 }
    }
  }
}
