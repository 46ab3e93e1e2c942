import TestSupport
import Testing
import TradeData
import TradeStore

/// Damaged files end with one message or a set whose totals hold, and never with a crash or a store
/// that is neither as before nor complete.
@Suite struct ImportFuzzTests {
  static let pieces = [
    "\"", "\"\"", ",", "\n", "\r\n", "(D)", "-1", "=1", "'", "1e9", "99999999999999", "2023",
    "\u{FEFF}", "\u{0}", "8482105044,CN,2024,5,0\n", "hts,origin,year,value\n", "CTY_CODE", "$",
  ]

  static let layouts = [
    LayoutTests.census, LayoutTests.dataWeb, LayoutTests.plain, StoreFixture.plain,
  ]

  @Test(arguments: 0..<40)
  func damagedText(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let fixture = try StoreFixture()
    try fixture.importing([fixture.write("good.csv", StoreFixture.plain)], name: "before")
    let before = try fixture.rows()
    for round in 0..<15 {
      let bytes = damaged(
        Array(Self.layouts[random.below(Self.layouts.count)].utf8), pieces: Self.pieces,
        with: &random)
      try Self.check(bytes, "bad\(round).csv", fixture, before)
    }
  }

  @Test(arguments: 0..<20)
  func damagedGzip(seed: Int) throws {
    var random = SplitMix(seed: 1000 + seed)
    let fixture = try StoreFixture()
    try fixture.importing([fixture.write("good.csv", StoreFixture.plain)], name: "before")
    let before = try fixture.rows()
    try fixture.write("a.csv", LayoutTests.census)
    let good = try [UInt8](fixture.bytes(StoreFixture.name(fixture.gzip("a.csv"))))
    for round in 0..<15 {
      let bytes = damaged(good, pieces: ["\u{1F}", "\u{0}"], with: &random)
      try Self.check(bytes, "bad\(round).csv.gz", fixture, before)
    }
  }

  static func check(
    _ bytes: [UInt8], _ name: String, _ fixture: StoreFixture, _ before: [String]
  ) throws {
    let path = try fixture.write(name, bytes)
    do {
      let set = try fixture.importing([path], name: "damaged").set
      // What was left out and what was taken are all the records.
      let kept = try fixture.rows().filter { $0.hasPrefix("flow:") && !before.contains($0) }
      #expect(kept.count == set.total.cells)
      _ = try? TradeStore(path: fixture.storePath).baseline("damaged")
      #expect(try TradeStore(path: fixture.storePath).remove("damaged"))
    } catch let error as ImportError {
      #expect(!"\(error)".isEmpty)
    }
    #expect(try fixture.rows() == before)
  }

  @Test(arguments: 0..<20)
  func damagedListsBesideGoodFiles(seed: Int) throws {
    var random = SplitMix(seed: 2000 + seed)
    let fixture = try StoreFixture()
    let path = try fixture.write("a.csv", StoreFixture.plain)
    _ = try TradeStore(path: fixture.storePath)
    let manifest = "part,file,sha256,rows\n1,a.csv,\(try fixture.sha256("a.csv")),3\n"
    let map =
      "from,to,share\n8482.10.50.44,8517.13.00,0.25\n8482.10.50.44,84821050,0.75\nCN,drop,\n"
    for _ in 0..<10 {
      let list = try fixture.write(
        "manifest.csv", damaged(Array(manifest.utf8), pieces: Self.pieces, with: &random))
      let table = try fixture.write(
        "map.csv", damaged(Array(map.utf8), pieces: Self.pieces, with: &random))
      do {
        try fixture.importing([path], manifest: list)
        #expect(try TradeStore(path: fixture.storePath).remove("set"))
      } catch is ImportError {}
      do {
        try fixture.importing([path], map: table)
        #expect(try TradeStore(path: fixture.storePath).remove("set"))
      } catch is ImportError {}
    }
  }
}
