import ListSelection
import TradeAction
public import TradeImpact
public import TariffLaw

/// A list chosen for a brief at one rate, with the proof of how good it is.
public struct Choice: Sendable {
  public let rate: Fraction
  /// Positions of the chosen candidates, in the order of the codes.
  public let chosen: [Int]
  /// By candidate.
  public let isChosen: [Bool]
  /// Dollars a year: the objective, and what no list that meets the brief can be below.
  public let objective: Double
  public let bound: Double
  /// Distance to the bound as a share of the objective.
  public let gap: Double
  /// Whether the gap is the one asked for.
  public let isProven: Bool
  /// How many parts the proof has, each checked in whole numbers.
  public let proofSteps: Int
  public let conditions: [ConditionState]
  /// By candidate: its objective less what it is worth to the conditions at their prices, dollars a
  /// year; negative for what the list is better with.
  public let reducedCosts: [Double]
  /// By candidate, each alone at the rate.
  public let impacts: [LineImpact]
  /// By candidate, dollars a year.
  public let costs: [Double]

  /// A condition and where the list stands on it.
  public struct ConditionState: Hashable, Sendable {
    public let condition: Condition
    /// In the unit of the condition.
    public let activity: Double
    public let lower: Double?
    public let upper: Double?
    /// What one unit more of the bound costs, dollars of the objective; zero where it does not bind.
    public let price: Double
  }
}

extension Choice {
  /// The distance of an objective from a bound, as a share of the objective.
  static func gap(_ objective: Double, over bound: Double) -> Double {
    objective == bound ? 0 : (objective - bound) / max(1, objective.magnitude)
  }

  init(_ selection: Selection, _ problem: DesignProblem, rate: Fraction) {
    self.rate = rate
    impacts = problem.terms.impacts
    let count = impacts.count
    var chosen = problem.must
    var reduced = [Double](repeating: -.infinity, count: count)
    var costs = [Double](repeating: 0, count: count)
    for index in 0..<count { costs[index] = problem.cost(of: index) }
    for (column, index) in problem.free.enumerated() {
      if selection.chosen[column] { chosen.append(index) }
      reduced[index] = selection.reducedCosts[column] / 100
    }
    self.chosen = chosen.sorted()
    var isChosen = [Bool](repeating: false, count: count)
    for index in chosen { isChosen[index] = true }
    self.isChosen = isChosen
    reducedCosts = reduced
    self.costs = costs
    objective = Double(selection.objective + Int128(problem.fixedCost)) / 100
    bound = Double(selection.bound + Int128(problem.fixedCost)) / 100
    gap = Self.gap(objective, over: bound)
    isProven = selection.isProven
    proofSteps = selection.proof.steps.count
    conditions = problem.conditions.indices.map { row in
      let condition = problem.conditions[row]
      let scale = condition.unit == .lines ? 1.0 : 100.0
      let settled = Double(problem.settled[row])
      let own = problem.problem.rows[row]
      // A price is cents of the objective a unit; units but lines are cents, too.
      return ConditionState(
        condition: condition, activity: (Double(selection.activities[row]) + settled) / scale,
        lower: own.lower.map { (Double($0) + settled) / scale },
        upper: own.upper.map { (Double($0) + settled) / scale },
        price: selection.rowPrices[row] * (condition.unit == .lines ? 0.01 : 1))
    }
  }
}
