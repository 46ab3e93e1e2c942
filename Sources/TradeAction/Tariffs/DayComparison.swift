import TariffLaw
import TradeData

/// What chosen measures lay on one day less what they laid on an earlier one; each thread has one of
/// its own.
final class DayComparison {
  private let after: DayRates
  private let before: DayRates
  private let ground: TariffGround

  init(_ ground: TariffGround, after: DayRates, before: DayRates) {
    self.ground = ground
    self.after = after
    self.before = before
  }

  /// - Throws: errors of the law or the data.
  func tariffs(of origin: Int) throws -> OriginTariffs {
    var found = OriginTariffs()
    let new = try after.rates(of: origin)
    let old = try before.rates(of: origin)
    for position in new.indices {
      let indices = ground.cells[origin][position]
      guard let now = new[position], let then = old[position] else { continue }
      if let failure = now.failure ?? then.failure {
        found.unpriced.append(ActionTariffs.Unpriced(indices: indices, reason: failure))
        continue
      }
      var changes = now.byMeasure
      let past = then.byMeasure
      for (measure, rate) in past { changes[measure] = (changes[measure] ?? 0) - rate }
      changes = changes.filter { !$0.value.isZero }
      let level = past.values.reduce(Fraction.zero, +)
      var covered = Fraction.zero
      var assumed = Fraction.zero
      for part in now.shares where part.byMeasure.values.reduce(Fraction.zero, +) != level {
        covered += part.share
        if part.isAssumed { assumed += part.share }
      }
      let change = changes.values.reduce(Fraction.zero, +)
      guard !change.isZero else { continue }
      found.cells.append(
        ActionTariffs.Cell(
          indices: indices, change: change.doubleValue,
          byMeasure: changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.doubleValue) },
          covered: covered.doubleValue, assumed: assumed.doubleValue))
    }
    return found
  }
}
