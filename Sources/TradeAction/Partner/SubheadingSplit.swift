package import TariffLaw
import TradeData

/// How exports of a subheading go to the lines of the partner's schedule: by what the partner reports to
/// import on each, alike where it reports nothing.
package struct SubheadingSplit {
  /// Codes that are not divided further, with their weights; empty where the schedule has none.
  package let parts: [(code: HTSCode, weight: Double)]
  /// Whether reported imports told the parts apart, or there is one line only.
  package let isKnown: Bool

  /// - Parameter weights: by line of eight digits, in any unit.
  package init(
    _ subheading: HTSCode, _ schedule: Schedule, edition: Int, weights: [HTSCode: Double]
  ) {
    let codes = schedule.codes(under: subheading, in: edition)
    let ends = codes.indices.filter {
      $0 + 1 == codes.count || !codes[$0].contains(codes[$0 + 1])
    }
    .map { codes[$0] }
    // Parts of a line share its weight alike.
    let reported = ends.map { code in
      let line = code.prefix(8)
      let parts = ends.filter { $0.prefix(8) == line }.count
      return (weights[line] ?? 0) / Double(parts)
    }
    let isReported = reported.contains { $0 != 0 }
    parts = zip(ends, reported).map { ($0, isReported ? $1 : 1) }
    isKnown = isReported || Set(ends.map { $0.prefix(8) }).count <= 1
  }
}
