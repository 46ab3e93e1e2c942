import DataCompiler
import Foundation
import TariffLaw
import Testing
import TradeData

/// The trade tables from chapters 9, 66 and 98 of the official files, cut out of them.
struct BaselineCompilerTests {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let raw = RawFolder(here.appendingPathComponent("Fixtures/raw").path)
  private static let sources = OutputFolder(
    here.appendingPathComponent("../../Data/sources").path)

  private func compile() throws -> BaselineCompiler.Output {
    try BaselineCompiler(
      folder: Self.raw, catalogue: Self.sources.read("baseline-origins.csv")
    ).compile()
  }

  /// Published figures by Census code and chapter.
  private func published() throws -> [[String]] {
    let bytes = try Self.raw.bytes("flows/us_imports_2015_2020_hs2_country.csv.xz")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return [fields[1], fields[3]] + fields.suffix(2)
      }
  }

  @Test func aSecondRunChangesNoByte() throws {
    let first = try compile()
    let second = try compile()
    #expect(first.archive == second.archive)
    #expect(first.report == second.report)
    let trade = TradeCompiler(folder: Self.raw)
    #expect(try trade.countries() == (try trade.countries()))
    #expect(try trade.flows2024() == (try trade.flows2024()))
    let tables = Array(
      """
      table,file,columns
      chapters,classes/hs/hs_chapter_section.csv,hs2:text title:text
      sigma,classes/elasticities/broda_weinstein_hs2017.csv,hs6_2017:text sigma:number

      """.utf8)
    #expect(try trade.classes(catalogue: tables) == (try trade.classes(catalogue: tables)))
  }

  @Test func everyChapterTotalHoldsToTheDollar() throws {
    let baseline = try ImportBaseline(Archive(Bytes(try compile().archive)))
    for chapter in ["09", "66", "98"] {
      let cells = baseline.codes.indices.filter { baseline.codes[$0].digits.hasPrefix(chapter) }
      let rows = try published()
      let world = try #require(rows.first { $0[0] == "TOTAL" && $0[1] == chapter })
      #expect(cells.reduce(0) { $0 + baseline.value[$1] } == Double(world[2]))
      #expect(cells.reduce(0) { $0 + baseline.duty[$1] } == Double(world[3]))
      // An origin with a margin of its own.
      let canada = try #require(baseline.origins.firstIndex { $0.name == "Canada" })
      let margin = try #require(rows.first { $0[0] == "1220" && $0[1] == chapter })
      let own = cells.filter { baseline.origin[$0] == canada }
      #expect(own.reduce(0) { $0 + baseline.value[$1] } == Double(margin[2]))
      #expect(own.reduce(0) { $0 + baseline.duty[$1] } == Double(margin[3]))
    }
  }

  @Test func everyFittedCellIsFlagged() throws {
    let baseline = try ImportBaseline(Archive(Bytes(try compile().archive)))
    for index in baseline.codes.indices where baseline.codes[index].digits < "98" {
      let isKnown = ["China", "Mexico", "Vietnam", "Taiwan"]
        .contains(baseline.origins[baseline.origin[index]].name)
      let expected: [ImportBaseline.Provenance] =
        isKnown ? [.split, .unallocated] : [.fitted, .unallocated]
      #expect(expected.contains(baseline.provenance[index]))
    }
  }

  /// A subheading of a known origin is its published estimate scaled to the chapter's margin.
  @Test func knownSubheadingsAreScaledToTheirChapter() throws {
    let baseline = try ImportBaseline(Archive(Bytes(try compile().archive)))
    let china = try #require(baseline.origins.firstIndex { $0.name == "China" })
    let bytes = try Self.raw.bytes("flows/us_imports_2017_hs6_chn_mex_vnm_customs_est.csv.xz")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(lines.first)
    let origin = try #require(header.firstIndex(of: "cty_code"))
    let code = try #require(header.firstIndex(of: "hs6"))
    let value = try #require(header.firstIndex(of: "est_con_val_usd"))
    let own = lines.dropFirst().filter { $0[origin] == "5700" && $0[code].hasPrefix("66") }
    #expect(own.count > 3)
    let sum = own.reduce(0) { $0 + (Double($1[value]) ?? 0) }
    let margin = try #require(try published().first { $0[0] == "5700" && $0[1] == "66" })
    for row in own {
      let expected = (Double(row[value]) ?? 0) / sum * (Double(margin[2]) ?? 0)
      let cells = baseline.codes.indices.filter {
        baseline.origin[$0] == china && baseline.codes[$0].digits.hasPrefix(row[code])
      }
      let found = cells.reduce(0) { $0 + baseline.value[$1] }
      #expect(abs(found - expected) < 10)
    }
  }

  @Test func aTableThatIsCutShortIsNamed() throws {
    let tables = Array(
      "table,file,columns\nsigma,classes/hs/hs_chapter_section.csv,nope:number\n".utf8)
    #expect(throws: RawFileError.self) {
      try TradeCompiler(folder: Self.raw).classes(catalogue: tables)
    }
  }
}
