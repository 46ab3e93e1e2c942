import Foundation
import ListSelection
import TradeData

/// The exact choice of a list against HiGHS's own integer programming, on the same problem with the same gap.
///
/// Usage: selection [--ours] [FILE...], or selection --write FILE. Files are problems as `SelectionProblem.text`
/// writes them; without one the problem is made of the cells of China in the shipped baseline of 2017.
/// `--ours` leaves HiGHS alone out; HiGHS is stopped after two minutes.
@main
enum SelectionBenchmark {
  static func main() throws {
    var files = Array(CommandLine.arguments.dropFirst())
    if files.first == "--write", files.count == 2 {
      try shipped().text.write(toFile: files[1], atomically: true, encoding: .utf8)
      return
    }
    let withoutBaseline = files.first == "--ours"
    if withoutBaseline { files.removeFirst() }
    let problems =
      files.isEmpty
      ? [("china-2017", try shipped())]
      : try files.map {
        ($0, try SelectionProblem(text: String(contentsOfFile: $0, encoding: .utf8)))
      }
    let library = try HighsLibrary.installed()
    print("problem,candidates,rows,solver,seconds,objective,bound,gap,nodes,lps,cores,settled")
    for (name, problem) in problems {
      let size = "\(name),\(problem.costs.count),\(problem.rows.count)"
      var outcome: SelectionOutcome?
      var times: [Double] = []
      for _ in 0..<5 {
        let time = try ContinuousClock().measure {
          outcome = try SelectionSolver(library: library).solve(problem)
        }
        times.append(seconds(time))
      }
      let median = times.sorted()[2]
      switch outcome {
      case .chosen(let found):
        let effort = found.effort
        print(
          "\(size),tarifa,\(median),\(found.objective),\(found.bound),\(found.gap),"
            + "\(effort.nodes),\(effort.linearProgrammes),\(effort.cores),\(effort.settled)")
        guard try found.proof.bound(of: problem) == found.bound else {
          print("the proof does not hold")
          exit(1)
        }
      case .impossible: print("\(size),tarifa,\(median),impossible,,,,,,")
      case .undecided: print("\(size),tarifa,\(median),undecided,,,,,,")
      case nil: break
      }
      if withoutBaseline { continue }
      var plain: PlainMixedInteger.Result?
      let time = try ContinuousClock().measure {
        plain = try PlainMixedInteger(library: library, gap: 1e-4, seconds: 120).solve(problem)
      }
      if let plain {
        print(
          "\(size),highs,\(seconds(time)),\(plain.objective),\(plain.bound),\(plain.gap),"
            + "\(plain.nodes),,,")
      } else {
        print("\(size),highs,\(seconds(time)),nothing found,,,,,,")
      }
    }
  }

  private static func seconds(_ time: Duration) -> Double {
    let parts = time.components
    return ((Double(parts.seconds) + Double(parts.attoseconds) * 1e-18) * 1000).rounded() / 1000
  }

  /// Imports from China of $60 bn: costs are a quarter of the value, by what China supplies of the code; at least
  /// half from chapters 84, 85 and 90, at most a fifth from chapters 61 to 64, 94 and 95, no chapter above a quarter.
  private static func shipped() throws -> SelectionProblem {
    let baseline = try ImportBaseline.shipped2017()
    guard
      let china = baseline.origins.firstIndex(where: { $0.countries.contains { "\($0)" == "CN" } })
    else { return SelectionProblem(costs: [], rows: []) }
    var (values, totals): ([String: Double], [String: Double]) = ([:], [:])
    for (index, code) in baseline.codes.enumerated() {
      let key = "\(code)".filter(\.isNumber)
      totals[key, default: 0] += baseline.value[index]
      if baseline.origin[index] == china { values[key, default: 0] += baseline.value[index] }
    }
    let keys = values.filter { $0.value >= 1 }.keys.sorted()
    let value = keys.map { Int64(values[$0] ?? 0) }
    let costs = zip(keys, value).map { key, value -> Int64 in
      let share = Double(value) / max(1, totals[key] ?? 0)
      return Int64(0.25 * Double(value) * (0.15 + 0.85 * share))
    }
    func share(_ chapters: Set<String>, less level: Int64) -> [Int64] {
      zip(keys, value).map { key, value in
        value * ((chapters.contains(String(key.prefix(2))) ? 1000 : 0) - level)
      }
    }
    let all = Array(keys.indices)
    let target: Int64 = 60_000_000_000
    var rows = [
      SelectionRow(
        name: "value", lower: target / 100 * 99, upper: target / 100 * 101, columns: all,
        values: value),
      SelectionRow(
        name: "technology", lower: 0, columns: all, values: share(["84", "85", "90"], less: 500)),
      SelectionRow(
        name: "consumer", upper: 0, columns: all,
        values: share(["61", "62", "63", "64", "94", "95"], less: 200)),
    ]
    for (chapter, members) in Dictionary(grouping: all, by: { keys[$0].prefix(2) }).sorted(by: {
      $0.key < $1.key
    }) {
      rows.append(
        SelectionRow(
          name: "chapter \(chapter)", upper: target * 25 / 100, columns: members,
          values: members.map { value[$0] }))
    }
    return SelectionProblem(costs: costs, rows: rows)
  }
}
