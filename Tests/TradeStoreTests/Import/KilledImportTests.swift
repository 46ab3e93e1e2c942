import Foundation
import GRDB
import TestSupport
import Testing
import TradeData
import TradeStore

/// The command itself, killed while it imports: the store shows what it showed before, and the next
/// run goes on with the parts already staged.
@Suite(.serialized) struct KilledImportTests {
  static let partCount = 6

  static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try BuiltCommand.url()
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static func files(_ fixture: StoreFixture) throws -> [String] {
    let countries = try ShippedCountries.all()
    return try (0..<partCount).map { part in
      var text = "hts,origin,year,value,duty\n"
      for row in 0..<20_000 {
        let country = countries[(part * 20_000 + row) % countries.count].code
        text += "8482105044,\(country),2024,\(row),\(row % 7)\n"
        text += "8517130000,\(country),2024,\(row + part),0\n"
      }
      return try fixture.write("part\(part).csv", text)
    }
  }

  static func staged(_ fixture: StoreFixture) -> Int {
    (try? DatabaseQueue(path: fixture.storePath).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM staged_part")
    }) ?? 0
  }

  @Test func killedAndTakenUp() throws {
    let whole = try StoreFixture()
    let files = try Self.files(whole)
    let expected = try whole.importing(files).set

    let fixture = try StoreFixture()
    try fixture.importing([fixture.write("good.csv", StoreFixture.plain)], name: "before")
    let before = try fixture.rows().filter { !$0.hasPrefix("staged") }
    let arguments =
      ["data", "import"] + files + ["--name", "set", "--store", fixture.storePath]
    var stagedAtDeath: [Int] = []
    // Each run is killed as soon as it staged one part more than the run before, the first at once.
    for target in 0..<(Self.partCount - 1) {
      let process = try Self.start(arguments)
      let deadline = Date().addingTimeInterval(60)
      while process.isRunning, Self.staged(fixture) < target, Date() < deadline {
        usleep(2000)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard process.terminationReason == .uncaughtSignal else { break }
      let store = try TradeStore(path: fixture.storePath)
      #expect(try store.sets().map(\.name) == ["before"])
      #expect(try fixture.rows().filter { !$0.hasPrefix("staged") } == before)
      stagedAtDeath.append(Self.staged(fixture))
    }
    #expect(stagedAtDeath.contains { $0 > 0 && $0 < Self.partCount })
    #expect(zip(stagedAtDeath, stagedAtDeath.dropFirst()).allSatisfy { $0 <= $1 })

    var read: Set<String> = []
    let store = try TradeStore(path: fixture.storePath)
    let result = try store.importSet(ImportRequest(name: "set", files: files)) { progress in
      if progress.step == .reading { read.insert(progress.file) }
    }
    #expect(result.set == expected)
    #expect(read.count == Self.partCount - (stagedAtDeath.last ?? 0))
    #expect(
      try store.baseline("set").baseline.value
        == TradeStore(path: whole.storePath)
        .baseline("set").baseline.value)
    #expect(try !fixture.rows().contains { $0.hasPrefix("staged") })
  }

  @Test func exitCodesAndMessages() throws {
    let fixture = try StoreFixture()
    let good = try fixture.write("a.csv", StoreFixture.plain)
    let bad = try fixture.write("b.csv", StoreFixture.plain + "x,CN,2024,1,0,1,No\n")
    func run(_ arguments: [String]) throws -> Int32 {
      let process = try Self.start(["data"] + arguments + ["--store", fixture.storePath])
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try run(["list"]) == 1)
    #expect(try run(["import", good]) == 0)
    #expect(try run(["import", good]) == 0)
    #expect(try run(["import", bad]) == 1)
    #expect(try run(["import"]) == 2)
    #expect(try run(["import", good, "--year", "x"]) == 2)
    #expect(try run(["list"]) == 0)
    #expect(try run(["remove", "a"]) == 0)
    #expect(try run(["remove", "a"]) == 1)
  }
}
