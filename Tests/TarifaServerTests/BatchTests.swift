import Foundation
import HTTPTypes
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

  /// The priced table, here of several pieces, is that of the command; the counts add up.
  @Test func sameBytesAndCounts() async throws {
    let (text, unreadable) = Self.table(rows: 150_000, seed: 7)
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
      HTTPField.Name(name).flatMap { answer.headers[$0] }.flatMap { Int($0) }
    }
    #expect(count("Tarifa-Read") == 150_000)
    #expect(count("Tarifa-Rejected") == unreadable)
    #expect(count("Tarifa-Accepted") == 150_000 - unreadable)
  }

  /// A place is taken from the head of the request on, and free again when the client is gone.
  @Test func leavingFreesThePlace() async throws {
    let fixture = try ServerFixture { $0.limits.batches = 1 }
    let tables = fixture.server.reception.tables
    try await fixture.test { client in
      let port = client.port
      let socket = try RawClient.open(port: port)
      RawClient.send(socket, Self.request("id,hts", length: 1_000))
      try await WorkLaneTests.until { tables.taken == 1 }
      let other = try await client.post("/v1/duty/batch", "id\n", type: "text/csv")
      #expect(other.status == .serviceUnavailable)
      #expect(other.headers[.retryAfter] != nil)
      close(socket)
      try await WorkLaneTests.until { tables.taken == 0 }
      let again = try await client.post("/v1/duty/batch", "id\n", type: "text/csv")
      #expect(again.status == .badRequest)
    }
  }

  static func request(_ table: String, length: Int? = nil) -> String {
    RawClient.request(
      "POST", "/v1/duty/batch", ["Content-Type: text/csv"], body: table, length: length,
      closes: false)
  }
}
