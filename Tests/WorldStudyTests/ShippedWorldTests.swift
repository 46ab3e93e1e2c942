import TariffLaw
import TestSupport
import Testing
import TradeData
import WorldModel
import WorldStudy

/// The bases as they are shipped.
struct ShippedWorldTests {
  @Test(arguments: ["2017-7x44", "2017-81x28"])
  func theAccountsClose(id: String) throws {
    let base = try #require(try ShippedWorlds.world(id)).base
    let (count, size) = (base.countryCount, base.sectorCount)
    var bought = [Double](repeating: 0, count: size * count)
    for country in 0..<count {
      for using in 0..<size {
        for input in 0..<size {
          bought[input * count + country] +=
            base.inputs[(country * size + input) * size + using]
            * base.output[using * count + country]
        }
      }
    }
    let income = base.income
    for cell in bought.indices {
      let all = bought[cell] + base.finalShare[cell] * income[cell % count]
      #expect((all - base.spending[cell]).magnitude <= 1e-9 * income[cell % count])
      #expect(base.finalShare[cell] >= 0)
      #expect((0...1).contains(base.valueAddedShare[cell]))
    }
    #expect(base.deficit.reduce(0, +).magnitude < 1e-9 * base.worldValueAdded)
  }

  @Test func basesAreListed() throws {
    #expect(ShippedWorlds.ids == ShippedGround.bases)
    #expect(try ShippedWorlds.world("2017") == nil)
    let sizes = try ShippedWorlds.ids.map { id in
      let world = try #require(try ShippedWorlds.world(id))
      #expect(world.id == id && world.year == 2017 && world.money == 1e6)
      return [world.base.countryCount, world.base.sectorCount]
    }
    #expect(sizes == [[7, 44], [81, 28]])
  }

  /// Calculated duty of 2017 was 32.94 billion dollars (Census Bureau).
  @Test(arguments: ShippedGround.bases)
  func tariffsAreThoseOfTheYear(id: String) throws {
    let base = try #require(try ShippedWorlds.world(id)).base
    let usa = try #require(base.country("USA"))
    #expect(abs(base.revenue[usa] / 32_941 - 1) < 0.05)
    let goods = base.sectors.indices.filter { base.sectors[$0].isTradable }
    #expect(goods.count == (id == "2017-7x44" ? 22 : 27))
    for sector in base.sectors.indices {
      for importer in base.countries.indices {
        for exporter in base.countries.indices {
          let rate = base.tariffs[
            base.flow(sector: sector, importer: importer, exporter: exporter)]
          #expect(rate >= 0 && (rate == 0 || base.sectors[sector].isTradable))
          if exporter == importer { #expect(rate == 0) }
          // The false food rate is gone, and no other collected rate is like it.
          if importer == usa { #expect(rate < 0.35) }
        }
      }
    }
    #expect(base.notes.contains { $0.contains("rates of USA on goods are duty collected") })
  }

  /// Industries whose sizes are known tell whether the order of the numbers was read rightly.
  @Test func theIndustriesAreThoseTheyAreCalled() throws {
    let base = try #require(try ShippedWorlds.world("2017-7x44")).base
    let usa = try #require(base.country("USA"))
    let china = try #require(base.country("CHN"))
    func largest(importer: Int, exporter: Int) -> String {
      let flows = base.sectors.indices.map {
        base.trade[base.flow(sector: $0, importer: importer, exporter: exporter)]
      }
      return flows.indices.max { flows[$0] < flows[$1] }.map { base.sectors[$0].code } ?? ""
    }
    #expect(largest(importer: usa, exporter: china) == "C26")
    #expect(largest(importer: usa, exporter: try #require(base.country("JPN"))) == "C29")
    // Real estate is most of value added and is hardly traded.
    let estate = try #require(base.sector("L"))
    #expect(base.valueAddedShare[estate * base.countryCount + usa] > 0.7)
    #expect(base.output[estate * base.countryCount + usa] > 3.2e6)
    let refining = try #require(base.sector("C19"))
    #expect(base.valueAddedShare[refining * base.countryCount + usa] < 0.3)
  }

  @Test(arguments: ShippedGround.bases)
  func elasticitiesAreSets(id: String) throws {
    let world = try #require(try ShippedWorlds.world(id))
    #expect(
      world.thetaSets.map(\.name) == ["GYY", "FGO", "BSY", "CP", "Shap", "LL", "U4"])
    #expect(world.theta() == world.theta("GYY") && world.theta("none") == nil)
    for set in world.thetaSets.map(\.name) {
      let theta = try #require(world.theta(set))
      #expect(theta.allSatisfy { $0 > 0.5 && $0 < 65 })
      let services = world.base.sectors.indices.filter { !world.base.sectors[$0].isTradable }
      #expect(Set(services.map { theta[$0] }).count == 1)
    }
    let petroleum = try #require(world.base.sector("C19"))
    #expect(try #require(world.theta("CP"))[petroleum] == 64.85)
    #expect(try #require(world.theta())[petroleum] == 4)
  }

  @Test(arguments: 0..<200)
  func aDamagedBaseIsAnError(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let bytes = try #require(ShippedFiles.bytes("world-2017-7x44.tarifa")).array
    let changed = damaged(bytes, pieces: [], with: &random)
    switch Result(catching: { try ShippedWorld(Archive(Bytes(changed))) }) {
    case .success(let world):
      #expect(world.base.trade.count == world.base.tariffs.count)
    case .failure(let error):
      #expect(error is ArchiveError)
    }
  }
}
