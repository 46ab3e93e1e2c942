import TabularText
import Testing

struct CSVTests {
  private func records(_ text: String) throws -> [[String]] {
    var reader = CSVReader(Array(text.utf8))
    var records: [[String]] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  @Test func quotesBreaksAndMarksRead() throws {
    #expect(
      try records("\u{FEFF}a,b\r\n\"x,1\",\"say \"\"hi\"\"\"\n\n\"two\nlines\",\n")
        == [["a", "b"], ["x,1", "say \"hi\""], ["two\nlines", ""]])
  }

  @Test func placesAreNamed() {
    #expect(throws: CSVError(line: 2, column: 2, problem: .unclosedQuote)) {
      try records("a,b\n1,\"open\n")
    }
    #expect(throws: CSVError(line: 1, column: 1, problem: .textAfterQuote)) {
      try records("\"a\"b,c\n")
    }
  }

  /// A carriage return alone ends a record; a line is what a line feed ends, for whole files and pieces.
  @Test func aCarriageReturnIsNoLine() throws {
    #expect(try records("a,b\rc,d\r\r\n") == [["a", "b"], ["c", "d"]])
    #expect(throws: CSVError(line: 2, column: 1, problem: .unclosedQuote)) {
      try records("\r\ra\rb\r\n\"open")
    }
  }

  /// A quote within a field is text, to the cutting as to the reading.
  @Test(arguments: [
    ("x\"\n\"a\nb\"\n", 9), ("x\"\n\"a\nb", 3), ("\u{FEFF}\"a\nb\"\nc", 9), ("\"a\"\"\n\"\nb", 7),
    ("a,\"\n", 0),
  ])
  func piecesEndWhereRecordsDo(text: String, end: Int) {
    let whole = Array(text.utf8).withUnsafeBufferPointer { CSVScanner.wholeRecords(in: $0) }
    #expect(whole == end)
  }

  /// What a reader would skip is written so that it is kept.
  @Test(arguments: [[[""]], [["a"], [""], ["b", ""]], [["\u{FEFF}a", "b"]]])
  func emptyFieldsAndMarksReadBack(written: [[String]]) throws {
    var writer = CSVWriter()
    for record in written { writer.append(record) }
    #expect(try records(String(decoding: writer.bytes, as: UTF8.self)) == written)
  }

  @Test func whatOnlySwiftTakesForANumberIsDefused() {
    var writer = CSVWriter()
    writer.append(["-inf", "+0x1p3", "-nan", "-1\u{0}", "-1.5e3", "+.5"])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "'-inf,'+0x1p3,'-nan,'-1\u{0},-1.5e3,+.5\n")
  }

  @Test func formulasAreDefused() {
    var writer = CSVWriter()
    writer.append(["=1+1", "-5", "-x", "@a", "+2.5", "plain, quoted", "q\"q"])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "'=1+1,-5,'-x,'@a,+2.5,\"plain, quoted\",\"q\"\"q\"\n")
  }

  @Test(arguments: 0..<200)
  func whatIsWrittenReadsBack(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let letters = Array("a,\"\n 0é")
    var record: [String] = ["first"]
    for _ in 0..<4 {
      var field = "x"
      for _ in 0..<5 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        field.append(letters[Int(state % UInt64(letters.count))])
      }
      record.append(field)
    }
    var writer = CSVWriter()
    writer.append(record)
    #expect(try records(String(decoding: writer.bytes, as: UTF8.self)) == [record])
  }
}
