import Answers
import Foundation
import TariffLaw
import TestSupport
import Testing
import TradeData

/// The printed law holds all of the shipped law, and `docs/law` is what is printed.
struct ShippedLawBookTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/law")

  private static let book = Result {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }
  private static let law = book.map { PrintedLaw($0) }

  /// The first importer's pages stand in the folder, those of the others in folders of their own.
  @Test(arguments: ["us", "ca", "cn"])
  func theFolderIsWhatTheCommandWrites(importer: String) throws {
    let folder = importer == "us" ? Self.folder : Self.folder.appendingPathComponent(importer)
    let book = LawBook(
      regime: try ShippedLaw.regime(importer),
      schedule: try ShippedLaw.schedule(of: importer), countries: try ShippedCountries.codes())
    let pages = PrintedLaw(book).pages
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    let advice =
      "run: scripts/store-law-book (and remove pages not named here)"
    #expect(found == pages.map(\.path).sorted(), "\(advice)")
    for page in pages {
      let stored = try? String(
        contentsOf: folder.appendingPathComponent(page.path), encoding: .utf8)
      // The texts are too long for a message.
      let isSame = stored == page.text
      #expect(isSame, "docs/law/\(page.path) differs from the law; \(advice)")
    }
    let size = pages.reduce(0) { $0 + $1.text.utf8.count }
    #expect(size < 1_000_000)
  }

  @Test func everyMeasureStandsOnThePageOfItsAuthority() throws {
    let law = try Self.law.get()
    let pages = Dictionary(uniqueKeysWithValues: law.pages.map { ($0.path, $0.text) })
    for measure in law.regime.measures {
      let summary = try #require(law.authorities.first { $0.authority == measure.authority })
      let page = try #require(pages[summary.page])
      let isThere =
        page.contains("\n## \(printed(measure.title))\n\n`\(measure.id)`")
        && (measure.notes.map { page.contains(printed($0)) } ?? true)
      #expect(isThere, "\(measure.id)")
    }
    #expect(law.pages.map(\.path).contains("README.md"))
    #expect(Set(law.pages.map { $0.path.lowercased() }).count == law.pages.count)
  }

  @Test func everyCitationHeadingAndRateIsPrinted() throws {
    let law = try Self.law.get()
    let text = Data(law.pages.map(\.text).joined().utf8)
    var wanted: Set<String> = []
    for measure in law.regime.measures {
      for term in measure.terms {
        wanted.insert(term.citation)
        wanted.formUnion(
          [term.heading, term.reachedHeading, term.asideHeading].compactMap { $0 })
        if case .stated(let duty) = term.duty, term.effect == .duty { wanted.insert(duty.text) }
        if let invalidation = term.invalidation { wanted.insert(invalidation.citation) }
        for reading in term.readings { wanted.formUnion([reading.text, reading.source]) }
        for day in days(term.validity) { wanted.insert("\(day)") }
      }
      for exemption in measure.exemptions {
        wanted.formUnion([exemption.citation, exemption.text])
        if let heading = exemption.heading { wanted.insert(heading) }
        for day in days(exemption.validity) { wanted.insert("\(day)") }
      }
    }
    for gap in law.regime.gaps { wanted.formUnion([gap.text, gap.citation]) }
    for item in law.regime.outside { wanted.formUnion([item.text, item.citation]) }
    for group in law.regime.groups.values {
      if let citation = group.citation { wanted.insert(citation) }
    }
    for count in law.regime.counts { wanted.insert(count.source) }
    for name in law.regime.goodsLists.keys where !name.contains("#") { wanted.insert(name) }
    #expect(wanted.count > 2000)
    let missing = wanted.filter { text.range(of: Data(printed($0).utf8)) == nil }.sorted()
    #expect(missing.isEmpty)
  }

  /// Each term of a measure is one row, in the order in which the terms are tried.
  @Test func longMeasuresHaveARowForEachTerm() throws {
    let law = try Self.law.get()
    var long = 0
    for measure in law.regime.measures where measure.terms.count > 100 {
      long += 1
      let page = try #require(law.pages.first { $0.text.contains("\n`\(measure.id)`, of [") })
      let rows = page.text.split(separator: "\n").compactMap { line -> Int? in
        guard line.hasPrefix("| "), let end = line.dropFirst(2).firstIndex(of: " ") else {
          return nil
        }
        return Int(line.dropFirst(2)[..<end])
      }
      #expect(rows == Array(1...measure.terms.count), "\(measure.id)")
    }
    #expect(long == 3)
  }

  @Test func countsAddUp() throws {
    let law = try Self.law.get()
    let regime = law.regime
    for summary in law.authorities {
      let own = regime.measures.filter { $0.authority == summary.authority }
      #expect(summary.measures == own.count)
      #expect(summary.terms == own.map(\.terms.count).reduce(0, +))
      #expect(summary.exemptions == own.map(\.exemptions.count).reduce(0, +))
      let scopes = own.flatMap { $0.terms.map(\.scope) + $0.exemptions.map(\.scope) }
      let lists = Set(scopes.compactMap(\.goods).flatMap { $0.lists + $0.except })
      #expect(summary.lists == lists.count)
      #expect(summary.rows == lists.compactMap { regime.goodsLists[$0]?.rows.count }.reduce(0, +))
    }
    #expect(law.authorities.map(\.measures).reduce(0, +) == regime.measures.count)
    // No list is held that neither a measure nor a gap names.
    let scopes =
      regime.measures.flatMap { $0.terms.map(\.scope) + $0.exemptions.map(\.scope) }
      + regime.gaps.map(\.scope)
    let named = Set(scopes.compactMap(\.goods).flatMap { $0.lists + $0.except })
    #expect(named == Set(regime.goodsLists.keys))
  }

  /// The numbers of the notices, and what explains each that is not met.
  @Test func listsAreHeldAgainstTheOfficialNumbers() throws {
    let law = try Self.law.get()
    #expect(law.counts.count >= 38)
    for held in law.counts where !held.agrees {
      #expect(held.count.note != nil, "\(held.count.lists): \(held.count.official)")
    }
    func held(_ official: Int) -> HeldCount? { law.counts.first { $0.count.official == official } }
    #expect(held(818)?.held == 818)
    #expect(held(279)?.held == 279)
    #expect(held(348)?.held == 348)
    #expect(law.counts.filter { !$0.agrees }.map(\.difference) == [22, -2, 21])
  }

  /// Lines covered, beside a look at every line of the edition.
  @Test func coverageIsThatOfALookAtEveryLine() throws {
    let book = try Self.book.get()
    var random = SplitMix(seed: 8)
    let goods = book.regime.measures.flatMap { $0.terms.compactMap(\.scope.goods) }
    let counted = book.regime.counts.map { GoodsReference(lists: $0.lists) }
    var seen: [Int: [HTSCode]] = [:]
    for round in 0..<60 {
      let reference =
        round < counted.count
        ? counted[round] : goods[Int.random(in: 0..<goods.count, using: &random)]
      let edition = Int.random(in: 0..<book.schedule.editions.count, using: &random)
      let lines: [HTSCode]
      if let known = seen[edition] {
        lines = known
      } else {
        lines = Set(
          try book.schedule.lines(in: edition).map(\.code).filter { $0.length >= 8 }
            .map { $0.prefix(8) }
        ).sorted()
        seen[edition] = lines
      }
      let verdicts = lines.map { book.regime.covers(Scope(goods: reference), $0) }
      let slow = LineCoverage(
        whole: verdicts.count { $0 == true }, partly: verdicts.count { $0 == nil })
      #expect(book.coverage(of: reference, in: edition) == slow)
    }
  }

  @Test func printingTwiceGivesTheSamePages() throws {
    #expect(PrintedLaw(try Self.book.get()).pages == (try Self.law.get()).pages)
  }

  private func days(_ validity: Validity) -> [Day] {
    [
      validity.span.first, validity.signed, validity.published, validity.endPublished,
      validity.span.isEmpty ? nil : validity.span.last,
    ].compactMap { $0 }
  }

  /// Text as Markdown writes it.
  private func printed(_ text: String) -> String {
    var printed = text.replacingOccurrences(of: "\\", with: "\\\\")
    for mark in ["|", "<", "*"] {
      printed = printed.replacingOccurrences(of: mark, with: "\\\(mark)")
    }
    return printed.replacingOccurrences(of: "\n", with: " ")
  }
}
