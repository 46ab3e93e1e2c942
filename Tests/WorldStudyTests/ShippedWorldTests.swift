import Foundation
import TariffLaw
import Testing
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
}
