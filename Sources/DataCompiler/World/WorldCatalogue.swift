import TariffLaw

/// What is typed about the world bases: where they lie, what their sectors and regions are called, and
/// which industry makes what.
struct WorldCatalogue {
  /// A base to compile.
  struct Entry {
    let id: String
    let title: String
    let year: Int
    let folder: String
    /// The country whose rates are replaced by those collected.
    let collected: String
    /// Whether flows are spending divided by one and the rate, so that another rate means another flow.
    let dividesSpending: Bool
    /// The base whose industries' purchases stand for its own; `nil` when it has its own.
    let inputs: String?
    /// The base whose file has the trade elasticities; `nil` for its own.
    let thetas: String?
  }

  struct Sector {
    let base: String
    let number: String
    let code: String
    let name: String
    /// The sector of the other base it is part of or has its elasticity from; empty for all services.
    let twin: String
  }

  struct Region {
    let base: String
    let code: String
    let name: String
    let members: [CountryCode]
  }

  let bases: [Entry]
  let sectors: [Sector]
  let regions: [Region]
  /// Sets of trade elasticities, the first the one to use where none is asked for.
  let thetas: [(set: String, source: String, isVerified: Bool)]
  /// By NAICS digits; `nil` for goods of no industry.
  let industries: [(naics: String, industry: String?)]

  /// - Throws: ``RawFileError`` naming file and line.
  init(_ output: OutputFolder) throws(RawFileError) {
    bases = try Self.rows(
      output, "world-bases",
      ["id", "title", "year", "folder", "collected", "spending", "inputs", "thetas"]
    ) { line, field throws(RawFileError) in
      guard let year = Int(field[2]) else {
        throw RawFileError(file: "world-bases.csv", line: line, problem: "'\(field[2])' is no year")
      }
      return Entry(
        id: field[0], title: field[1], year: year, folder: field[3], collected: field[4],
        dividesSpending: field[5] == "yes", inputs: field[6].isEmpty ? nil : field[6],
        thetas: field[7].isEmpty ? nil : field[7])
    }
    sectors = try Self.rows(
      output, "world-sectors", ["base", "number", "code", "name", "twin"]
    ) { _, field in
      Sector(base: field[0], number: field[1], code: field[2], name: field[3], twin: field[4])
    }
    regions = try Self.rows(output, "world-regions", ["base", "code", "name", "members"]) {
      line, field throws(RawFileError) in
      var members: [CountryCode] = []
      for text in field[3].split(separator: " ") {
        guard let code = CountryCode(text) else {
          throw RawFileError(
            file: "world-regions.csv", line: line, problem: "'\(text)' is no country")
        }
        members.append(code)
      }
      return Region(base: field[0], code: field[1], name: field[2], members: members)
    }
    thetas = try Self.rows(output, "world-thetas", ["set", "source", "verified"]) { _, field in
      (field[0], field[1], field[2] == "yes")
    }
    industries = try Self.rows(output, "naics-icio", ["naics", "industry"]) { _, field in
      (field[0], field[1] == "*" ? nil : field[1])
    }
  }

  private static func rows<T>(
    _ output: OutputFolder, _ name: String, _ columns: [String],
    _ make: (Int, [String]) throws(RawFileError) -> T
  ) throws(RawFileError) -> [T] {
    let table = try RawTable(file: "\(name).csv", bytes: output.read("sources/\(name).csv"))
    var positions: [Int] = []
    for column in columns { positions.append(try table.column(column)) }
    var found: [T] = []
    for (line, fields) in table.records {
      found.append(try make(line, positions.map { fields.field($0) }))
    }
    return found
  }

  func sectors(of base: String) -> [Sector] { sectors.filter { $0.base == base } }

  /// The position of an industry in a base: its own sector, or the one that it is part of.
  func position(of industry: String, in base: String) -> Int? {
    let own = sectors(of: base)
    if let position = own.firstIndex(where: { $0.code == industry }) { return position }
    let whole = sectors.first { $0.base != base && $0.code == industry }?.twin
    return own.firstIndex { $0.code == whole }
  }
}
