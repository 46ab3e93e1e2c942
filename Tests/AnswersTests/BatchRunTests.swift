import Answers
import TabularText
import TestSupport
import Testing

/// A table that comes in parts.
@Suite struct BatchRunTests {
  /// Every row comes out in order, and a bad one names its line, wherever the parts end: also within a record, or
  /// within a line break that is quoted.
  @Test(arguments: 0..<2)
  func partsOfAnySize(seed: Int) throws {
    var random = SplitMix(seed: seed)
    var (table, line) = ([UInt8]("id,hts,origin,date,value,claims\n".utf8), 2)
    var lines: [String: Int] = [:]
    for row in 0..<150_000 {
      let isBad = random.below(20) == 0
      let isLong = random.below(50) == 0
      if isBad { lines["\(row)"] = line }
      table +=
        "\(row),\(isBad ? "none" : "8482.10.50.44"),CN,2018-07-06,\(row),\(isLong ? "\"\n\"" : "")\n"
        .utf8
      line += isLong ? 2 : 1
    }
    var run = DutyBatch(book: try ShippedBook.us(), threads: 2).begin()
    var (start, output) = (0, [UInt8]())
    while start < table.count {
      let end = min(table.count, start + 1 + random.below(3 << 20))
      try run.add(Array(table[start..<end])) { output += $0 }
      start = end
    }
    let summary = try run.finish { output += $0 }
    #expect(summary.rows == 150_000 && summary.rejected == lines.count)

    var reader = CSVReader(output)
    #expect(try reader.next() == DutyBatch.header)
    var (count, wrong) = (0, [[String]]())
    while let row = try reader.next() {
      let isRight =
        lines[row[0]].map { row[1] == "bad-row" && row[8].hasPrefix("line \($0):") }
        ?? (row[1] == "ok")
      if row[0] != "\(count)" || !isRight { wrong.append(row) }
      count += 1
    }
    #expect(count == 150_000)
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }

  @Test func nothingIsNoTable() throws {
    var run = DutyBatch(book: try ShippedBook.us()).begin()
    try run.add([]) { _ in }
    #expect(throws: RequestError.self) { try run.finish { _ in } }
  }
}
