import Foundation
import GRDB
import TestSupport
import Testing
import TradeData
import TradeStore

@Suite struct TradeStoreTests {
  @Test func theSameFilesTwiceChangeNothing() throws {
    let fixture = try StoreFixture()
    let path = try fixture.write("a.csv", StoreFixture.plain)
    let first = try fixture.importing([path])
    let before = try fixture.rows()
    let second = try fixture.importing([path])
    guard case .alreadyThere = second.outcome else {
      Issue.record("imported twice")
      return
    }
    #expect(first.set == second.set)
    #expect(try fixture.rows() == before)
    #expect(
      StoreFixture.message { try fixture.importing([path], name: "other") }
        == "these files are already in the store as 'set'; use store:set")
    let changed = try fixture.write(
      "b.csv", StoreFixture.plain + "8517.13.00.00,KR,2024,1,0,1,No\n")
    #expect(
      StoreFixture.message { try fixture.importing([changed]) }?
        .contains("the store has another set 'set'") ?? false)
    #expect(try fixture.rows() == before)
  }

  @Test func setsAreListedAndRemoved() throws {
    let fixture = try StoreFixture()
    let path = try fixture.write("a.csv", StoreFixture.plain)
    let store = try TradeStore(path: fixture.storePath)
    let empty = try fixture.rows()
    try fixture.importing([path], name: "b")
    try fixture.importing([path], name: "a", year: 2024)
    #expect(try store.sets().map(\.name) == ["a", "b"])
    #expect(try store.set("b")?.parts.map(\.rows) == [3])
    #expect(try store.remove("b"))
    #expect(try store.sets().map(\.name) == ["a"])
    #expect(try store.remove("a"))
    #expect(try !store.remove("a"))
    #expect(try fixture.rows() == empty)
    #expect(
      StoreFixture.message { _ = try store.baseline("a") }?
        .contains("there is no set 'a' in") ?? false)
  }

  @Test func aSetIsNotSeenBeforeItIsComplete() throws {
    let fixture = try StoreFixture()
    let files = try ["CN", "DE"].map {
      try fixture.write("\($0).csv", "hts,origin,year,value,duty\n8482105044,\($0),2024,1,0\n")
    }
    let store = try TradeStore(path: fixture.storePath)
    var seen: [Int] = []
    _ = try store.importSet(ImportRequest(name: "set", files: files)) { _ in
      seen.append((try? TradeStore(path: fixture.storePath).sets().count) ?? -1)
    }
    #expect(seen.count >= 5)
    #expect(seen.allSatisfy { $0 == 0 })
    #expect(try store.sets().count == 1)
    // Nothing stays staged.
    #expect(try !fixture.rows().contains { $0.hasPrefix("staged") })
  }

  @Test func stagedPartsAreTakenUp() throws {
    let fixture = try StoreFixture()
    let files = try ["CN", "DE", "FR"].map {
      try fixture.write("\($0).csv", "hts,origin,year,value,duty\n8482105044,\($0),2024,1,0\n")
    }
    // What an import leaves that died while it read the third part.
    let whole = try fixture.importing(files).set
    let store = try TradeStore(path: fixture.storePath)
    _ = try store.remove("set")
    let queue = try DatabaseQueue(path: fixture.storePath)
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO staged_set VALUES ('set', 'year=- monthly=false')")
      for part in whole.parts.prefix(2) {
        let origin = String(part.file.prefix(2))
        try db.execute(
          sql:
            "INSERT INTO staged_part VALUES ('set', ?, ?, 1, 2024, 'plain', 'unstated', 0, 0, 0, 0, 0, 0)",
          arguments: [part.sha256, part.file])
        try db.execute(
          sql:
            "INSERT INTO staged_flow VALUES ('set', ?, '8482105044', ?, 2, 1, 100, 0, NULL, NULL, 0, 0, 0)",
          arguments: [part.sha256, origin])
      }
    }
    #expect(try store.sets().isEmpty)
    var read: Set<String> = []
    let set = try store.importSet(ImportRequest(name: "set", files: files)) { progress in
      if progress.step == .reading { read.insert(progress.file) }
    }.set
    #expect(read == ["FR.csv"])
    #expect(set == whole)
  }

  @Test func filesThatAreNoStore() throws {
    let fixture = try StoreFixture()
    let path = try fixture.write("no.sqlite", String(repeating: "this is text ", count: 1000))
    #expect(
      StoreFixture.message { _ = try TradeStore(path: path) }
        == "\(path): is not a store; choose another path")
    #expect(try fixture.bytes("no.sqlite").count == 13_000)
    #expect(
      StoreFixture.message { _ = try TradeStore(path: "/proc/none/store.sqlite") }?
        .contains("check the folder and its permissions") ?? false)
    #expect(try TradeStore.existing(path: fixture.path("none.sqlite")) == nil)
    #expect(!FileManager.default.fileExists(atPath: fixture.path("none.sqlite")))
  }

  /// A damaged store gives answers or a message, and does not bring the process down.
  @Test(arguments: 0..<10)
  func damagedStores(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let fixture = try StoreFixture()
    let path = try fixture.write("a.csv", StoreFixture.plain)
    try fixture.importing([path])
    try DatabaseQueue(path: fixture.storePath).writeWithoutTransaction { db in
      _ = try db.checkpoint(.truncate)
    }
    let good = [UInt8](try fixture.bytes("store.sqlite"))
    for round in 0..<20 {
      var bytes = good
      for _ in 0...random.below(30) {
        bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      if round % 5 == 0 { bytes.removeLast(random.below(bytes.count)) }
      let damaged = try fixture.write("damaged\(round).sqlite", bytes)
      do {
        let store = try TradeStore(path: damaged)
        _ = try store.sets()
        _ = try store.baseline("set")
        _ = try store.importSet(ImportRequest(name: "more", files: [path], year: 2024))
        _ = try store.remove("set")
      } catch let error as StoreError {
        #expect(error.message.hasPrefix(damaged) || error.message.contains("there is no set"))
      } catch is ImportError {}
    }
  }

  @Test(arguments: [
    "UPDATE flow SET value = 'x'", "UPDATE flow SET duty = 1e300",
    "UPDATE imported_set SET year = 'x'", "UPDATE imported_set SET name = x'ff00'",
    "UPDATE set_part SET bytes = NULL",
  ])
  func kindsAreEnforced(sql: String) throws {
    let fixture = try StoreFixture()
    try fixture.importing([fixture.write("a.csv", StoreFixture.plain)])
    #expect(throws: DatabaseError.self) {
      try DatabaseQueue(path: fixture.storePath).write { try $0.execute(sql: sql) }
    }
  }

  /// What cannot be is damage, not a trap.
  @Test(arguments: [
    "UPDATE flow SET code = '84x' || code", "UPDATE flow SET origin = 'QQ' WHERE origin = 'CN'",
    "ALTER TABLE imported_set RENAME COLUMN basis TO b", "DROP TABLE set_part",
    "UPDATE flow SET value = 9223372036854775807",
  ])
  func damagedValues(sql: String) throws {
    let fixture = try StoreFixture()
    try fixture.importing([fixture.write("a.csv", StoreFixture.plain)])
    try DatabaseQueue(path: fixture.storePath).write { try $0.execute(sql: sql) }
    let store = try TradeStore(path: fixture.storePath)
    let message = StoreFixture.message {
      _ = try store.sets()
      _ = try store.baseline("set")
    }
    #expect(message != nil, "\(sql)")
  }

  @Test func aStoreOfALaterVersionIsLeftAlone() throws {
    let fixture = try StoreFixture()
    _ = try TradeStore(path: fixture.storePath)
    try DatabaseQueue(path: fixture.storePath).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 later')")
    }
    #expect(
      StoreFixture.message { _ = try TradeStore(path: fixture.storePath) }?
        .contains("made by a later version") ?? false)
  }

  @Test func whereTheStoreIs() throws {
    let home = ["HOME": "/h"]
    #expect(try StoreLocation.path("x", environment: ["TARIFA_STORE": "/t"]) == "x")
    #expect(try StoreLocation.path(nil, environment: ["TARIFA_STORE": "/t"]) == "/t")
    #expect(
      try StoreLocation.path(nil, environment: ["XDG_DATA_HOME": "/x"])
        == "/x/tarifa/store.sqlite")
    #expect(
      try StoreLocation.path(nil, environment: home.merging(["XDG_DATA_HOME": "rel"]) { a, _ in a })
        == "/h/.local/share/tarifa/store.sqlite")
    #expect(throws: StoreError.self) { try StoreLocation.path(nil, environment: [:]) }
    #expect(throws: StoreError.self) { try StoreLocation.path("", environment: home) }
  }
}
