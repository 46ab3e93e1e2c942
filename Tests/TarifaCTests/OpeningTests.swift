import TarifaCHeader
import TariffLaw
import TestSupport
import Testing

/// Files that are none, damaged, or hold another law.
@Suite struct OpeningTests {
  @Test func anImporterThatIsNotHeldIsRefused() throws {
    let bytes = try PackedBook.bytes()
    #expect {
      _ = try OpenedBook(bytes, importer: "atlantis")
    } throws: { error in
      let refused = error as? OpenedBook.Refused
      return refused?.code == Int32(TARIFA_MISUSE) && refused?.message.contains("atlantis") == true
    }
    #expect(throws: OpenedBook.Refused.self) { _ = try OpenedBook(bytes, importer: nil) }
  }

  @Test func damagedFilesAreRefused() throws {
    let whole = try PackedBook.bytes().array
    var random = SplitMix(seed: 11)
    for length in [0, 7, 12, 100, whole.count / 2] {
      #expect(throws: OpenedBook.Refused.self) {
        _ = try OpenedBook(Bytes(Array(whole.prefix(length))), importer: "us")
      }
    }
    // A flipped byte is an error or another law, and never a crash.
    for _ in 0..<6 {
      var bytes = whole
      let place = random.below(1 << 20)
      bytes[place] ^= UInt8(1 + random.below(255))
      do {
        let book = try OpenedBook(Bytes(bytes), importer: "us")
        let table = EntryTable(rows: 1)
        table.entries.hts = table.texts(["8482105044"])
        table.entries.origin = table.texts(["CN"])
        table.entries.day = table.texts(["2025-05-05"])
        #expect(try table.answers(book).rows.count == 1)
      } catch let refused as OpenedBook.Refused {
        #expect(refused.code == Int32(TARIFA_DAMAGED) && !refused.message.isEmpty)
      }
    }
  }

  @Test func aFileHoldsEverythingAnAnswerNeeds() throws {
    let file = try LawBookFile(PackedBook.bytes())
    #expect(file.importers.contains("us"))
    let book = try file.book(of: "us")
    #expect(try book.conversions() != .none)
    #expect((book.countries?.count ?? 0) > 200)
  }
}
