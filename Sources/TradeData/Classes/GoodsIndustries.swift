public import TariffLaw

/// Which industry makes a good: subheadings to NAICS (Census Bureau), and from there by the first digits
/// of NAICS to the industries of other accounts.
public struct GoodsIndustries: Sendable {
  /// By subheading, heading and chapter; ``loose`` where goods have no industry.
  private let industries: [HTSCode: Int]

  /// Goods that come back, special provisions and the like.
  private static let loose = -1
  /// From this chapter on the codes are an importer's own.
  private static let nationalChapters = 98

  /// - Parameters:
  ///   - classes: the archive of classifications.
  ///   - prefixes: the industry of NAICS codes that start with some digits, the longest counting; `nil`
  ///     for goods of no industry.
  /// - Throws: ``ArchiveError`` when the archive is damaged or holds a NAICS code that no prefix meets.
  public init(classes: Archive, prefixes: [String: Int?]) throws(ArchiveError) {
    let census = Table("census-classes", in: classes)
    let subheadings = try census.texts("hs6")
    let naics = try census.texts("naics")
    var found: [HTSCode: Int] = [:]
    // How often an industry stands under a heading and under a chapter.
    var votes: [HTSCode: [Int: Int]] = [:]
    for (text, maker) in zip(subheadings, naics) {
      let code: HTSCode
      do { code = try HTSCode(text) } catch { throw .damaged("census-classes: '\(text)'") }
      let lengths = stride(from: maker.count, to: 1, by: -1)
      guard
        let prefix = lengths.lazy.map({ String(maker.prefix($0)) }).first(where: {
          prefixes.keys.contains($0)
        })
      else { throw .damaged("census-classes: NAICS '\(maker)' of \(text) is in no industry") }
      let industry = prefixes[prefix].flatMap { $0 } ?? Self.loose
      found[code] = industry
      for length in [2, 4] { votes[code.prefix(length), default: [:]][industry, default: 0] += 1 }
    }
    for (code, counts) in votes {
      let first = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
      if let first { found[code] = first.key }
    }
    industries = found
  }

  /// The industry of a code by its subheading of HS 2017, or of what it came from in HS 2017; where
  /// neither is known, the one of most subheadings of its heading, else of its chapter.
  ///
  /// - Returns: `nil` for goods of no industry.
  public func industry(of code: HTSCode, _ conversions: SubheadingConversions = .none) -> Int? {
    guard code.chapter < Self.nationalChapters else { return nil }
    let subheading = code.prefix(6)
    if let known = industries[subheading] { return known == Self.loose ? nil : known }
    let earlier = conversions.earlier(of: subheading)
      .sorted { ($0.grade, $0.earlier) < ($1.grade, $1.earlier) }.map(\.earlier)
    for code in earlier + [code.prefix(4), code.prefix(2)] {
      if let known = industries[code] { return known == Self.loose ? nil : known }
    }
    return nil
  }
}
