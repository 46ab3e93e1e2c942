import TariffLaw
import TradeData

/// Compiles the home economy of an importer: input-output accounts, consumers' spending, households
/// by income, and employment.
public struct EconomyCompiler: Sendable {
  private let folder: RawFolder
  private let employment: [UInt8]
  private let consumption: [UInt8]
  private let figures: [UInt8]

  /// - Parameters:
  ///   - employment: `sources/economy-employment.csv`: groups of industries, the series of the
  ///     payroll survey that count them (a minus takes one off; `none` has no employees; empty is
  ///     not known), the beginnings of the industry codes in them, and whether buyers answer to a
  ///     `price` or a `budget` pays for what they make.
  ///   - consumption: `sources/economy-consumption.csv`: lines of consumers' spending and the class
  ///     of the expenditure survey they are distributed by; `all` is by all spending.
  ///   - figures: `sources/economy-figures.csv`: single figures with their source.
  public init(
    folder: RawFolder, employment: [UInt8], consumption: [UInt8], figures: [UInt8]
  ) {
    self.folder = folder
    self.employment = employment
    self.consumption = consumption
    self.figures = figures
  }

  static let accounts = "classes/io/detail_2017/"
  static let households = "classes/io/distribution/"
  static let payrolls = "classes/employment/bls_ces_employment_2017avg.csv"

  /// Requirements and shares are kept in units of 10^-7, as the requirements are published.
  static let scale = 1e7

  /// - Throws: ``RawFileError`` when a table lacks a code, a figure cannot be read, the accounts do
  ///   not add up, or an industry is in no group or in two.
  public func compile() throws(RawFileError) -> [UInt8] {
    var writer = TableWriter()
    let codes = try addAccounts(to: &writer)
    try addConsumption(codes.commodities, to: &writer)
    try addHouseholds(to: &writer)
    try addEmployment(codes.industries, to: &writer)
    try addFigures(to: &writer)
    return try TradeCompiler(folder: folder).finish(writer, "economy")
  }

  // MARK: Input-output accounts

  /// A matrix with codes beside its rows and above its columns.
  private struct Matrix {
    let rows: [String]
    let columns: [String]
    let values: [[Double]]
  }

  private func matrix(_ path: String) throws(RawFileError) -> Matrix {
    let raw = try RawTable(folder, path)
    let names = Array(raw.header.dropFirst())
    var rows: [String] = []
    var values: [[Double]] = []
    for (line, fields) in raw.records {
      rows.append(fields.field(0))
      var row: [Double] = []
      row.reserveCapacity(names.count)
      for position in 1...names.count { row.append(try number(fields, position, raw, line)) }
      values.append(row)
    }
    return Matrix(rows: rows, columns: names, values: values)
  }

  private func number(
    _ fields: [String], _ position: Int, _ raw: RawTable, _ line: Int
  ) throws(RawFileError) -> Double {
    guard let value = Double(fields.field(position)), value.isFinite else {
      throw RawFileError(
        file: raw.file, line: line, problem: "field \(position + 1) must be a number")
    }
    return value
  }

  /// A column by code.
  private func column(
    _ path: String, _ name: String, _ key: String = "bea_code"
  ) throws(RawFileError) -> [String: Double] {
    let raw = try RawTable(folder, path)
    let code = try raw.column(key)
    let position = try raw.column(name)
    var values: [String: Double] = [:]
    for (line, fields) in raw.records {
      values[fields.field(code)] = try number(fields, position, raw, line)
    }
    return values
  }

  private func pick(
    _ codes: [String], _ values: [String: Double], _ path: String
  ) throws(RawFileError) -> [Double] {
    var picked: [Double] = []
    for code in codes {
      guard let value = values[code] else {
        throw RawFileError(file: path, problem: "has no row for '\(code)'")
      }
      picked.append(value)
    }
    return picked
  }

  private func addAccounts(
    to writer: inout TableWriter
  ) throws(RawFileError) -> (commodities: [String], industries: [String]) {
    let domesticPath = Self.accounts + "bea_use_domestic.csv"
    let domestic = try matrix(domesticPath)
    let imported = try matrix(Self.accounts + "bea_use_import.csv")
    let requirements = try matrix(Self.accounts + "bea_requirements_domestic.csv")
    let (commodities, industries) = (domestic.rows, domestic.columns)
    guard imported.rows == commodities, imported.columns == industries,
      requirements.rows == industries, requirements.columns == commodities
    else {
      throw RawFileError(file: domesticPath, problem: "the tables of the accounts differ in codes")
    }
    let outputPath = Self.accounts + "bea_industry_output.csv"
    let output = try pick(industries, column(outputPath, "output"), outputPath)
    let usePath = Self.accounts + "bea_commodity_use_totals.csv"
    let imports = try pick(commodities, column(usePath, "import_total"), usePath)
    let home = try pick(commodities, column(usePath, "domestic_total"), usePath)
    let spendingPath = Self.accounts + "bea_pce_by_commodity.csv"
    let spending = try pick(commodities, column(spendingPath, "pce"), spendingPath)
    let position = Dictionary(uniqueKeysWithValues: zip(industries, industries.indices))
    guard
      let shares = MarketShares(
        requirements: requirements.values, use: domestic.values, output: output, home: home,
        ownIndustry: commodities.map { position[$0] })
    else {
      throw RawFileError(
        file: Self.accounts + "bea_requirements_domestic.csv", problem: "the accounts are singular")
    }
    try check(shares, commodities, Self.accounts + "bea_requirements_domestic.csv")
    writer.add("commodities", "code", texts: commodities)
    writer.add("commodities", "imports", integers: imports.map { Int64($0.rounded()) })
    writer.add("commodities", "home", integers: home.map { Int64($0.rounded()) })
    writer.add("commodities", "consumption", integers: spending.map { Int64($0.rounded()) })
    // What is made and not used at home is exported; a rest of a few millions is rounding.
    let exports = zip(shares.commodityOutput, home).map { made, used in
      made - used >= 5 ? Int64((made - used).rounded()) : 0
    }
    writer.add("commodities", "exports", integers: exports)
    writer.add("industries", "code", texts: industries)
    writer.add("industries", "output", integers: output.map { Int64($0.rounded()) })
    addSparse("use-home", domestic.values, scale: 1, to: &writer)
    addSparse("use-imports", imported.values, scale: 1, to: &writer)
    addSparse("requirements", requirements.values, scale: Self.scale, to: &writer)
    addSparse("market-shares", Self.cleaned(shares.shares), scale: Self.scale, to: &writer)
    return (commodities, industries)
  }

  /// Shares under a hundredth of a percent are the rounding of the requirements: they are dropped, and
  /// the others of a commodity sum to one.
  private static func cleaned(_ shares: [[Double]]) -> [[Double]] {
    let kept = shares.map { row in row.map { $0 < 1e-4 ? 0 : $0 } }
    guard let width = kept.first?.count else { return kept }
    let sums = (0..<width).map { column in kept.reduce(0) { $0 + $1[column] } }
    return kept.map { row in zip(row, sums).map { $1 > 0 ? $0 / $1 : 0 } }
  }

  /// Shares that do not sum to one mean that the tables are not of one set.
  private func check(
    _ shares: MarketShares, _ commodities: [String], _ file: String
  ) throws(RawFileError) {
    for (index, code) in commodities.enumerated() {
      let sum = shares.shares.reduce(0) { $0 + $1[index] }
      guard sum == 0 || (sum - 1).magnitude < 0.01 else {
        throw RawFileError(
          file: file, problem: "the makers of '\(code)' have \(sum) of it together, not one")
      }
    }
  }

  private func addSparse(
    _ table: String, _ values: [[Double]], scale: Double, to writer: inout TableWriter
  ) {
    var rows: [Int64] = []
    var columns: [Int64] = []
    var units: [Int64] = []
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() {
        let unit = Int64((value * scale).rounded())
        guard unit != 0 else { continue }
        rows.append(Int64(row))
        columns.append(Int64(column))
        units.append(unit)
      }
    }
    writer.add(table, "row", integers: rows)
    writer.add(table, "column", integers: columns)
    writer.add(table, "value", integers: units)
  }

  // MARK: Consumers

  private func addConsumption(
    _ commodities: [String], to writer: inout TableWriter
  ) throws(RawFileError) {
    let classes = try spendingClasses()
    let raw = try RawTable(folder, Self.accounts + "pce_bridge.csv")
    let line = try raw.column("nipa_line")
    let title = try raw.column("pce_category")
    let code = try raw.column("bea_code")
    let producers = try raw.column("producers_value")
    let purchasers = try raw.column("purchasers_value")
    let index = Dictionary(uniqueKeysWithValues: zip(commodities, commodities.indices))
    var lines: [Int] = []
    var titles: [String] = []
    var rows: [(category: Int64, commodity: Int64, producers: Int64, purchasers: Int64)] = []
    for (number, fields) in raw.records {
      guard let category = Int(fields.field(line)) else {
        throw RawFileError(file: raw.file, line: number, problem: "the line must be a number")
      }
      guard let commodity = index[fields.field(code)] else {
        throw RawFileError(
          file: raw.file, line: number, problem: "there is no commodity '\(fields.field(code))'")
      }
      if lines.last != category {
        guard !lines.contains(category) else {
          throw RawFileError(file: raw.file, line: number, problem: "line \(category) is in parts")
        }
        lines.append(category)
        titles.append(fields.field(title))
      }
      rows.append(
        (
          Int64(lines.count - 1), Int64(commodity),
          Int64(try self.number(fields, producers, raw, number).rounded()),
          Int64(try self.number(fields, purchasers, raw, number).rounded())
        ))
    }
    var classOfLine: [String] = []
    for (position, category) in lines.enumerated() {
      guard let found = classes.first(where: { $0.lines.contains(category) }) else {
        throw RawFileError(
          file: "economy-consumption.csv",
          problem: "line \(category), \(titles[position]), is in no class")
      }
      classOfLine.append(found.name)
    }
    writer.add("categories", "line", integers: lines.map(Int64.init))
    writer.add("categories", "title", texts: titles)
    writer.add("categories", "class", texts: classOfLine)
    writer.add("bridge", "category", integers: rows.map(\.category))
    writer.add("bridge", "commodity", integers: rows.map(\.commodity))
    writer.add("bridge", "producers", integers: rows.map(\.producers))
    writer.add("bridge", "purchasers", integers: rows.map(\.purchasers))
  }

  private func spendingClasses() throws(RawFileError) -> [(lines: ClosedRange<Int>, name: String)] {
    let raw = try RawTable(file: "economy-consumption.csv", bytes: consumption)
    let first = try raw.column("first")
    let last = try raw.column("last")
    let name = try raw.column("class")
    var classes: [(lines: ClosedRange<Int>, name: String)] = []
    for (line, fields) in raw.records {
      guard let low = Int(fields.field(first)), let high = Int(fields.field(last)), low <= high
      else {
        throw RawFileError(file: raw.file, line: line, problem: "needs a first and a last line")
      }
      classes.append((low...high, fields.field(name)))
    }
    return classes
  }

  // MARK: Households

  private func addHouseholds(to writer: inout TableWriter) throws(RawFileError) {
    let parameters = try RawTable(folder, Self.households + "decile_parameters.csv")
    let income = try parameters.column("income")
    let share = try parameters.column("consumption_share")
    var incomes: [Double] = []
    var shares: [Double] = []
    for (line, fields) in parameters.records {
      incomes.append(try number(fields, income, parameters, line))
      shares.append(try number(fields, share, parameters, line))
    }
    writer.add("deciles", "income", doubles: incomes)
    writer.add("deciles", "spending-share", doubles: shares)
    let budgets = try RawTable(folder, Self.households + "ces_categories.csv")
    let name = try budgets.column("category")
    var classes: [String] = []
    var columns = [[Double]](repeating: [], count: incomes.count)
    for (line, fields) in budgets.records {
      classes.append(fields.field(name))
      for decile in incomes.indices {
        let position = try budgets.column("d\(decile + 1)")
        columns[decile].append(try number(fields, position, budgets, line))
      }
    }
    writer.add("budgets", "class", texts: classes)
    for (decile, column) in columns.enumerated() {
      writer.add("budgets", "decile-\(decile + 1)", doubles: column)
    }
  }

  // MARK: Employment

  private func addEmployment(
    _ industries: [String], to writer: inout TableWriter
  ) throws(RawFileError) {
    let series = try column(Self.payrolls, "employees_thousand_2017avg", "ces_industry")
    let raw = try RawTable(file: "economy-employment.csv", bytes: employment)
    let group = try raw.column("group")
    let title = try raw.column("title")
    let counted = try raw.column("series")
    let members = try raw.column("industries")
    let demand = try raw.column("demand")
    var groups: [(name: String, title: String, employees: Double, demand: String)] = []
    var groupOf = [Int?](repeating: nil, count: industries.count)
    for (line, fields) in raw.records {
      var employees = fields.field(counted).isEmpty ? Double.nan : 0
      for word in fields.field(counted).split(separator: " ") where word != "none" {
        let code = String(word.drop { $0 == "-" })
        guard let thousands = series[code] else {
          throw RawFileError(file: raw.file, line: line, problem: "there is no series '\(code)'")
        }
        employees += (word.hasPrefix("-") ? -1000 : 1000) * thousands
      }
      for prefix in fields.field(members).split(separator: " ") {
        for (index, industry) in industries.enumerated() where industry.hasPrefix(prefix) {
          guard groupOf[index] == nil else {
            throw RawFileError(
              file: raw.file, line: line, problem: "industry '\(industry)' is in two groups")
          }
          groupOf[index] = groups.count
        }
      }
      guard ["price", "budget"].contains(fields.field(demand)) else {
        throw RawFileError(file: raw.file, line: line, problem: "demand is 'price' or 'budget'")
      }
      groups.append(
        (fields.field(group), fields.field(title), employees.rounded(), fields.field(demand)))
    }
    var placed: [Int64] = []
    for (index, industry) in industries.enumerated() {
      guard let group = groupOf[index] else {
        throw RawFileError(file: raw.file, problem: "industry '\(industry)' is in no group")
      }
      placed.append(Int64(group))
    }
    writer.add("industries", "group", integers: placed)
    writer.add("employment", "group", texts: groups.map(\.name))
    writer.add("employment", "title", texts: groups.map(\.title))
    writer.add("employment", "employees", doubles: groups.map(\.employees))
    writer.add("employment", "demand", texts: groups.map(\.demand))
  }

  private func addFigures(to writer: inout TableWriter) throws(RawFileError) {
    let raw = try RawTable(file: "economy-figures.csv", bytes: figures)
    let columns = [
      try raw.column("name"), try raw.column("verified"), try raw.column("source"),
    ]
    let value = try raw.column("value")
    var values: [Double] = []
    for (line, fields) in raw.records { values.append(try number(fields, value, raw, line)) }
    writer.add("figures", "name", texts: raw.records.map { $0.fields.field(columns[0]) })
    writer.add("figures", "value", doubles: values)
    writer.add("figures", "verified", texts: raw.records.map { $0.fields.field(columns[1]) })
    writer.add("figures", "source", texts: raw.records.map { $0.fields.field(columns[2]) })
  }
}
