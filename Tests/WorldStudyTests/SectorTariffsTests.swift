import TariffLaw
import Testing
import TradeAction
import TradeData
import WorldModel
import WorldStudy

struct SectorTariffsTests {
  /// Every dollar of imports is in some sector, and every dollar of duty.
  @Test(arguments: ShippedGround.bases)
  func everyDollarLands(id: String) throws {
    let baseline = try ShippedGround.imports.get().baseline
    let tariffs = try ShippedGround.tariffsOfList3()
    let found = try SectorTariffs(tariffs, of: baseline, on: ShippedGround.ground(id))
    let all = found.spreads.reduce(RateSpread(), +)
    #expect(abs(all.value - baseline.value.reduce(0, +)) < 1)
    var duty = 0.0
    var covered = 0.0
    for cell in tariffs.cells {
      let value = cell.indices.reduce(0) { $0 + baseline.value[$1] }
      duty += value * cell.change
      covered += value * cell.covered
    }
    #expect(abs(all.duty - duty) < 1 && abs(all.covered - covered) < 1)
    #expect(duty > 17e9 && duty < 18e9)
    // Services hold no goods, and nothing comes from the importer itself.
    let base = try #require(try ShippedWorlds.world(id)).base
    for sector in base.sectors.indices {
      #expect(base.sectors[sector].isTradable || found.spread(sector: sector).value == 0)
      #expect(found.spread(sector: sector, exporter: found.importer).value == 0)
    }
    #expect(found.exporters.map { base.countries[$0].code } == ["CHN"])
  }

  /// Of a hundred millions of furniture, three hundred of toys and a hundred that come back, list 3 lays
  /// 10% on the furniture.
  @Test(arguments: ShippedGround.bases)
  func goodsNotListedCount(id: String) throws {
    let imports = try ShippedGround.fewImports([
      ("94036080", "CN", 100), ("95030000", "CN", 300), ("98010010", "CN", 100),
      ("94036080", "MX", 70),
    ])
    let ground = try ShippedGround.ground(id)
    let base = ground.world.base
    let tariffs = try ShippedGround.tariffs("us-301-list-3", on: "2018-09-24", imports)
    let found = try SectorTariffs(tariffs, of: imports.baseline, on: ground)
    let sector = try #require(base.sector("C31T33"))
    let china = try #require(base.country("CHN"))
    let spread = found.spread(sector: sector, exporter: china)
    #expect(abs(spread.value - 500e6) < 1 && abs(spread.covered - 100e6) < 1)
    #expect(abs(spread.mean - 0.02) < 1e-12)
    // A fifth pays 10%: the mean of squares is 0.002.
    #expect(abs(spread.variance - 0.0016) < 1e-12)
    #expect(abs(spread.lossEquivalent - 0.002.squareRoot()) < 1e-12)
    #expect(found.total == spread)

    var shock = WorldShock(base)
    shock.add(found, on: base)
    let cell = base.flow(sector: sector, importer: found.importer, exporter: china)
    for other in shock.tariffs.indices where other != cell {
      #expect(shock.tariffs[other] == base.tariffs[other])
    }
    #expect(abs(shock.tariffs[cell] - base.tariffs[cell] - 0.02) < 1e-12)
  }

  /// A region takes the mean of its members by trade; an origin of several countries gives each its
  /// change, and its dollars by what the base has them sell.
  @Test func originsMapToCountriesOfTheBase() throws {
    let imports = try ShippedGround.fewImports([
      ("72083800", "KR BR", 100), ("72083800", "CA", 300), ("72083800", "DE FR", 80),
      ("72083800", "rest", 40),
    ])
    // Steel pays 25% but for the exempt; on this day Canada's and the Union's are.
    let tariffs = try ShippedGround.tariffs("us-232-metals-2018", on: "2018-04-15", imports)
    let rates = tariffs.cells.map { cell in
      (imports.baseline.origins[imports.baseline.origin[cell.indices.lowerBound]].name, cell.change)
    }
    let rest = try #require(rates.first { $0.0 == "rest" }).1
    #expect(rest > 0.1 && rest < 0.25 + 1e-9)
    #expect(!rates.contains { $0.0 == "CA" && $0.1 != 0 })

    let small = try ShippedGround.ground("2017-7x44")
    let regions = small.world.base
    let coarse = try SectorTariffs(tariffs, of: imports.baseline, on: small)
    let steel = try #require(regions.sector("C24"))
    func share(of code: String, in codes: [String]) throws -> Double {
      let sold = try codes.map { code in
        regions.trade[
          regions.flow(
            sector: steel, importer: coarse.importer,
            exporter: try #require(regions.country(code)))]
      }
      return try sold[#require(codes.firstIndex(of: code))] / sold.reduce(0, +)
    }
    let mixed = rates.first { $0.0 == "KR BR" }?.1 ?? 0
    let fromRest = try 40e6 * share(of: "ROW", in: ["CHN", "EU", "IND", "JPN", "ROW"])
    let fromMixed = try 100e6 * share(of: "ROW", in: ["BRA", "ROW"])
    let away = coarse.spread(sector: steel, exporter: try #require(regions.country("ROW")))
    #expect(abs(away.value - (300e6 + fromRest + fromMixed)) < 1)
    #expect(abs(away.mean - (fromRest * rest + fromMixed * mixed) / away.value) < 1e-12)
    #expect(abs(coarse.spreads.reduce(0) { $0 + $1.value } - 520e6) < 1)

    let large = try ShippedGround.ground("2017-81x28")
    let base = large.world.base
    let fine = try SectorTariffs(tariffs, of: imports.baseline, on: large)
    let iron = try #require(base.sector("C24A"))
    func spread(_ code: String) throws -> RateSpread {
      fine.spread(sector: iron, exporter: try #require(base.country(code)))
    }
    // The rest reaches every country that no origin names, the importer never.
    #expect(try abs(spread("CHN").mean - rest) < 1e-12 && spread("USA").value == 0)
    let (germany, france) = (try spread("DEU"), try spread("FRA"))
    #expect(abs(germany.value + france.value - 80e6) < 1)
    func sold(_ code: String) throws -> Double {
      base.trade[
        base.flow(
          sector: iron, importer: fine.importer, exporter: try #require(base.country(code)))]
    }
    #expect(
      abs(germany.value / france.value - (try sold("DEU") / (try sold("FRA")))) < 1e-9)
  }

  /// What China laid on exports, by sector of its imports from the United States.
  @Test(arguments: ShippedGround.bases)
  func anAnswerLandsWhole(id: String) throws {
    let ground = try ShippedGround.ground(id)
    let base = ground.world.base
    let (tariffs, exports) = try ShippedGround.answer(
      "cn", on: "2018-07-06", ["cn/retaliation/answer-to-section-301/list-34"])
    let found = try SectorTariffs(
      tariffs, of: exports, from: try #require(CountryCode("US")), on: ground)
    #expect(base.countries[found.importer].code == "CHN" && !found.weighsByBase)
    let all = found.spreads.reduce(RateSpread(), +)
    #expect(abs(all.value - tariffs.exports) < 1)
    #expect(abs(all.covered - tariffs.coveredExports) < 1)
    #expect(abs(all.duty - tariffs.cells.reduce(0) { $0 + $1.value * $1.change }) < 1)
    // Soybeans: nearly all crops pay 25%.
    let crops = try #require(base.sector(id == "2017-7x44" ? "A01_02" : "A01"))
    let usa = try #require(base.country("USA"))
    #expect(found.spread(sector: crops, exporter: usa).mean > 0.2)
    #expect(found.exporters == [usa])
  }

  /// Of Canada's lists the listed goods alone are held, and in the small base Canada is a part of the
  /// rest of the world: the base's own flows stand for the others, so that the change thins out.
  @Test func anEstimatedAnswerIsWeighedByTheBase() throws {
    let (tariffs, exports) = try ShippedGround.answer("ca", on: "2025-03-13", ["ca/*"])
    let origin = try #require(CountryCode("US"))
    var means: [Double] = []
    for id in ShippedGround.bases {
      let ground = try ShippedGround.ground(id)
      let found = try SectorTariffs(tariffs, of: exports, from: origin, on: ground)
      #expect(found.weighsByBase)
      let all = found.spreads.reduce(RateSpread(), +)
      #expect(abs(all.covered - tariffs.coveredExports) < 1)
      #expect(all.value > 2 * all.covered)
      means.append(all.mean)
    }
    #expect(means[0] > 0 && means[0] < means[1] / 2 && means[1] < 0.25)
  }

  @Test func anImporterInARegionIsRefused() throws {
    let ground = try ShippedGround.ground("2017-7x44")
    let (tariffs, exports) = try ShippedGround.answer(
      "cn", on: "2018-07-06", ["cn/retaliation/answer-to-section-301/list-34"])
    let error = try #require(throws: ActionError.self) {
      _ = try SectorTariffs(
        tariffs, of: exports, from: try #require(CountryCode("CN")), on: ground)
    }
    #expect(error.message.contains("2017-7x44") && error.message.contains("another base"))
  }
}
