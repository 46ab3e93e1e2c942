import TariffLaw
import TestSupport
import Testing

struct ArchiveTests {
  @Test func sectionsReadBack() throws {
    var writer = ArchiveWriter()
    writer.add("a", [1, 2, 3])
    writer.add("b/c", [])
    let archive = try Archive(Bytes(writer.finish()))
    #expect(archive.names == ["a", "b/c"])
    #expect(try archive.section("a").array == [1, 2, 3])
    #expect(try archive.section("b/c").count == 0)
    #expect(throws: ArchiveError.missingSection("x")) { try archive.section("x") }
  }

  @Test(arguments: 0..<400)
  func damagedArchivesAreErrorsNotCrashes(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var writer = ArchiveWriter()
    writer.add("one", Array(0..<40))
    writer.add("two", Array(0..<7))
    var bytes = writer.finish()
    for _ in 0...(random.next() % 4) {
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    if random.next() % 3 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
    do {
      let archive = try Archive(Bytes(bytes))
      for name in archive.names { #expect(try archive.section(name).count <= bytes.count) }
    } catch {
      // An error is the right answer to damage.
    }
  }
}
