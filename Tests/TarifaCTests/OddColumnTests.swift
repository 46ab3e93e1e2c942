import TarifaCHeader
import TariffLaw
import Testing

/// Columns that no writer of Arrow makes, and rows that are wrong in two ways.
@Suite struct OddColumnTests {
  /// Nothing outside a column's texts is read as one of them.
  @Test(arguments: [[0, 10, 4], [-2, 0, 10], [0, -10, 10]] as [[Int32]])
  func offsetsThatFallAreRefused(ends: [Int32]) {
    let table = EntryTable(rows: 2)
    table.entries.hts = table.texts(["8482105044", "8482105044"])
    ends.withUnsafeBytes { memory in
      table.entries.hts.offsets = memory.baseAddress
      let refused = #expect(throws: OpenedBook.Refused.self) {
        try table.answers(PackedBook.opened())
      }
      #expect(refused?.code == Int32(TARIFA_MISUSE))
      #expect(refused?.message.hasPrefix("hts: ") == true)
    }
  }

  @Test(arguments: [-1, Int64.max])
  func aStartOutOfRangeIsRefused(offset: Int64) {
    let table = EntryTable(rows: 1)
    table.entries.day = table.numbers(Int(TARIFA_DATE32), [18_000] as [Int32?], missing: 0)
    table.entries.day.offset = offset
    #expect(throws: OpenedBook.Refused.self) { try table.answers(PackedBook.opened()) }
  }

  /// A unit of spaces is none: the schedule's own for a good it holds, missing for a code it does not, also
  /// once the other was asked.
  @Test func aUnitOfSpacesOnAnUnknownCode() throws {
    let table = EntryTable(rows: 2)
    table.entries.hts = table.texts(["8482105044", "9999999999"])
    table.entries.origin = table.texts(["CN", "CN"])
    table.entries.day = table.texts(["2018-07-06", "2018-07-06"])
    table.entries.quantity = table.texts(["5", "5"])
    table.entries.unit = table.texts([" ", " "])
    for _ in 0..<2 {
      let answers = try table.answers(PackedBook.opened()).rows
      #expect(answers[0][0] == "ok")
      #expect(answers[1][0] == "bad-row" && answers[1][7].hasPrefix("unit: "))
    }
  }
}
