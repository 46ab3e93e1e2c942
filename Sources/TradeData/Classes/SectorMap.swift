public import TariffLaw

/// Sectors for the impact models: four-digit NAICS industries, joined where the input-output
/// accounts do not tell them apart, with what each sells at home.
public struct SectorMap: Sendable {
  /// Labels, such as `3341` or `3151-3152`.
  public let names: [String]
  /// Home goods used at home in the year, dollars; `nil` where the accounts have none.
  public let homeSales: [Double?]
  /// The sector of a commodity of the accounts, by its code.
  public let sectorOfCommodity: [String: Int]
  private let sectorOfSubheading: [String: Int]

  /// Name of the sector of goods that no industry is assigned to.
  public static let unassigned = "unassigned"

  /// The sector of a code by its subheading of HS 2017, or of what it came from in HS 2017.
  public func sector(of code: HTSCode, _ conversions: SubheadingConversions = .none) -> Int {
    let subheading = code.prefix(6)
    if let known = sectorOfSubheading[subheading.digits] { return known }
    let earlier = conversions.earlier(of: subheading)
      .sorted { ($0.grade, $0.earlier) < ($1.grade, $1.earlier) }
    for pair in earlier {
      if let known = sectorOfSubheading[pair.earlier.digits] { return known }
    }
    return names.count - 1
  }

  /// The year of the detailed accounts.
  package static let detailYear = 2017

  /// Reads the shipped classifications: subheadings to NAICS (Census), NAICS to BEA detail
  /// industries, and domestic use of domestic output by commodity (BEA, 2017 detail, millions). For
  /// 2024, each commodity of the detail grows with its summary commodity (BEA, 2024 summary).
  ///
  /// - Throws: ``ArchiveError`` when they are damaged.
  public static func shipped(year: Int) throws(ArchiveError) -> SectorMap {
    let archive = try ShippedFiles.archive("classes.tarifa")
    let census = Table("census-classes", in: archive)
    let subheadings = try census.texts("hs6")
    let industries = try census.texts("naics")
    let bridge = Table("naics-bea-detail", in: archive)
    let bridgeIndustry = try bridge.texts("naics")
    let bridgeCode = try bridge.texts("bea_detail_code")
    let use = Table("bea-use-2017", in: archive)
    let useCode = try use.texts("bea_code")
    var domestic = try use.doubles("domestic_total")
    if year > detailYear { domestic = try grown(domestic, of: useCode, in: archive) }

    // Industries that share a code of the accounts are one sector.
    var groups = Groups()
    var industriesOfCode: [String: [String]] = [:]
    for (industry, code) in zip(bridgeIndustry, bridgeCode) where industry.count >= 4 {
      industriesOfCode[code, default: []].append(String(industry.prefix(4)))
    }
    let traded = Set(industries.map { String($0.prefix(4)) }).sorted()
    for industry in traded { groups.add(industry) }
    for (_, members) in industriesOfCode.sorted(by: { $0.key < $1.key }) {
      let known = members.filter { groups.contains($0) }
      for member in known.dropFirst() { groups.join(known[0], member) }
    }
    var members: [String: [String]] = [:]
    for industry in traded { members[groups.root(industry), default: []].append(industry) }
    let roots = members.keys.sorted()
    var names = roots.map { root in
      let list = members[root] ?? []
      return list.count > 1 ? "\(list[0])-\(list[list.count - 1])" : root
    }
    var sales = [Double?](repeating: nil, count: roots.count)
    let index = Dictionary(uniqueKeysWithValues: zip(roots, roots.indices))
    var sectorOfCommodity: [String: Int] = [:]
    for (code, amount) in zip(useCode, domestic) {
      guard
        let industry = industriesOfCode[code]?.first(where: { groups.contains($0) }),
        let sector = index[groups.root(industry)]
      else { continue }
      sectorOfCommodity[code] = sector
      guard amount > 0 else { continue }
      sales[sector] = (sales[sector] ?? 0) + amount * 1e6
    }
    names.append(unassigned)
    sales.append(nil)
    var sectorOf: [String: Int] = [:]
    for (subheading, industry) in zip(subheadings, industries) {
      sectorOf[subheading] = index[groups.root(String(industry.prefix(4)))]
    }
    return SectorMap(
      names: names, homeSales: sales, sectorOfCommodity: sectorOfCommodity,
      sectorOfSubheading: sectorOf)
  }

  /// Domestic use of the detail's commodities in the year of the summary accounts.
  private static func grown(
    _ domestic: [Double], of codes: [String], in archive: Archive
  ) throws(ArchiveError) -> [Double] {
    let pairs = Table("bea-summary-detail", in: archive)
    let summaryOf = Dictionary(
      zip(try pairs.texts("detail_code"), try pairs.texts("summary_code")),
      uniquingKeysWith: { first, _ in first })
    let later = Table("bea-use-2024", in: archive)
    let laterUse = Dictionary(
      zip(try later.texts("bea_code"), try later.doubles("domestic_total")),
      uniquingKeysWith: { first, _ in first })
    var sums: [String: Double] = [:]
    for (code, amount) in zip(codes, domestic) {
      if let summary = summaryOf[code] { sums[summary, default: 0] += amount }
    }
    return zip(codes, domestic).map { code, amount in
      guard let summary = summaryOf[code], let sum = sums[summary], sum > 0,
        let now = laterUse[summary]
      else { return amount }
      return amount * now / sum
    }
  }

  /// Disjoint sets of industries.
  private struct Groups {
    private var parent: [String: String] = [:]

    mutating func add(_ item: String) { parent[item] = item }

    func contains(_ item: String) -> Bool { parent[item] != nil }

    func root(_ item: String) -> String {
      var item = item
      while let next = parent[item], next != item { item = next }
      return item
    }

    mutating func join(_ a: String, _ b: String) {
      let (x, y) = (root(a), root(b))
      if x != y { parent[max(x, y)] = min(x, y) }
    }
  }
}
