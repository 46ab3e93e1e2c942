public import TariffLaw

/// How the answers of two days differ for cells alike: the rates before and after, and the measures
/// that came, went or changed.
public struct RateChange: Hashable, Sendable {
  /// `nil` when the schedule of the earlier day does not have the code as the end of its branch.
  public let before: LawPanel.Cell?
  /// The same for the later day.
  public let after: LawPanel.Cell?

  /// - Returns: `nil` when the two are equal.
  init?(_ before: LawPanel.Cell?, _ after: LawPanel.Cell?) {
    guard before != after else { return nil }
    self.before = before
    self.after = after
  }

  /// A measure that counts on one of the days only, or with another rate.
  public struct Measure: Hashable, Sendable {
    public let measure: String
    public let before: Fraction?
    public let after: Fraction?
  }

  /// In the order of the later day, those that went last.
  public var measures: [Measure] {
    guard let before, let after else { return [] }
    var changed: [Measure] = []
    for part in after.parts {
      let old = before.parts.first { $0.measure == part.measure }?.rate
      if old != part.rate {
        changed.append(Measure(measure: part.measure, before: old, after: part.rate))
      }
    }
    for part in before.parts where !after.parts.contains(where: { $0.measure == part.measure }) {
      changed.append(Measure(measure: part.measure, before: part.rate, after: nil))
    }
    return changed
  }

  /// By how much the rate differs; where the rate of a day is not known, that of the measures on top.
  /// `nil` when neither is known, or the code is there on one of the days only.
  public var difference: Fraction? {
    guard let before, let after else { return nil }
    if let old = before.rate, let new = after.rate { return new - old }
    if let old = before.additionalRate, let new = after.additionalRate { return new - old }
    return nil
  }

  /// By how much the rate of the schedule itself differs.
  public var scheduleDifference: Fraction? {
    guard let before, let after, let old = before.rate, let new = after.rate,
      let oldTop = before.additionalRate, let newTop = after.additionalRate
    else { return nil }
    return (new - newTop) - (old - oldTop)
  }
}
