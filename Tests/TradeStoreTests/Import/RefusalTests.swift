import Testing
import TradeData
import TradeStore

/// Each kind of damaged or unfit file gives one message with its place, and leaves the store as it
/// was, row for row.
@Suite struct RefusalTests {
  /// A file of two records whose second is given.
  static func second(_ record: String) -> String {
    "hts,origin,year,value,duty\n8482105044,CN,2024,1000,90\n\(record)\n"
  }

  static let cases: [(text: String, message: String)] = [
    (second("8482105044,DE,2024,abc,0"), "bad.csv, line 3, column 'value': 'abc' is not an amount"),
    (second("8482105044,DE,2024,1.2E+07,0"), "line 3, column 'value': '1.2E+07' is not an amount"),
    (second("8482105044,DE,2024,-5,0"), "line 3, column 'value': '-5' is negative"),
    (second("8482105044,DE,2024,5,(5)"), "line 3, column 'duty': '(5)' is negative"),
    (
      second("8482105044,DE,2024,99999999999999999,0"),
      "column 'value': '99999999999999999' is more"
    ),
    (second("8482105044,=HYPERLINK(1),2024,5,0"), "column 'origin': '=HYPERLINK(1)' is a formula"),
    (second("=1+1,DE,2024,5,0"), "line 3, column 'hts': '=1+1' is a formula, not a code"),
    (second("848210504,DE,2024,5,0"), "was a leading zero lost?"),
    (second("848210,DE,2024,5,0"), "column 'hts': '848210' has 6 digits"),
    (second("8482105044,DE,24,5,0"), "line 3, column 'year': '24' is not a year"),
    (second("8482105044,,2024,5,0"), "line 3, column 'origin': the origin is empty"),
    (second("8482105044,DE,2024,5"), "line 3: the record has 4 fields, the header 5"),
    (second("8482105044,DE,2024,1,234,0"), "line 3: the record has 6 fields, the header 5"),
    (
      second("\"8482105044,DE,2024,5,0"), "line 3, column 'hts': a quote is opened and never closed"
    ),
    (second("\"84\"82,DE,2024,5,0"), "line 3, column 'hts': there is text after a closing quote"),
    (second("8482105044,Atlantis,2024,5,0"), "1 origin is unknown, with 1 record and $5 of value"),
    (second("0000000001,DE,2024,5,0"), "1 code is in no edition of 2024, with 1 record and $5"),
    ("a,b\n1,2\n", "line 1: there is no header of a known layout; expected one of: hts,origin"),
    ("", "line 1: there is no header of a known layout"),
    ("hts,origin,year,value\n", "there are no records below the header"),
    ("hts,origin,year\n8482105044,CN,2024\n", "line 1: the header has no column of values"),
    ("hts,origin,value,value\n", "line 1, column 'value': the header has this column twice"),
    (
      "hts,origin,value\n8482105044,CN,5\n", "line 2: the file does not state its year; give --year"
    ),
    ("[[\"I_COMMODITY\"]]", "is JSON; ask the Census service for CSV output"),
    ("PK\u{03}\u{04}", "is a zip or Excel file; save the table as CSV"),
    (
      "row,hts,origin,year,value\n1,8482105044,CN,2024,5\n3,8482105044,DE,2024,5\n",
      "line 3, column 'row': record 3 follows record 1; records are missing, repeated or out of"
    ),
    (
      "row,hts,origin,year,value\n1,8482105044,CN,2024,5\n1,8482105044,DE,2024,5\n",
      "line 3, column 'row': record 1 follows record 1"
    ),
    (
      "hts,origin,year,value,unit\n8482105044,CN,2024,5,=cmd\n",
      "line 2, column 'unit': '=cmd' is a formula, not a unit"
    ),
    (
      "commodity,cty_code,con_val_yr,year\n8482105044,0003,5,2024\n8482105044,4280,5,2024\n",
      "its members DE, which would count twice; drop one with --map"
    ),
    (
      "Data Type,HTS Number,Country,Year,January,February\nCustoms Value,8482105044,China,2024,1,2\n",
      "line 1: the header has 2 of twelve months; export the whole year"
    ),
  ]

  @Test(arguments: cases)
  func refused(text: String, message: String) throws {
    let fixture = try StoreFixture()
    try fixture.importing([fixture.write("good.csv", StoreFixture.plain)], name: "before")
    let before = try fixture.rows()
    let path = try fixture.write("bad.csv", text)
    let found = StoreFixture.message { try fixture.importing([path]) }
    #expect(found?.contains(message) ?? false, "\(found ?? "no error")")
    #expect(try fixture.rows() == before)
    // A good part before the bad one changes nothing either.
    let good = try fixture.write("other.csv", Self.second("8482105044,FR,2024,5,0"))
    #expect(StoreFixture.message { try fixture.importing([good, path]) } != nil)
    #expect(try fixture.rows() == before)
  }

  @Test func wholeMessages() throws {
    let fixture = try StoreFixture()
    let path = try fixture.write("bad.csv", Self.second("8482105044,DE,2024,12x,0"))
    #expect(
      StoreFixture.message { try fixture.importing([path]) }
        == "bad.csv, line 3, column 'value': '12x' is not an amount; write digits, as 1234567 or"
        + " 1,234,567, or (D) where it is withheld")
    let strange = try fixture.write(
      "strange.csv",
      "hts,origin,year,value,duty\n"
        + (10..<35).map { "00000000\($0),Nowhere,2024,\($0),0\n" }.joined())
    let message = StoreFixture.message { try fixture.importing([strange]) } ?? ""
    let lines = message.split(separator: "\n")
    #expect(lines.count == 1 + 20 + 1 + 1 + 1 + 1)
    #expect(lines[0] == "25 codes are in no edition of 2024, with 25 records and $550 of value:")
    #expect(lines[1] == "  0000.00.00.34: $34, first at strange.csv line 26")
    #expect(lines[21] == "  … and 5 more")
    #expect(lines[22] == "1 origin is unknown, with 25 records and $550 of value:")
    #expect(lines.last?.contains("--map FILE (from,to,share; 'drop'") ?? false)
  }

  @Test func quotedTextCannotDriveATerminal() throws {
    let fixture = try StoreFixture()
    let path = try fixture.write("bad.csv", Self.second("8482105044,\u{1B}[2J,2024,5,0"))
    let message = StoreFixture.message { try fixture.importing([path]) } ?? ""
    #expect(message.contains("?[2J"))
    #expect(!message.contains("\u{1B}"))
  }

  @Test func truncatedAndDamagedGzip() throws {
    let fixture = try StoreFixture()
    var text = "hts,origin,year,value,duty\n"
    for row in 0..<5000 { text += "8482105044,CN,2024,\(row * 7919 % 100_000),\(row % 13)\n" }
    try fixture.write("a.csv", text)
    let path = try fixture.gzip("a.csv")
    let set = try fixture.importing([path], name: "whole").set
    #expect(set.rows == 5000)
    let before = try fixture.rows()
    let bytes = try [UInt8](fixture.bytes("a.csv.gz"))
    for length in [3, 12, bytes.count / 2, bytes.count - 9, bytes.count - 1] {
      let cut = try fixture.write("cut.csv.gz", Array(bytes[..<length]))
      #expect(
        StoreFixture.message { try fixture.importing([cut]) }
          == "cut.csv.gz: the gzip file is cut off; fetch it again")
    }
    for place in stride(from: 20, to: bytes.count - 8, by: 997) {
      var flipped = bytes
      flipped[place] ^= 0x10
      let path = try fixture.write("flip.csv.gz", flipped)
      #expect(StoreFixture.message { try fixture.importing([path]) } != nil)
    }
    // The checksum at the end counts too.
    var flipped = bytes
    flipped[bytes.count - 6] ^= 1
    #expect(
      StoreFixture.message {
        try fixture.importing([fixture.write("sum.csv.gz", flipped)])
      } == "sum.csv.gz: the gzip file is damaged; fetch it again")
    #expect(try fixture.rows() == before)
  }

  @Test func gzipOfSeveralMembers() throws {
    let fixture = try StoreFixture()
    try fixture.write("a.csv", "hts,origin,year,value,duty\n8482105044,CN,2024,5,0\n")
    try fixture.write("b.csv", "8482105044,CN,2024,6,0\n")
    let first = try [UInt8](fixture.bytes(StoreFixture.name(fixture.gzip("a.csv"))))
    let second = try [UInt8](fixture.bytes(StoreFixture.name(fixture.gzip("b.csv"))))
    let path = try fixture.write(
      "both.csv.gz", first + second + [UInt8](repeating: 0, count: 512))
    #expect(try fixture.importing([path]).set.total.value == 1100)
    let tail = try fixture.write("tail.csv.gz", first + Array("garbage".utf8))
    #expect(StoreFixture.message { try fixture.importing([tail], name: "x") } != nil)
  }

  @Test func capsEndWithAMessage() throws {
    let fixture = try StoreFixture()
    let path = try fixture.write("a.csv", StoreFixture.plain)
    var limits = ImportLimits()
    limits.rows = 2
    #expect(
      StoreFixture.message { try fixture.importing([path], limits: limits) }
        == "a.csv, line 4: has more than 2 records; split it into parts")
    limits = ImportLimits()
    limits.cells = 1
    #expect(
      StoreFixture.message { try fixture.importing([path], limits: limits) }?
        .contains("pairs of code and origin") ?? false)
    limits = ImportLimits()
    limits.partBytes = 10
    #expect(
      StoreFixture.message { try fixture.importing([path], limits: limits) }?
        .contains("MB of text; split it into parts") ?? false)
    limits = ImportLimits()
    limits.recordBytes = 100
    let open = try fixture.write(
      "open.csv", "hts,origin,year,value\n\"" + String(repeating: "a\n", count: 2 << 20))
    #expect(
      StoreFixture.message { try fixture.importing([open], limits: limits) }?
        .contains("is a quote left open?") ?? false)
  }

  /// Amounts that each could be are refused before their sum leaves the range of integers.
  @Test func sumsBeyondAnyTrade() throws {
    let fixture = try StoreFixture()
    var text = "hts,origin,year,value,duty\n"
    for row in 0..<200_000 {
      text += "8482105044,\(row % 2 == 0 ? "CN" : "total"),2024,9999999999999,9999999999999\n"
    }
    let path = try fixture.write("a.csv", text)
    #expect(
      StoreFixture.message { try fixture.importing([path]) }
        == "a.csv, line 52: the amounts so far add up to more than any trade")
    #expect(
      StoreFixture.message { try fixture.importing([path], year: 2023) }?
        .contains("add up to more than any trade") ?? false)
    let parts = try (0..<4).map { part in
      try fixture.write(
        "p\(part).csv",
        "hts,origin,year,value\n"
          + (0..<40).map { "8482105044,CN,2024,999999999999\($0 % 10)\n" }.joined()
          + String(repeating: "8482105044,DE,2024,\(part)\n", count: part + 1))
    }
    #expect(
      StoreFixture.message { try fixture.importing(parts) }
        == "p2.csv: the amounts so far add up to more than any trade")
  }

  @Test func pathsThatAreNoFiles() throws {
    let fixture = try StoreFixture()
    #expect(
      StoreFixture.message { try fixture.importing([fixture.path("none.csv")]) }?
        .hasSuffix("none.csv: there is no such file; check the path") ?? false)
    #expect(
      StoreFixture.message { try fixture.importing([fixture.folder.path]) }?
        .hasSuffix("is a folder; name the files in it") ?? false)
    #expect(
      StoreFixture.message { try fixture.importing(["/dev/null"]) }
        == "/dev/null: is no regular file; save it as one")
    #expect(
      StoreFixture.message { try fixture.importing([fixture.path("a.csv")], name: "A b") }?
        .contains("is no name for a set") ?? false)
  }

  @Test func aFileThatChangesWhileItIsRead() throws {
    let fixture = try StoreFixture()
    let first = try fixture.write("a.csv", Self.second("8482105044,DE,2024,5,0"))
    let last = try fixture.write("b.csv", Self.second("8482105044,FR,2024,5,0"))
    let store = try TradeStore(path: fixture.storePath)
    let before = try fixture.rows()
    let message = StoreFixture.message {
      _ = try store.importSet(ImportRequest(name: "set", files: [first, last])) { progress in
        guard progress.step == .reading, progress.part == 1 else { return }
        _ = try? fixture.write("b.csv", Self.second("8482105044,FR,2024,6,0"))
      }
    }
    #expect(message == "b.csv: changed while it was read; import it again")
    #expect(try fixture.rows() == before)
  }
}
