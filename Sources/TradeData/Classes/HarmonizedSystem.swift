public import TariffLaw

/// The names of the Harmonized System: its sections, chapters, headings and subheadings.
public struct HarmonizedSystem: Sendable {
  /// A chapter and the section it stands in.
  public struct Chapter: Hashable, Sendable {
    public let code: HTSCode
    public let title: String
    /// A Roman numeral.
    public let section: String
  }

  /// In the order of their codes; the national chapters belong to none.
  public let chapters: [Chapter]
  private let chapterOfCode: [HTSCode: Int]
  private let names: [HTSCode: String]

  /// From this chapter on the codes are an importer's own.
  private static let nationalChapters = 98

  /// The names of HS 2017 as shipped.
  ///
  /// - Throws: ``ArchiveError`` when they are damaged.
  public static func shipped() throws(ArchiveError) -> HarmonizedSystem {
    let archive = try ShippedFiles.archive("classes.tarifa")
    func code(_ text: String) throws(ArchiveError) -> HTSCode {
      do { return try HTSCode(text) } catch { throw .damaged("code '\(text)' of the names") }
    }
    let table = Table("chapters", in: archive)
    let (sections, titles) = (try table.texts("section"), try table.texts("title"))
    var chapters: [Chapter] = []
    for (index, text) in try table.texts("hs2").enumerated() {
      let chapter = try code(text)
      guard chapter.chapter < nationalChapters else { continue }
      chapters.append(Chapter(code: chapter, title: titles[index], section: sections[index]))
    }
    let list = Table("hs-names", in: archive)
    var names: [HTSCode: String] = [:]
    // Names stand for totals and groups of codes, too; those are no codes.
    for (text, name) in zip(try list.texts("code"), try list.texts("desc"))
    where text.count % 2 == 0 && text.allSatisfy(\.isNumber) {
      names[try code(text)] = name
    }
    return HarmonizedSystem(
      chapters: chapters.sorted { $0.code < $1.code },
      chapterOfCode: Dictionary(
        uniqueKeysWithValues: chapters.sorted { $0.code < $1.code }.enumerated()
          .map { ($1.code, $0) }), names: names)
  }

  /// The chapter of a code; `nil` for a national one.
  public func chapter(of code: HTSCode) -> Chapter? {
    chapterOfCode[code.prefix(2)].map { chapters[$0] }
  }

  /// The name of the subheading of a code, or of the code itself where it is shorter.
  public func name(of code: HTSCode) -> String? { names[code.prefix(6)] }
}
