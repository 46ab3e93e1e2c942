import DataCompiler
import Foundation
import TariffLaw
import Testing
import TradeData

struct ClaimsCompilerTests {
  private static let catalogue = Array(
    "file,code,origin,share,claim\nuse.csv,hts,cty,share,XX\n".utf8)
  private static let blocks = Array("census,name,members\n0003,Block,AT BE\n".utf8)

  private func compile(_ lines: [String], blocks: [UInt8] = blocks) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "claims-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = (["hts,cty,share"] + lines).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent("use.csv"))
    return try ClaimsCompiler(
      folder: RawFolder(folder.path), catalogue: Self.catalogue, blocks: blocks
    ).compile()
  }

  @Test func aSecondRunChangesNoByteAndOrderDoesNotMatter() throws {
    let rows = ["0102294024,1220,0.9986966949", "0101300000,2010,1", "0101300000,1220,0"]
    let once = try compile(rows)
    #expect(try compile(rows) == once)
    #expect(try compile(rows.reversed()) == once)
    let table = Table("programme-use", in: try Archive(Bytes(once)))
    #expect(try table.texts("origin") == ["2010", "1220"])
    #expect(try table.integers("share") == [10_000_000_000, 9_986_966_949])
    #expect(try table.texts("claim") == ["XX", "XX"])
    #expect(try Table("blocks", in: try Archive(Bytes(once))).texts("members") == ["AT BE"])
  }

  @Test(arguments: [
    ["0101300000,1220,1.2"], ["0101300000,1220,-0.1"], ["0101300000,1220,much"],
    ["01013,1220,0.5"], ["0101300000,1220,0.5", "0101300000,1220,0.6"],
  ])
  func whatCannotBeAShareIsRefused(lines: [String]) {
    #expect(throws: RawFileError.self) { try compile(lines) }
  }

  @Test func aMemberThatIsNoCountryIsRefused() {
    #expect(throws: RawFileError.self) {
      try compile([], blocks: Array("census,name,members\n0003,Block,AT Belgium\n".utf8))
    }
  }
}
