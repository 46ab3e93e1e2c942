import ActionStudy
import Foundation
import LawFiles
import TariffLaw
import TestSupport
import Testing
import TradeAction
import TradeData

struct NoticeTests {
  private func notice(_ id: String, on day: String? = nil) throws -> (Notice, LawBook, LawBook) {
    let action = try ActionLibrary.action(id)
    let standing = try ShippedStudy.book.get()
    let book =
      action.law.isEmpty
      ? standing : standing.with(try standing.regime.extended(by: action.law))
    let day = day.flatMap { Day($0) } ?? action.on
    return (try Notice(action, on: day, in: book), standing, book)
  }

  /// The goods of the notice are those of the list, no more and no fewer.
  @Test func theTableIsTheList() throws {
    let (notice, _, book) = try notice("us-301-list-1")
    let section = try #require(notice.sections.first)
    #expect(notice.sections.count == 1 && section.provisions.count == 3)
    #expect(section.mainProvision?.heading == "9903.88.01")
    #expect(notice.counts.lines == 818 && notice.counts.partly == 0)
    #expect(notice.counts.chapters == 9 && section.chapters.count == 9)
    let rows = Set(
      try #require(book.regime.goodsLists["section-301/china/goods/list-1.csv"]).rows.map(\.code))
    #expect(Set(section.lines.map(\.code) + section.missing) == rows)
    #expect(section.lines.map(\.code) == section.lines.map(\.code).sorted())
    #expect(notice.counts.unnamed == 0)
    let bearings = try #require(section.lines.first { $0.code.digits == "84821050" })
    #expect(bearings.description.source == .schedule)
    #expect(bearings.description.text.contains("Ball bearings"))
  }

  @Test func linesInPartNameTheirParts() throws {
    let (notice, _, book) = try notice("us-301-list-3")
    let partly = notice.sections.flatMap(\.lines).filter { !$0.parts.isEmpty }
    #expect(!partly.isEmpty && partly.count == notice.counts.partly)
    #expect(notice.counts.parts == partly.reduce(0) { $0 + $1.parts.count })
    let goods = try #require(notice.sections.first?.provisions.first?.scope.goods)
    for line in partly {
      #expect(book.regime.covers(Scope(goods: goods), line.code) == nil)
      for part in line.parts {
        #expect(line.code.contains(part.code) && part.code.length == 10)
        #expect(book.regime.covers(Scope(goods: goods), part.code) == true)
      }
    }
  }

  @Test func aProposalHasNoHeadingYet() throws {
    let (notice, _, _) = try notice("us-cn-ict-25")
    #expect(notice.sections.first?.mainProvision?.heading == nil)
    #expect(notice.placeholder == "9903.xx.xx")
  }

  @Test func aDayWithoutTheMeasureIsRefused() throws {
    #expect(throws: ActionError.self) { try notice("us-301-list-1", on: "2017-06-01") }
  }

  /// An entry takes the words above it, down from the heading.
  @Test func otherTakesTheWordsAboveIt() throws {
    let (notice, _, _) = try notice("us-301-list-3", on: "2019-06-20")
    for line in notice.sections.flatMap(\.lines) where line.description.source == .schedule {
      #expect(!["Other", "Other:", "Parts"].contains(line.description.text), "\(line.code)")
    }
    let pork = try #require(
      notice.sections.flatMap(\.lines).first { $0.code.digits == "02032920" })
    #expect(
      pork.description.text == "Meat of swine, fresh, chilled, or frozen: Frozen: Other: Processed")
  }

  private func written(_ files: HeadingFiles) throws -> LawFolder {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("tarifa-annex-\(UUID().uuidString)")
    for file in files.files {
      let place = root.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.text.write(to: place, atomically: true, encoding: .utf8)
    }
    return LawFolder(root.path)
  }

  /// Written and read back, list 1 has the same codes, and every entry owes the same as before.
  @Test func list1GoesStraightBackIn() throws {
    let (notice, standing, book) = try notice("us-301-list-1")
    let files = try HeadingFiles(notice, standing: standing.regime, in: book)
    #expect(files.replaced == ["us/section-301/china/list-1"])
    let folder = try written(files)
    // It adds to law held elsewhere and is no importer of its own.
    #expect(try folder.additions() == ["us"] && folder.importers().isEmpty)
    let regime = try folder.extending(standing.regime)
    let id = "us/section-301/china/list-1/annex"
    let measure = try #require(regime.measures.first { $0.id == id })
    let list = try #require(measure.terms.first?.scope.goods?.lists.first)
    #expect(
      regime.goodsLists[list]?.rows
        == standing.regime.goodsLists["section-301/china/goods/list-1.csv"]?.rows)
    let original = try #require(
      standing.regime.measures.first { $0.id == "us/section-301/china/list-1" })
    #expect(measure.exemptions.count == original.exemptions.count)

    let after = standing.with(regime)
    var random = SplitMix(seed: 11)
    let codes = notice.sections.flatMap(\.lines).map(\.code)
    let china = try #require(CountryCode("CN"))
    var compared = 0
    for _ in 0..<120 {
      let code = codes[random.below(codes.count)]
      for claims in [[], ["9802.00.80"], ["exclusion"]] {
        for day in ["2018-07-06", "2019-03-01", "2020-12-30", "2025-06-01"] {
          let entry = Entry(
            code: code, origin: china, day: try #require(Day(day)), value: 10_000, claims: claims)
          let (old, new) = (try standing.assess(entry), try after.assess(entry))
          #expect(old.status == new.status && old.total == new.total, "\(code) \(day) \(claims)")
          guard let line = new.lines.first(where: { $0.measure == id }),
            line.status == .applied
          else { continue }
          #expect(
            line.heading == "9903.88.01" && line.rate == Fraction(1, over: 4) || !claims.isEmpty)
          compared += 1
        }
      }
    }
    #expect(compared > 300)
  }

  /// A proposal's files add its duty to the shipped law.
  @Test func aProposalsFilesChargeIt() throws {
    let (notice, standing, book) = try notice("us-cn-ict-25")
    let files = try HeadingFiles(notice, standing: standing.regime, in: book)
    #expect(files.replaced.isEmpty)
    let after = standing.with(try written(files).extending(standing.regime))
    for line in notice.sections.flatMap(\.lines).prefix(60) {
      let entry = Entry(
        code: line.code, origin: try #require(CountryCode("CN")), day: notice.day, value: 10_000)
      let (old, new) = (try standing.assess(entry), try after.assess(entry))
      let (a, b) = (old.total.rate, new.total.rate)
      guard let a, let b else { continue }
      #expect(b - a == Fraction(1, over: 4), "\(line.code)")
    }
  }

  /// Circumstances, exemptions of countries and several measures survive: list 3 with its goods on the
  /// water, steel and aluminum with quotas.
  @Test(arguments: [
    ("us-301-lists-1-3", "2019-05-20", ["CN"]),
    ("us-232-metals-2018", "2018-07-01", ["KR", "BR", "TR", "JP", "CA"]),
  ])
  func termsWithCircumstancesComeBack(id: String, day: String, origins: [String]) throws {
    let (notice, standing, book) = try notice(id, on: day)
    let files = try HeadingFiles(notice, standing: standing.regime, in: book)
    let after = standing.with(try written(files).extending(standing.regime))
    var random = SplitMix(seed: 3)
    let codes = notice.sections.flatMap(\.lines).map(\.code)
    for _ in 0..<60 {
      for origin in origins {
        let entry = Entry(
          code: codes[random.below(codes.count)], origin: try #require(CountryCode(origin)),
          day: notice.day, value: 10_000)
        let (old, new) = (try standing.assess(entry), try after.assess(entry))
        #expect(old.status == new.status && old.total == new.total, "\(entry.code) \(origin)")
        #expect(old.questions.count == new.questions.count)
      }
    }
  }

  /// What the writer cannot express is refused, not dropped.
  @Test func columnsAreRefused() throws {
    let (notice, standing, book) = try notice("us-2025-04-09")
    #expect(throws: ActionError.self) {
      try HeadingFiles(notice, standing: standing.regime, in: book)
    }
  }
}
