import Synchronization
import TarifaServer
import Testing

/// What is kept is made once, the oldest goes when there is too much, and keys count.
@Suite struct RecentlyMadeTests {
  @Test func theOldestGoes() async throws {
    let made = Mutex<[String]>([])
    let recent = RecentlyMade<String>(most: 30) { $0.utf8.count }
    @discardableResult func ask(_ key: String, isKept: Bool = true) async throws -> String {
      try await recent.value(key) {
        made.withLock { $0.append(key) }
        return (String(repeating: "x", count: 9), isKept)
      }
    }
    // Three of ten bytes fit.
    for key in ["a", "b", "a", "c", "b", "a"] { _ = try await ask(key) }
    #expect(made.withLock { $0 } == ["a", "b", "c"])
    for key in ["d", "b", "a"] { _ = try await ask(key) }
    #expect(made.withLock { $0 } == ["a", "b", "c", "d", "a"])
    // A key is chosen by the client.
    let long = String(repeating: "k", count: 22)
    for key in [long, long, "d"] { _ = try await ask(key) }
    #expect(made.withLock { $0 }.suffix(2) == [long, long])
    for _ in 0..<2 { _ = try await ask("e", isKept: false) }
    #expect(made.withLock { $0 }.suffix(2) == ["e", "e"])
  }

  @Test func whatFailsIsMadeAgain() async throws {
    struct Failure: Error {}
    let recent = RecentlyMade<Int>(most: 100) { _ in 1 }
    await #expect(throws: Failure.self) { _ = try await recent.value("a") { throw Failure() } }
    #expect(try await recent.value("a") { (7, isKept: true) } == 7)
  }
}
