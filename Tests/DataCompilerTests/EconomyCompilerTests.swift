import DataCompiler
import Foundation
import TariffLaw
import Testing
import TradeData

/// Three commodities and three industries: the first industry makes some of the second commodity.
struct EconomyCompilerTests {
  /// What is bought of each commodity, the makers' shares, and inputs for a dollar of output.
  private static let shares = [[1, 0.2, 0], [0, 0.8, 0], [0, 0, 1]]
  private static let inputs = [[0.1, 0.2, 0.05], [0.15, 0.05, 0.1], [0.02, 0.1, 0.2]]
  private static let made = [5000.0, 4000, 3000]

  private static let employment = [
    "group,title,series,industries,demand", "a,Goods,100 -200,A1 A2,price",
    "b,Services,none,B,budget",
  ]
  private static let consumption = ["first,last,class", "1,2,Food", "5,5,all"]
  private static let figures = [
    "name,value,verified,source", "households,10,yes,x", "income-year-spending,5,no,y",
  ]

  private func write(_ text: [String], _ path: String, _ root: URL) throws {
    let url = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((text.joined(separator: "\n") + "\n").utf8).write(to: url)
  }

  private func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in
      b[0].indices.map { column in row.indices.reduce(0) { $0 + row[$1] * b[$1][column] } }
    }
  }

  /// `D (I - B D)^-1` by its series.
  private func requirements() -> [[Double]] {
    let step = product(Self.inputs, Self.shares)
    var power = Self.shares
    var sum = Self.shares
    for _ in 0..<200 {
      power = product(power, step)
      for i in 0..<3 { for j in 0..<3 { sum[i][j] += power[i][j] } }
    }
    return sum
  }

  private func compile(
    employment: [String] = employment, consumption: [String] = consumption,
    requirement: Double = 0,
    bridge: [String] = ["1,Bread,A1,10,20", "2,Cheese,A2,5,9", "5,Rent,B1,7,7"]
  ) throws -> [UInt8] {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("economy-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let codes = ["A1", "A2", "B1"]
    let header = "bea_code,A1,A2,B1"
    let output = product(Self.shares, Self.made.map { [$0] }).map { $0[0] }
    func table(_ values: [[Double]]) -> [String] {
      [header] + zip(codes, values).map { "\($0)," + $1.map { "\($0)" }.joined(separator: ",") }
    }
    func column(_ name: String, _ values: [Double]) -> [String] {
      ["bea_code,\(name)"] + zip(codes, values).map { "\($0),\($1)" }
    }
    let accounts = "classes/io/detail_2017/"
    let use = Self.inputs.map { row in row.indices.map { row[$0] * output[$0] } }
    try write(table(use), accounts + "bea_use_domestic.csv", root)
    try write(table(use.map { $0.map { $0 / 2 } }), accounts + "bea_use_import.csv", root)
    var required = requirements()
    required[1][1] += requirement
    try write(table(required), accounts + "bea_requirements_domestic.csv", root)
    try write(column("output", output), accounts + "bea_industry_output.csv", root)
    // Of each commodity 600 are exported.
    try write(
      ["bea_code,import_total,domestic_total"]
        + zip(codes, Self.made).map { "\($0),400,\($1 - 600)" },
      accounts + "bea_commodity_use_totals.csv", root)
    try write(column("pce", [1, 2, 3]), accounts + "bea_pce_by_commodity.csv", root)
    try write(
      ["nipa_line,pce_category,bea_code,producers_value,purchasers_value"] + bridge,
      accounts + "pce_bridge.csv", root)
    let households = "classes/io/distribution/"
    try write(
      ["decile,income,consumption_share", "1,10,0.4", "2,20,0.6"],
      households + "decile_parameters.csv", root)
    try write(["category,d1,d2", "Food,50,40"], households + "ces_categories.csv", root)
    try write(
      ["ces_industry,employees_thousand_2017avg", "100,7.5", "200,1.25"],
      "classes/employment/bls_ces_employment_2017avg.csv", root)
    func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
    return try EconomyCompiler(
      folder: RawFolder(root.path), employment: bytes(employment),
      consumption: bytes(consumption), figures: bytes(Self.figures)
    ).compile()
  }

  /// Shares and exports come back out of requirements that were made from them.
  @Test func whatThePublishedTablesLeaveOutIsRecovered() throws {
    let archive = try Archive(Bytes(try compile()))
    let table = Table("market-shares", in: archive)
    let rows = try table.integers("row")
    let columns = try table.integers("column")
    let values = try table.integers("value")
    var shares = [[Double]](repeating: [0, 0, 0], count: 3)
    for index in values.indices {
      shares[Int(rows[index])][Int(columns[index])] = Double(values[index]) * 1e-7
    }
    for i in 0..<3 { for j in 0..<3 { #expect(abs(shares[i][j] - Self.shares[i][j]) < 1e-6) } }
    #expect(try Table("commodities", in: archive).integers("exports") == [600, 600, 600])
    #expect(try Table("industries", in: archive).integers("group") == [0, 0, 1])
    #expect(try Table("employment", in: archive).doubles("employees") == [6250, 0])
    #expect(try Table("employment", in: archive).texts("demand") == ["price", "budget"])
    #expect(try Table("categories", in: archive).texts("class") == ["Food", "Food", "all"])
    #expect(try Table("bridge", in: archive).integers("purchasers") == [20, 9, 7])
    #expect(try Table("budgets", in: archive).doubles("decile-2") == [40])
  }

  @Test func aSecondRunChangesNoByte() throws { #expect(try compile() == compile()) }

  @Test(arguments: [
    ["a,Goods,100,A1 A2,price"],
    ["a,Goods,100,A1 A2,price", "b,All,100,A1 B,price"],
    ["a,Goods,300,A1 A2,price", "b,Services,none,B,price"],
    ["a,Goods,100,A1 A2,price", "b,Services,none,B,free"],
  ])
  func groupsThatDoNotFitAreRefused(lines: [String]) {
    #expect(throws: RawFileError.self) {
      try compile(employment: ["group,title,series,industries,demand"] + lines)
    }
  }

  @Test func whatDoesNotAddUpIsRefused() {
    #expect(throws: RawFileError.self) { try compile(requirement: 0.1) }
    #expect(throws: RawFileError.self) {
      try compile(consumption: ["first,last,class", "1,2,Food"])
    }
    #expect(throws: RawFileError.self) { try compile(bridge: ["1,Bread,C9,10,20"]) }
    #expect(throws: RawFileError.self) {
      try compile(bridge: ["1,Bread,A1,1,2", "2,Cheese,A2,5,9", "1,Bread,B1,1,2"])
    }
    #expect(throws: RawFileError.self) { try compile(bridge: ["1,Bread,A1,many,20"]) }
  }
}
