public import TariffLaw

/// Imports of a year by rate line and origin: the state a model starts from.
public struct ImportBaseline: Sendable {
  /// Where a cell's value comes from.
  public enum Provenance: Int64, Sendable, CaseIterable {
    /// A published figure for the cell.
    case published = 0
    /// A figure published or scaled by subheading, split to rate lines by shares.
    case split = 1
    /// Fitted to margins from the shares of another year.
    case fitted = 2
    /// A published total of a chapter that no finer figure reaches.
    case unallocated = 3
  }

  /// An origin: a country, a block of countries, or the rest.
  public struct Origin: Hashable, Sendable {
    public let name: String
    /// The countries in it; empty for the rest of the world.
    public let countries: [CountryCode]

    public init(name: String, countries: [CountryCode]) {
      self.name = name
      self.countries = countries
    }
  }

  /// The year and the edition of the codes.
  public let id: String
  public let year: Int
  public let origins: [Origin]
  /// One entry a cell, sorted by code, then origin.
  public let codes: [HTSCode]
  public let origin: [Int]
  /// Customs value, dollars a year.
  public let value: [Double]
  /// Calculated duty, dollars a year.
  public let duty: [Double]
  public let provenance: [Provenance]

  /// - Throws: ``ArchiveError`` when the archive is damaged.
  public init(_ archive: Archive) throws(ArchiveError) {
    let about = Table("about", in: archive)
    guard let id = try about.texts("id").first, let year = try about.integers("year").first else {
      throw .damaged("about the baseline")
    }
    self.id = id
    self.year = Int(year)
    let list = Table("origins", in: archive)
    let names = try list.texts("name")
    let members = try list.texts("countries")
    origins = zip(names, members).map { name, members in
      Origin(name: name, countries: members.split(separator: " ").compactMap { CountryCode($0) })
    }
    let cells = Table("cells", in: archive)
    var codes: [HTSCode] = []
    for raw in try cells.integers("code") {
      guard let code = HTSCode(raw: UInt64(bitPattern: raw)) else { throw .damaged("code \(raw)") }
      codes.append(code)
    }
    self.codes = codes
    origin = try cells.integers("origin").map { Int($0) }
    value = try cells.integers("value").map { Double($0) }
    duty = try cells.integers("duty").map { Double($0) }
    var provenance: [Provenance] = []
    for raw in try cells.integers("provenance") {
      guard let known = Provenance(rawValue: raw) else { throw .damaged("provenance \(raw)") }
      provenance.append(known)
    }
    self.provenance = provenance
    guard origin.count == codes.count, value.count == codes.count, duty.count == codes.count,
      provenance.count == codes.count, origin.allSatisfy({ $0 >= 0 && $0 < names.count })
    else { throw .damaged("columns of the cells differ") }
  }

  /// A baseline whose cells are at hand, in the order of code and origin.
  package init(
    id: String, year: Int, origins: [Origin], codes: [HTSCode], origin: [Int], value: [Double],
    duty: [Double], provenance: [Provenance]
  ) {
    self.id = id
    self.year = year
    self.origins = origins
    self.codes = codes
    self.origin = origin
    self.value = value
    self.duty = duty
    self.provenance = provenance
  }

  /// The names of the shipped baselines.
  public static let names = ["us-imports-2017", "us-imports-2024"]

  /// - Returns: `nil` when none of this name is shipped.
  /// - Throws: ``ArchiveError`` when it is damaged.
  public static func shipped(_ name: String) throws(ArchiveError) -> ImportBaseline? {
    switch name {
    case names[0]: try shipped2017()
    case names[1]: try shipped2024()
    default: nil
    }
  }

  /// The shipped baseline of 2017.
  public static func shipped2017() throws(ArchiveError) -> ImportBaseline {
    try ImportBaseline(ShippedFiles.archive("baseline-2017.tarifa"))
  }

  /// Imports of 2024 by ten-digit code and origin, as published.
  static func shipped2024() throws(ArchiveError) -> ImportBaseline {
    guard let flows = try ImportWeights.shipped(names[1]) else {
      throw .missingSection(names[1])
    }
    var rows: [(code: Int, origin: Int, value: Int, duty: Int)] = []
    for (origin, cells) in flows.cells.enumerated() {
      for cell in cells { rows.append((cell.code, origin, cell.value, cell.duty)) }
    }
    rows.sort { ($0.code, $0.origin) < ($1.code, $1.origin) }
    return ImportBaseline(
      id: names[1], year: flows.year,
      origins: flows.origins.map { Origin(name: $0.name, countries: $0.countries) },
      codes: rows.map { flows.codes[$0.code] }, origin: rows.map(\.origin),
      value: rows.map { Double($0.value) }, duty: rows.map { Double($0.duty) },
      provenance: Array(repeating: .published, count: rows.count))
  }
}
