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
