public import TariffLaw

/// What kind of good a subheading of the Harmonized System of 2017 is, by the shipped classifications.
public struct GoodsClasses: Sendable {
  /// Use of a good in the national accounts, from the Broad Economic Categories (United Nations,
  /// revision 4).
  public enum EndUse: String, Sendable, CaseIterable {
    case capital, intermediate, consumption
    /// Motor spirit and passenger cars, which firms and households use, and goods of no class.
    case mixed
  }

  /// Codes of the fields of Advanced Technology Products (Census Bureau) with their names.
  public let technologyFields: [String: String]
  /// Codes of the groups of information and communication technology goods with their names.
  public let communicationGroups: [String: String]
  private let endUses: [HTSCode: EndUse]
  private let technologyShare: [HTSCode: Double]
  private let technologyFieldsOf: [HTSCode: [String]]
  private let communication: [HTSCode: String]
  private let industries: [HTSCode: String]
  private let names: [HTSCode: String]
  private let later: [HTSCode: HTSCode]

  /// - Throws: ``ArchiveError`` when a table is damaged.
  public static func shipped() throws(ArchiveError) -> GoodsClasses {
    try GoodsClasses(ShippedFiles.archive("classes.tarifa"))
  }

  init(_ archive: Archive) throws(ArchiveError) {
    func codes(_ table: Table, _ column: String) throws(ArchiveError) -> [HTSCode] {
      var found: [HTSCode] = []
      for text in try table.texts(column) {
        do { found.append(try HTSCode(text)) } catch { throw .damaged("\(table.name): '\(text)'") }
      }
      return found
    }
    let fields = Table("atp-fields", in: archive)
    technologyFields = Dictionary(
      zip(try fields.texts("code"), try fields.texts("field")).filter { $0.0 != Self.noField },
      uniquingKeysWith: { first, _ in first })

    let census = Table("census-classes", in: archive)
    let (all, advanced) = (try census.integers("n"), try census.integers("n_atp"))
    let (lists, naics) = (try census.texts("atp_fields"), try census.texts("naics"))
    var share: [HTSCode: Double] = [:]
    var fieldsOf: [HTSCode: [String]] = [:]
    var industries: [HTSCode: String] = [:]
    for (row, code) in try codes(census, "hs6").enumerated() {
      industries[code] = naics[row]
      guard advanced[row] > 0, all[row] > 0 else { continue }
      share[code] = Double(advanced[row]) / Double(all[row])
      fieldsOf[code] = lists[row].split(whereSeparator: { !$0.isNumber }).map(String.init)
    }
    technologyShare = share
    technologyFieldsOf = fieldsOf
    self.industries = industries

    let categories = Table("bec", in: archive)
    let classes = try categories.texts("sna_class")
    var endUses: [HTSCode: EndUse] = [:]
    for (row, code) in try codes(categories, "hs6_2017").enumerated() {
      endUses[code] =
        switch classes[row] {
        case "CAP": .capital
        case "INT": .intermediate
        case "CONS": .consumption
        default: .mixed
        }
    }
    self.endUses = endUses

    let ict = Table("ict", in: archive)
    let groups = try ict.texts("ict")
    communicationGroups = Dictionary(
      zip(groups, try ict.texts("ict_name")), uniquingKeysWith: { first, _ in first })
    communication = Dictionary(
      zip(try codes(ict, "hs6_2017"), groups), uniquingKeysWith: { first, _ in first })

    let renumbered = Table("hs2022-to-2017", in: archive)
    later = Dictionary(
      zip(try codes(renumbered, "hs2017"), try codes(renumbered, "hs2022")),
      uniquingKeysWith: { first, _ in first })
    let titles = Table("hs-names", in: archive)
    names = Dictionary(
      zip(try codes(titles, "code"), try titles.texts("desc")),
      uniquingKeysWith: { first, _ in first })
  }

  /// The code of the table for goods in no field.
  private static let noField = "00"

  /// `nil` for a subheading the classification has not.
  public func endUse(of code: HTSCode) -> EndUse? { endUses[code.prefix(6)] }

  /// The share of the export codes of its subheading that are Advanced Technology Products of some
  /// fields, or of any. Codes of imports are not held, and which field a code is in is known by
  /// subheading only, so it is an estimate.
  public func technologyShare(of code: HTSCode, fields: Set<String>? = nil) -> Double {
    let code = code.prefix(6)
    if let fields, !(technologyFieldsOf[code] ?? []).contains(where: fields.contains) { return 0 }
    return technologyShare[code] ?? 0
  }

  /// The fields of Advanced Technology Products in its subheading.
  public func technologyFields(of code: HTSCode) -> [String] {
    technologyFieldsOf[code.prefix(6)] ?? []
  }

  /// The group of information and communication technology goods (OECD and UNCTAD), if any; the list is
  /// from memory.
  public func communicationGroup(of code: HTSCode) -> String? { communication[code.prefix(6)] }

  /// The industry that makes it (NAICS, Census Bureau), six digits or fewer.
  public func industry(of code: HTSCode) -> String? { industries[code.prefix(6)] }

  /// The short official name of its subheading, or of the heading above it, in the Harmonized System of
  /// 2022 or, for codes that it has not, of what they became there.
  public func name(of code: HTSCode) -> String? {
    let code = code.prefix(6)
    return names[code] ?? names[code.prefix(4)] ?? later[code].flatMap { names[$0] }
  }
}
