import DataCompiler
import Foundation
import TariffLaw
import Testing
import TradeData
import WorldModel
import WorldStudy

/// A coarse base with input-output tables, and a finer one without.
struct WorldCompilerTests {
  private static let bases = [
    "id,title,year,folder,collected,spending,inputs,thetas",
    "coarse,Two regions,2017,world/coarse,USA,,,fine",
    "fine,Three countries,2017,world/fine,USA,yes,coarse,",
  ]
  private static let sectors = [
    "base,number,code,name,twin", "coarse,1,AB,Goods,A", "coarse,2,T,Trade,S",
    "coarse,3,H,Haulage,S", "fine,1,A,Crops,AB", "fine,2,B,Food,AB", "fine,3,S,Services,",
  ]
  private static let thetas = ["set,source,verified", "GYY,first,no", "U4,second,yes"]
  private static let regions = [
    "base,code,name,members", "coarse,ROW,Rest,", "fine,ROW,Rest,",
  ]
  private static let industries = ["naics,industry,isic,note", "111,A,,", "311,B,,", "99,*,,"]

  /// By sector, exporter, importer; what is sold at home is large, so that no purchase has to move.
  private static let fineTrade = [
    "sector,exporter,importer,value", "1,USA,USA,900", "1,CHN,USA,50", "1,ROW,USA,100",
    "1,USA,CHN,40", "1,CHN,CHN,600", "1,ROW,CHN,20", "1,USA,ROW,30", "1,CHN,ROW,10",
    "1,ROW,ROW,700", "2,USA,USA,800", "2,CHN,USA,100", "2,ROW,USA,20", "2,USA,CHN,35",
    "2,CHN,CHN,900", "2,ROW,CHN,15", "2,USA,ROW,25", "2,CHN,ROW,5", "2,ROW,ROW,600",
    "3,USA,USA,3000", "3,CHN,USA,10", "3,CHN,CHN,2500", "3,ROW,ROW,2000", "3,USA,ROW,8",
  ]
  private static let fineTariffs = [
    "sector,exporter,importer,rate", "1,CHN,USA,0.9", "1,ROW,USA,0.1", "2,CHN,USA,0.2",
    "2,USA,CHN,0.4", "3,CHN,USA,0.25", "3,USA,ROW,0.5",
  ]
  private static let coarseTrade = [
    "sector,exporter,importer,value", "1,USA,USA,1700", "1,ROW,USA,270", "1,USA,ROW,130",
    "1,ROW,ROW,2850", "2,USA,USA,2000", "2,ROW,ROW,2500", "3,USA,USA,1000", "3,ROW,ROW,2000",
  ]
  /// The purchases of a using sector, by country.
  private static let shares = [
    "USA": [[0.5, 0.3, 0.2], [0.2, 0.5, 0.3], [0.1, 0.4, 0.5]],
    "ROW": [[0.7, 0.2, 0.1], [0.25, 0.5, 0.25], [0.1, 0.2, 0.7]],
  ]
  private static let added = ["USA": [0.6, 0.7, 0.8], "ROW": [0.5, 0.65, 0.75]]

  private func compile(
    collected: Int = 16_000_000, sectors: [String] = sectors, industries: [String] = industries
  ) throws -> [String: ShippedWorld] {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("world-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    func write(_ lines: [String], _ path: String) throws {
      try OutputFolder(root.path).write(
        Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
    }
    for (name, lines) in [
      ("bases", Self.bases), ("sectors", sectors), ("thetas", Self.thetas),
      ("regions", Self.regions),
    ] {
      try write(lines, "sources/world-\(name).csv")
    }
    try write(industries, "sources/naics-icio.csv")
    let fine = "raw/world/fine/"
    try write(["code,name", "USA,U", "CHN,C", "ROW,R"], fine + "countries.csv")
    try write(
      [
        "code,name,tradable,theta,theta_GYY,theta_U4", "1,one,1,65,3,4", "2,two,1,7,2,4",
        "3,three,0,9,5,4",
      ], fine + "sectors.csv")
    try write(Self.fineTrade, fine + "trade.csv")
    try write(Self.fineTariffs, fine + "tariffs.csv")
    let coarse = "raw/world/coarse/"
    try write(["code,name", "USA,U", "ROW,R"], coarse + "countries.csv")
    try write(
      ["code,name,tradable,theta", "1,one,1,9", "2,two,0,9", "3,three,0,9"],
      coarse + "sectors.csv")
    try write(Self.coarseTrade, coarse + "trade.csv")
    try write(
      ["sector,exporter,importer,rate", "1,ROW,USA,0.02", "1,USA,ROW,0.3"],
      coarse + "tariffs.csv")
    var io = ["country,input_sector,using_sector,share"]
    var added = ["country,sector,share"]
    for country in ["USA", "ROW"] {
      for using in 0..<3 {
        for input in 0..<3 {
          io.append(
            "\(country),\(input + 1),\(using + 1),\(try #require(Self.shares[country])[using][input])"
          )
        }
        added.append("\(country),\(using + 1),\(try #require(Self.added[country])[using])")
      }
    }
    try write(io, coarse + "io.csv")
    try write(added, coarse + "value_added.csv")
    try OutputFolder(root.path).write(classes(collected: collected), to: "classes.tarifa")
    try OutputFolder(root.path).write(countries, to: "countries.tarifa")
    try OutputFolder(root.path).write(baseline, to: "baseline-2017.tarifa")
    let output = try WorldCompiler(
      folder: RawFolder(root.appendingPathComponent("raw").path), output: OutputFolder(root.path)
    ).compile()
    return try Dictionary(
      uniqueKeysWithValues: output.archives.map { id, bytes in
        (id, try ShippedWorld(Archive(Bytes(bytes))))
      })
  }

  private func classes(collected: Int) throws -> [UInt8] {
    var writer = TableWriter()
    writer.add("census-classes", "hs6", texts: ["010110", "020110", "030110"])
    writer.add("census-classes", "naics", texts: ["111110", "311111", "990000"])
    writer.add("imports-hs2-origin", "year", integers: [2016, 2017, 2017, 2017])
    writer.add("imports-hs2-origin", "cty_code", texts: ["TOTAL", "TOTAL", "TOTAL", "5700"])
    writer.add(
      "imports-hs2-origin", "cal_dut_usd",
      integers: [77_000_000, 1_000_000, Int64(collected) - 1_000_000, 10_000_000])
    return try writer.finish()
  }

  private var countries: [UInt8] {
    get throws {
      var writer = TableWriter()
      writer.add("countries", "iso2", texts: ["CN", "US"])
      writer.add("countries", "iso3", texts: ["CHN", "USA"])
      writer.add("countries", "name", texts: ["China", "United States"])
      return try writer.finish()
    }
  }

  /// Millions of dollars: crops, food and goods of no industry from China, crops from elsewhere.
  private var baseline: [UInt8] {
    get throws {
      var writer = TableWriter()
      writer.add("about", "id", texts: ["us-imports-2017"])
      writer.add("about", "year", integers: [2017])
      writer.add("origins", "name", texts: ["China", "Rest"])
      writer.add("origins", "countries", texts: ["CN", ""])
      let codes = try ["010110", "010110", "020110", "030110"].map {
        Int64(bitPattern: try HTSCode($0).raw)
      }
      writer.add("cells", "code", integers: codes)
      writer.add("cells", "origin", integers: [0, 1, 0, 0])
      writer.add("cells", "value", integers: [100, 100, 200, 30].map { $0 * 1_000_000 })
      writer.add("cells", "duty", integers: [10, 5, 0, 0].map { $0 * 1_000_000 })
      writer.add("cells", "provenance", integers: [0, 0, 0, 0])
      return try writer.finish()
    }
  }

  /// Rates are duty over customs value, goods of no industry spread, times customs value over the base's
  /// imports; spending stays where flows are spending without the tariff.
  @Test func ratesAreThoseCollected() throws {
    let base = try #require(try compile()["fine"]).base
    let usa = try #require(base.country("USA"))
    // Crops from China and elsewhere, food from China and elsewhere.
    let collected = [10.0 / 110, 5.0 / 100, 0, 0]
    let paid = [50 * 1.9, 100 * 1.1, 100 * 1.2, 20.0]
    let cells = [("A", "CHN"), ("A", "ROW"), ("B", "CHN"), ("B", "ROW")].map { sector, origin in
      base.flow(
        sector: base.sector(sector) ?? -1, importer: usa, exporter: base.country(origin) ?? -1)
    }
    let factor = 430 / cells.reduce(0) { $0 + base.trade[$1] }
    for (position, cell) in cells.enumerated() {
      #expect(abs(base.tariffs[cell] - collected[position] * factor) < 2e-6)
      #expect(abs(base.trade[cell] * (1 + base.tariffs[cell]) - paid[position]) < 2e-3)
    }
    #expect(abs(factor - 430 / 330) < 0.1)
    // The rates of others stand; services carry none and keep what is spent on them.
    let china = try #require(base.country("CHN"))
    #expect(abs(base.tariffs[base.flow(sector: 1, importer: china, exporter: usa)] - 0.4) < 1e-7)
    let service = base.flow(sector: 2, importer: usa, exporter: china)
    #expect(base.tariffs[service] == 0 && abs(base.trade[service] - 12.5) < 1e-3)
    #expect(base.notes.contains { $0.contains("services") && $0.contains("dollars of duty") })
  }

  @Test(arguments: [10_000_000, 12_000_000, 19_000_000, 30_000_000])
  func ratesFarFromWhatWasCollectedStopTheBuild(collected: Int) throws {
    let error = try #require(throws: RevenueError.self) {
      try compile(collected: collected)
    }
    #expect(error.collected == Double(collected) && error.importer == "USA")
    #expect(abs(error.revenue - error.collected) > 0.1 * error.collected)
    #expect("\(error)".contains("world base"))
  }

  /// A country buys as its region does, and divides what its region has together by its own spending.
  @Test func inputsComeFromTheRegion() throws {
    let base = try #require(try compile()["fine"]).base
    let (a, b, s) = (0, 1, 2)
    func input(_ country: Int, _ input: Int, _ using: Int) -> Double {
      base.inputs[(country * 3 + input) * 3 + using]
    }
    for (code, region) in [("USA", "USA"), ("CHN", "ROW"), ("ROW", "ROW")] {
      let country = try #require(base.country(code))
      let shares = try #require(Self.shares[region])
      let added = try #require(Self.added[region])
      let spent = (a: base.spending[a * 3 + country], b: base.spending[b * 3 + country])
      for using in [a, b] {
        let part = spent.a / (spent.a + spent.b)
        #expect(abs(input(country, a, using) - (1 - added[0]) * shares[0][0] * part) < 1e-6)
        #expect(abs(input(country, b, using) - (1 - added[0]) * shares[0][0] * (1 - part)) < 1e-6)
        #expect(
          abs(input(country, s, using) - (1 - added[0]) * (shares[0][1] + shares[0][2])) < 1e-6)
        #expect(abs(base.valueAddedShare[using * 3 + country] - added[0]) < 1e-6)
      }
      // Services together, weighed by what trade and haulage spend.
      let output = region == "USA" ? [2000.0, 1000] : [2500, 2000]
      let budgets = [output[0] * (1 - added[1]), output[1] * (1 - added[2])]
      let goods = (budgets[0] * shares[1][0] + budgets[1] * shares[2][0]) / output.reduce(0, +)
      #expect(abs(input(country, a, s) + input(country, b, s) - goods) < 1e-6)
      let all = 1 - budgets.reduce(0, +) / output.reduce(0, +)
      #expect(abs(base.valueAddedShare[s * 3 + country] - all) < 1e-6)
    }
    #expect(base.notes.contains { $0.contains("imputed from coarse") })
  }

  @Test func thetasAreTheSetsAndNeverTheFilesOwn() throws {
    let worlds = try compile()
    let fine = try #require(worlds["fine"])
    #expect(fine.thetaSets.map(\.name) == ["GYY", "U4"])
    #expect(fine.theta() == [3, 2, 5] && fine.theta("GYY") == [3, 2, 5])
    #expect(fine.theta("U4") == [4, 4, 4] && fine.theta("CP") == nil)
    // Those of a coarse sector are its twin's; all services have one.
    #expect(try #require(worlds["coarse"]).theta() == [3, 5, 5])
    #expect(fine.base.countries.map(\.name) == ["United States", "China", "Rest"])
  }

  /// The catalogue must follow the file's order, and the concordance must know the base's sectors.
  @Test func aCatalogueThatDoesNotFitIsNamed() throws {
    var swapped = Self.sectors
    swapped.swapAt(4, 5)
    let order = try #require(throws: RawFileError.self) { try compile(sectors: swapped) }
    #expect(order.file == "world-sectors.csv" && order.problem.contains("fine"))
    let unknown = Self.industries + ["322,C,,"]
    let industry = try #require(throws: RawFileError.self) { try compile(industries: unknown) }
    #expect(industry.file == "naics-icio.csv" && industry.problem.contains("'C'"))
    let missing = Self.industries.filter { !$0.hasPrefix("311") }
    let goods = try #require(throws: ArchiveError.self) { try compile(industries: missing) }
    #expect("\(goods)".contains("311111"))
  }
}
