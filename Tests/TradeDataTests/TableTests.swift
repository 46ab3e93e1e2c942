import TariffLaw
import Testing
import TradeData

struct TableTests {
  @Test func columnsReadBack() throws {
    var writer = TableWriter()
    let integers: [Int64] = [5, -7, .max, .min, 0, 0, 3]
    writer.add("t", "n", integers: integers)
    writer.add("t", "x", doubles: [1.5, .nan, -0.0, .infinity, 1e-300, 2, 3])
    writer.add("t", "s", texts: ["b", "a", "", "b", "é", "a", "c"])
    let table = Table("t", in: try Archive(Bytes(try writer.finish())))
    #expect(try table.integers("n") == integers)
    #expect(try table.doubles("x")[1].isNaN)
    #expect(try table.texts("s") == ["b", "a", "", "b", "é", "a", "c"])
    #expect(throws: ArchiveError.self) { try table.texts("n") }
    #expect(throws: ArchiveError.self) { try table.texts("none") }
  }

  @Test(arguments: 0..<300)
  func damagedTablesAreErrorsNotCrashes(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    var writer = TableWriter()
    writer.add("t", "n", integers: Array(0..<50))
    writer.add("t", "s", texts: (0..<50).map { "text \($0 % 7)" })
    var bytes = try writer.finish()
    for _ in 0..<3 { bytes[Int(next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: next()) }
    do {
      let table = Table("t", in: try Archive(Bytes(bytes)))
      #expect(try table.integers("n").count <= bytes.count)
      #expect(try table.texts("s").count <= bytes.count)
    } catch {
      // An error is the right answer to damage.
    }
  }
}
