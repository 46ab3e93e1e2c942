import Foundation
import Testing

import WorldModel

/// Shocks at the edge of what has an equilibrium: one comes out that holds, or an error that says why.
struct ExtremeShockTests {
  enum Shock: CaseIterable {
    case prohibitive, oneWayProhibitive, free, banned, bannedPair, bannedSector

    func change(_ base: WorldBase) -> WorldShock {
      var shock = WorldShock(base)
      let n = base.countryCount
      for flow in shock.tariffs.indices {
        let (sector, importer, exporter) = (flow / n / n, flow / n % n, flow % n)
        guard importer != exporter else { continue }
        switch self {
        case .prohibitive: shock.tariffs[flow] = 1000
        case .oneWayProhibitive: if importer == 0 { shock.tariffs[flow] = 1000 }
        case .free: shock.tariffs[flow] = 0
        case .banned: shock.tariffs[flow] = .infinity
        case .bannedPair: if importer + exporter == 1 { shock.tariffs[flow] = .infinity }
        case .bannedSector: if sector == 0 { shock.tariffs[flow] = .infinity }
        }
      }
      return shock
    }
  }

  @Test(arguments: Shock.allCases, 0..<12)
  func anEquilibriumOrATypedError(shock: Shock, seed: Int) throws {
    let base = try RandomWorld(
      countries: 3 + seed % 2, sectors: 2 + seed % 2, inputOutput: seed % 3 != 0,
      complete: seed % 2 == 0
    ).base(seed: 200 + seed)
    for rule in DeficitRule.allCases {
      for labour in LabourMobility.allCases {
        do throws(EquilibriumError) {
          let solver = try EquilibriumSolver(
            base, theta: base.ownTheta, options: SolverOptions(deficits: rule, labour: labour))
          let result = try solver.equilibrium(after: shock.change(solver.base))
          let check = EquationCheck(result)
          #expect(check.worst <= 1e-8, "\(shock) \(seed) \(rule) \(labour): \(check)")
          if shock == .banned {
            #expect(result.countries.allSatisfy { $0.imports.after == 0 })
          }
        } catch {
          // A country that makes none of a good cannot be cut off from it, and a deficit that stays must
          // be paid; nothing else is an excuse.
          switch error {
          case .nobodySells: #expect(seed % 2 == 1)
          case .noBalance: #expect(rule != .balanced && shock == .banned)
          case .notConverged(_, _, let deficits):
            #expect(deficits == .fixed && rule == .fixed, "\(shock) \(seed) \(labour): \(error)")
          case .rate: Issue.record(error)
          }
        }
      }
    }
  }

  /// A surplus country whose partners close their borders one by one cannot be paid any more.
  @Test func aDeficitThatCannotBePaidIsTold() throws {
    let base = try RandomWorld(countries: 3, sectors: 2, complete: true).base(seed: 3)
    let debtor = try #require(base.deficit.indices.max { base.deficit[$0] < base.deficit[$1] })
    var shock = WorldShock(base)
    for flow in shock.tariffs.indices where flow / 3 % 3 == debtor && flow % 3 != debtor {
      shock.tariffs[flow] = .infinity
    }
    let solver = try EquilibriumSolver(base, theta: base.ownTheta)
    do {
      _ = try solver.equilibrium(after: shock)
      Issue.record("a country that buys nothing has a deficit")
    } catch {
      guard case .noBalance(let country, true, false) = error else {
        Issue.record(error)
        return
      }
      #expect(country == base.countries[debtor].code)
      #expect("\(error)".contains("selling abroad but buying nothing"))
    }
  }

  @Test func aRateThatIsNoneIsTold() throws {
    let base = try RandomWorld().base(seed: 1)
    var shock = WorldShock(base)
    shock.tariffs[base.flow(sector: 1, importer: 2, exporter: 0)] = -1.5
    let solver = try EquilibriumSolver(base, theta: base.ownTheta)
    #expect(throws: EquilibriumError.rate(sector: "S1", exporter: "C0", importer: "C2", rate: -1.5))
    {
      try solver.equilibrium(after: shock)
    }
  }
}
