public import TariffLaw
import TradeAction
import TradeImpact

/// A line of the baseline that the schedule of a brief's day numbers otherwise.
///
/// It is no candidate. But where the list has lines that stand for it, the list as an action reaches it
/// too, by the rule of ``CodeCarrier``.
public struct CarriedLine: Hashable, Sendable {
  /// Eight digits, in the numbering of the baseline.
  public let code: HTSCode
  /// Imports from the partner, dollars a year.
  public let value: Double
  /// Lines of the day that stand for it, with their shares; they add up to 1, or none is known.
  let successors: [HTSCode: Double]

  init(_ line: TradeLine, _ carrier: CodeCarrier, _ schedule: Schedule, edition: Int) {
    code = line.code
    value = line.value
    let pieces = carrier.pieces(of: line.code, in: edition) { schedule.contains($0, in: edition) }
    let total = pieces.codes.reduce(0) { $0 + $1.weight }
    successors = Dictionary(
      pieces.codes.map { ($0.code.prefix(8), Double($0.weight) / Double(total)) },
      uniquingKeysWith: +)
  }

  /// The part of its value that a list of lines reaches, dollars a year.
  func value(reachedBy lines: Set<HTSCode>) -> Double {
    value * successors.reduce(0) { lines.contains($1.key) ? $0 + $1.value : $0 }
  }
}
