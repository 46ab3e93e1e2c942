import ListSelection
import TestSupport

/// Problems with a seed, and an exhaustive search to hold answers against.
enum RandomProblem {
  /// Up to 16 candidates and 4 rows of every kind, a part of them impossible.
  static func small(_ seed: Int) -> SelectionProblem {
    var random = SplitMix(seed: seed &* 7919 &+ 1)
    let count = 1 + random.below(16)
    let values = (0..<count).map { _ in value(&random) }
    var problem = SelectionProblem(
      costs: values.map { value in
        let cost = value * Int64(random.below(100)) / 100 + Int64(random.below(5))
        return random.below(4) == 0 ? -cost : cost
      }, rows: [])
    let total = values.reduce(0, +)
    for row in 0..<(1 + random.below(4)) {
      let share = Int64(random.below(11))
      let goal = total * share / 10
      switch random.below(6) {
      case 0:
        let width = total * Int64(random.below(20)) / 200
        problem.rows.append(all("window \(row)", goal - width, goal + width, values))
      case 1: problem.rows.append(all("exact \(row)", goal, goal, values))
      case 2:
        let signed = values.map { $0 * Int64(random.below(1001) - 400) }
        problem.rows.append(all("floor \(row)", 0, nil, signed))
      case 3: problem.rows.append(all("cap \(row)", nil, goal, values))
      case 4:
        let number = Int64(random.below(count + 1))
        let least = random.below(2) == 0 ? nil : number - 1
        problem.rows.append(all("number \(row)", least, number, values.map { _ in 1 }))
      default:
        let columns = (0..<count).filter { _ in random.below(2) == 0 }
        problem.rows.append(
          SelectionRow(
            name: "part \(row)", lower: random.below(2) == 0 ? goal / 4 : nil, upper: goal / 2,
            columns: columns, values: columns.map { values[$0] }, isFirm: random.below(3) == 0))
      }
    }
    return problem
  }

  /// Log-normal values, a window, a floor, a cap on a share and a largest number.
  static func large(_ count: Int, seed: Int) -> SelectionProblem {
    var random = SplitMix(seed: seed)
    var values: [Int64] = []
    for _ in 0..<count {
      // Twelve uniform draws less six are close enough to a normal one.
      let normal = (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.below(1 << 20)) / 1048576 }
      values.append(Int64(power(15 + 2.2 * normal)))
    }
    let total = values.reduce(0, +)
    let target = total / 8
    let costs = values.map { $0 / 1000 * Int64(50 + random.below(200)) + 1 }
    let technology = values.map { $0 * Int64([-200, -200, 300, 800][random.below(4)]) }
    let consumer = values.map { $0 * Int64([-300, 100, 700][random.below(3)]) }
    return SelectionProblem(
      costs: costs,
      rows: [
        all("value", target - target / 1000, target + target / 1000, values),
        all("technology", 0, nil, technology), all("consumer", nil, 0, consumer),
        all("number", nil, Int64(count / 4), values.map { _ in 1 }),
      ])
  }

  /// The least cost over all choices, or `nil` when none satisfies the rows.
  static func exhaustive(_ problem: SelectionProblem) -> Int128? {
    let count = problem.costs.count
    var best: Int128?
    for pattern in 0..<(1 << count) {
      let chosen = (0..<count).map { pattern >> $0 & 1 == 1 }
      guard problem.isFeasible(chosen) else { continue }
      let objective = problem.objective(of: chosen)
      best = min(best ?? objective, objective)
    }
    return best
  }

  static func all(
    _ name: String, _ lower: Int64?, _ upper: Int64?, _ values: [Int64]
  ) -> SelectionRow {
    SelectionRow(
      name: name, lower: lower, upper: upper, columns: Array(values.indices), values: values)
  }

  private static func value(_ random: inout SplitMix) -> Int64 {
    Int64(random.below(Int(power(Double(3 + random.below(12)))))) + 1
  }

  /// e to a power, by squaring a small step: the same on every machine.
  private static func power(_ exponent: Double) -> Double {
    var result = 1 + exponent / 4096
    for _ in 0..<12 { result *= result }
    return result
  }
}
