import Foundation
import LawFiles
import TariffLaw
import Testing
import TradeData

struct RegimeBinaryTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What is shipped is what the law files say.
  @Test func theShippedLawIsTheCompiledFiles() throws {
    let compiled = try LawArchive.compile(LawFolder(Self.root.appendingPathComponent("Law").path))
    #expect(compiled == ShippedFiles.bytes("law.tarifa")?.array)
  }

  @Test func compilingTwiceGivesTheSameBytes() throws {
    let folder = LawFolder(Self.root.appendingPathComponent("Law").path)
    #expect(try folder.regime("us").encoded == (try folder.regime("us").encoded))
  }

  @Test(arguments: 0..<200)
  func damagedLawIsAnErrorNotACrash(seed: Int) throws {
    var bytes = try ShippedLaw.regime("us").encoded
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<4 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      // Most of the bytes are goods; the structure is at the ends.
      let place = state % 2 == 0 ? Int(state % 400) : bytes.count - 1 - Int(state % 20_000)
      bytes[place] = UInt8(truncatingIfNeeded: state >> 17)
    }
    do {
      #expect(try Regime(decoding: Bytes(bytes)).measures.count < 10_000)
    } catch {
      // An error is the right answer to damage.
    }
  }

  /// Every listed line is in some edition of the schedule.
  @Test func noListLineIsInNoEdition() throws {
    let strays = try ShippedLaw.regime("us").goodsInNoEdition(of: ShippedLaw.schedule())
    #expect(strays.map { "\($0.list) \($0.code)" } == [])
  }
}
