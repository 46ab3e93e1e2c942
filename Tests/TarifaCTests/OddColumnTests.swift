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

  /// A quantity without its unit is told, though the code is unknown too, whatever was asked before.
  @Test func aQuantityWithoutUnitOnAnUnknownCode() throws {
    let table = EntryTable(rows: 3)
    table.entries.hts = table.texts(["9999999999", "9999999999", "9999999999"])
    table.entries.origin = table.texts(["CN", "CN", "CN"])
    table.entries.day = table.texts(["2018-07-06", "2018-07-06", "2018-07-06"])
    table.entries.quantity = table.texts(["5", nil, "5"])
    let first = try table.answers(PackedBook.opened()).rows
    #expect(first[1][0] == "unknown-code")
    #expect(first[0][0] == "bad-row" && first[0][7].hasPrefix("unit: "))
    #expect(first[2] == first[0])
    #expect(try table.answers(PackedBook.opened()).rows == first)
  }
}
