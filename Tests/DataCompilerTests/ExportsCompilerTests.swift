import DataCompiler
import Foundation
import TariffLaw
import Testing
import TradeData

struct ExportsCompilerTests {
  private static let catalogue = """
    partner,year,exports,code,value,year-column,total,imports
    AA,2017,all.csv,hs6,usd,year,,imports.csv
    BB,2024,listed.csv,code,usd,,500,

    """

  private func compile(_ files: [String: String]) throws -> Archive {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "exports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let compiler = ExportsCompiler(
      folder: RawFolder(folder.path), catalogue: Array(Self.catalogue.utf8))
    let once = try compiler.compile()
    #expect(try compiler.compile() == once)
    return try Archive(Bytes(once))
  }

  private static let files = [
    "all.csv": "year,hs6,usd\n2016,010101,5\n2017,010101,7\n2017,010101,3\n2017,020202,1\n",
    "imports.csv": "hs08,Imports (000USD)\n1010110,\"1,234\"\n02020200,\n",
    "listed.csv": "usd,code\n30,030303\n70,040404\n",
  ]

  @Test func sumsYearsAndScales() throws {
    let archive = try compile(Self.files)
    let exports = Table("exports", in: archive)
    #expect(try exports.texts("hs6") == ["010101", "020202", "030303", "040404"])
    #expect(try exports.integers("value") == [10, 1, 150, 350])
    #expect(try exports.integers("estimate") == [0, 0, 1, 1])
    let imports = Table("partner-imports", in: archive)
    #expect(try imports.texts("hs8") == ["01010110", "02020200"])
    #expect(try imports.integers("value") == [1234, 0])
  }

  @Test(arguments: [
    ("all.csv", "year,hs6,usd\n2017,010101,much\n"), ("all.csv", "year,hs6,usd\n2016,010101,1\n"),
    ("all.csv", "year,code,usd\n2017,010101,1\n"), ("imports.csv", "hs08,Imports\n01010110,1\n"),
  ])
  func whatCannotBeExportsIsRefused(name: String, text: String) {
    #expect(throws: RawFileError.self) {
      try compile(Self.files.merging([name: text]) { _, new in new })
    }
  }
}
