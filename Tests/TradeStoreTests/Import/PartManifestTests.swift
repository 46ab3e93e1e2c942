import Testing
import TradeData
import TradeStore

@Suite struct PartManifestTests {
  let fixture: StoreFixture

  init() throws {
    fixture = try StoreFixture()
    for (place, origin) in ["CN", "DE", "FR"].enumerated() {
      try fixture.write(
        "p\(place + 1).csv",
        "hts,origin,year,value,duty\n8482105044,\(origin),2024,\(place + 1),0\n")
    }
  }

  func manifest(_ rows: [(part: Int, file: String, hash: String, rows: Int)]) throws -> String {
    try fixture.write(
      "manifest.csv",
      "part,file,sha256,rows\n"
        + rows.map { "\($0.part),\($0.file),\($0.hash),\($0.rows)\n" }.joined())
  }

  func good() throws -> [(part: Int, file: String, hash: String, rows: Int)] {
    try (1...3).map { ($0, "p\($0).csv", try fixture.sha256("p\($0).csv"), 1) }
  }

  @Test func theManifestNamesTheFiles() throws {
    let set = try fixture.importing([], manifest: manifest(good())).set
    #expect(set.parts.map(\.file) == ["p1.csv", "p2.csv", "p3.csv"])
    #expect(set.parts.map(\.sha256) == (try good().map(\.hash)))
    #expect(set.total.value == 600)
  }

  @Test func filesInAnyOrderAreOneSet() throws {
    let paths = (1...3).map { fixture.path("p\($0).csv") }
    let set = try fixture.importing(paths.reversed(), manifest: manifest(good())).set
    #expect(set.parts.map(\.file) == ["p1.csv", "p2.csv", "p3.csv"])
    let again = try fixture.importing(paths)
    guard case .alreadyThere = again.outcome else {
      Issue.record("imported twice")
      return
    }
    #expect(again.set == set)
  }

  func refusal(
    _ change: (inout [(part: Int, file: String, hash: String, rows: Int)]) -> Void,
    files: [String] = []
  ) throws -> String? {
    var rows = try good()
    change(&rows)
    let path = try manifest(rows)
    _ = try TradeStore(path: fixture.storePath)
    let before = try fixture.rows()
    let message = StoreFixture.message {
      try fixture.importing(files.map(fixture.path), manifest: path)
    }
    #expect(try fixture.rows() == before)
    return message
  }

  @Test func wrongHash() throws {
    let message = try refusal { $0[1].hash = String(repeating: "0", count: 64) }
    #expect(message?.hasPrefix("p2.csv: its SHA-256 is ") ?? false)
    #expect(message?.contains("manifest.csv line 3 says 0000") ?? false)
  }

  @Test func wrongRows() throws {
    #expect(
      try refusal { $0[2].rows = 7 }
        == "p3.csv: has 1 records, the manifest says 7 (line 4); fetch the file again")
  }

  @Test func missingPart() throws {
    #expect(
      try refusal { $0[2].file = "p4.csv" }?.hasPrefix(
        "manifest.csv, line 4, column 'file': part 'p4.csv' is missing") ?? false)
    #expect(
      try refusal({ _ in }, files: ["p1.csv", "p3.csv"])
        == "manifest.csv, line 3, column 'file': part 'p2.csv' is missing; name it too")
    #expect(
      try refusal({ $0.remove(at: 1) })
        == "manifest.csv, line 3, column 'part': part '3' stands where part 2 is due; parts are"
        + " missing, repeated or out of order")
  }

  @Test func repeatedPart() throws {
    #expect(
      try refusal {
        $0[2] = $0[1]
        $0[2].part = 3
      } == "manifest.csv, line 4, column 'file': repeats the part of line 3; remove one")
    #expect(
      try refusal({ _ in }, files: ["p1.csv", "p2.csv", "p3.csv", "p3.csv"])
        == "p3.csv: is not listed in manifest.csv, or is named twice; leave it out or list it")
    try fixture.write("copy.csv", [UInt8](fixture.bytes("p1.csv")))
    #expect(
      StoreFixture.message {
        try fixture.importing([fixture.path("p1.csv"), fixture.path("copy.csv")])
      } == "copy.csv: has the same content as p1.csv; remove the repeated part")
  }

  @Test func badFields() throws {
    #expect(
      try refusal { $0[0].hash = "xyz" }
        == "manifest.csv, line 2, column 'sha256': 'xyz' is not a SHA-256 of 64 digits")
    #expect(
      try refusal { $0[0].rows = -1 }
        == "manifest.csv, line 2, column 'rows': '-1' is not a number of records")
    #expect(try refusal { $0 = [] } == "manifest.csv: lists no files")
  }

  @Test func partsThatDoNotFitTogether() throws {
    let old = try fixture.write("old.csv", "hts,origin,year,value\n8482105044,CN,2023,1\n")
    #expect(
      StoreFixture.message { try fixture.importing([fixture.path("p1.csv"), old]) }
        == "old.csv: holds 2023, the parts before it 2024; import each year as a set")
    let census = try fixture.write(
      "census.csv", "commodity,cty_code,con_val_yr,year\n8482105044,5700,1,2024\n")
    #expect(
      StoreFixture.message { try fixture.importing([fixture.path("p1.csv"), census]) }
        == "census.csv: has another layout than p1.csv; import them as two sets")
  }
}
