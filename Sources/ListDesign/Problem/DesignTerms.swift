import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// What each candidate counts for under one rate, in whole cents.
struct DesignTerms {
  let candidates: [Candidate]
  let impacts: [LineImpact]
  private let groups: [String: Int]

  init(_ pool: CandidatePool, _ impacts: [LineImpact]) {
    candidates = pool.candidates
    self.impacts = impacts
    groups = Dictionary(
      pool.brief.groups.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Dollars a year.
  func amount(_ term: Brief.Term, of index: Int) -> Double {
    let (line, impact) = (candidates[index].line, impacts[index])
    // A brief whose importer's market is not held has no term that needs it.
    let loss = impact.home?.buyersLoss ?? 0
    switch term {
    case .buyersLoss: return loss
    case .netLoss: return impact.home?.netLoss ?? 0
    // What no class is known of is borne by somebody: half is laid on each.
    case .usersLoss: return loss * firmsShare(of: index)
    case .consumersLoss: return loss * (1 - firmsShare(of: index))
    case .lostSales: return impact.lostSales
    case .captiveValue: return line.value * (line.partnerShare ?? 0)
    case .value: return line.value
    case .duty: return impact.duty
    case .line: return 1
    }
  }

  private func firmsShare(of index: Int) -> Double {
    switch candidates[index].endUse {
    case .capital, .intermediate: 1
    case .consumption: 0
    case .mixed, nil: 0.5
    }
  }

  func membership(of index: Int, in group: String) -> Double {
    groups[group].map { candidates[index].membership[$0] } ?? 0
  }

  /// What a weight makes of a candidate, dollars a year.
  func amount(_ weight: Brief.Weight, of index: Int) -> Double {
    let share = weight.group.map { membership(of: index, in: $0) } ?? 1
    return share == 0 ? 0 : amount(weight.term, of: index) * share * weight.weight.doubleValue
  }

  /// The objective of a candidate, dollars a year.
  func objective(_ weights: [Brief.Weight], of index: Int) -> Double {
    weights.reduce(0) { $0 + amount($1, of: index) }
  }

  /// What a candidate counts for the target, dollars a year.
  func amount(_ measure: Brief.Target.Measure, of index: Int) -> Double {
    switch measure {
    case .value: candidates[index].line.value
    case .duty: impacts[index].duty
    case .lostSales: impacts[index].lostSales
    }
  }

  static func cents(_ dollars: Double) -> Int64 { Int64((dollars * 100).rounded()) }
}
