public import TariffLaw

/// Imports of a year by code and origin, whole dollars, to weigh rates by.
public struct ImportWeights: Sendable {
  /// A country, a block of countries, or the rest of the world.
  public struct Origin: Hashable, Sendable {
    /// The two letters of a country; the name of a block.
    public let key: String
    public let name: String
    /// The countries in it; empty for all that no other origin holds.
    public let countries: [CountryCode]

    public init(key: String, name: String, countries: [CountryCode]) {
      self.key = key
      self.name = name
      self.countries = countries
    }
  }

  /// The imports of one code from one origin.
  public struct Cell: Hashable, Sendable {
    /// The position of the code in ``ImportWeights/codes``.
    public let code: Int
    /// Customs value, dollars.
    public let value: Int
    /// Calculated duty of the year, dollars.
    public let duty: Int
  }

  /// The name the weights are asked for by.
  public let id: String
  public let year: Int
  /// What they are, with the source.
  public let title: String
  /// What a reader must know about them.
  public let note: String?
  /// Whether the duty of a cell is published, rather than fitted to totals.
  public let holdsDuty: Bool
  /// Ascending.
  public let codes: [HTSCode]
  public let origins: [Origin]
  /// The cells of each origin, by its position, in the order of the codes.
  public let cells: [[Cell]]

  /// The names of the shipped weights.
  public static let names = ["us-imports-2024", "us-imports-2017"]

  /// - Returns: `nil` when there are none of this name.
  /// - Throws: `ArchiveError` when they are damaged.
  public static func shipped(_ name: String) throws(ArchiveError) -> ImportWeights? {
    switch name {
    case names[0]: try flows2024()
    case names[1]: try baseline2017()
    default: nil
    }
  }

  package init(
    id: String, year: Int, title: String, note: String? = nil, holdsDuty: Bool = true,
    origins: [Origin],
    rows: [(code: HTSCode, origin: Int, value: Int, duty: Int)]
  ) {
    self.id = id
    self.year = year
    self.title = title
    self.note = note
    self.holdsDuty = holdsDuty
    self.origins = origins
    codes = Set(rows.map(\.code)).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    var cells = [[Cell]](repeating: [], count: origins.count)
    for row in rows where origins.indices.contains(row.origin) {
      cells[row.origin].append(
        Cell(code: positions[row.code] ?? 0, value: row.value, duty: row.duty))
    }
    self.cells = cells.map { $0.sorted { $0.code < $1.code } }
  }

  private static func flows2024() throws(ArchiveError) -> ImportWeights {
    let table = Table("imports", in: try ShippedFiles.archive("flows-2024.tarifa"))
    let codes = try table.integers("code")
    let census = try table.texts("origin")
    let values = try table.integers("value")
    let duties = try table.integers("duty")
    guard census.count == codes.count, values.count == codes.count, duties.count == codes.count
    else { throw .damaged("columns of the flows differ") }
    var known: [String: Origin] = [:]
    for country in try ShippedCountries.all() where !country.census.isEmpty {
      known[country.census] = Origin(
        key: country.code.text, name: country.name, countries: [country.code])
    }
    let blocks = Table("blocks", in: try ShippedFiles.archive("claims-2024.tarifa"))
    let blockCodes = try blocks.texts("census")
    let blockNames = try blocks.texts("name")
    let blockMembers = try blocks.texts("members")
    for (code, (name, members)) in zip(blockCodes, zip(blockNames, blockMembers)) {
      known[code] = Origin(
        key: name, name: name,
        countries: members.split(separator: " ").compactMap { CountryCode($0) })
    }
    var origins: [Origin] = []
    var positions: [String: Int] = [:]
    for code in Set(census).sorted() {
      guard let origin = known[code] else { throw .damaged("no country has Census code \(code)") }
      positions[code] = origins.count
      origins.append(origin)
    }
    var rows: [(code: HTSCode, origin: Int, value: Int, duty: Int)] = []
    rows.reserveCapacity(codes.count)
    for row in codes.indices {
      guard let code = HTSCode(raw: UInt64(bitPattern: codes[row])),
        let origin = positions[census[row]], values[row] >= 0
      else { throw .damaged("flows, row \(row)") }
      rows.append((code, origin, Int(values[row]), Int(duties[row])))
    }
    return ImportWeights(
      id: names[0], year: 2024,
      title: "imports for consumption of 2024 by ten-digit code, Census Bureau", origins: origins,
      rows: rows)
  }

  private static func baseline2017() throws(ArchiveError) -> ImportWeights {
    let baseline = try ImportBaseline.shipped2017()
    let origins = baseline.origins.map { origin in
      Origin(
        key: origin.countries.count == 1 ? origin.countries[0].text : origin.name,
        name: origin.name, countries: origin.countries)
    }
    let rows = baseline.codes.indices.map { row in
      (
        code: baseline.codes[row], origin: baseline.origin[row],
        value: Int(baseline.value[row]), duty: Int(baseline.duty[row])
      )
    }
    return ImportWeights(
      id: names[1], year: baseline.year,
      title: "imports of 2017 by rate line, split and fitted to Census margins",
      note:
        "The imports of 2017 by rate line are split and fitted, see docs/data/baseline-2017.md; "
        + "lines renumbered since are carried to their successors by the value of 2024.",
      holdsDuty: false, origins: origins, rows: rows)
  }
}
