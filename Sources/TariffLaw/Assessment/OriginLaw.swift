/// The law that can meet goods of an origin on a day, made once for a sweep over many goods.
public struct OriginLaw: Sendable {
  let day: Day
  let knownOn: Day?
  let regime: Regime

  /// - Parameter knownOn: what the law was known to be on that day; `nil` for everything held.
  public init(_ regime: Regime, origin: CountryCode, day: Day, knownOn: Day? = nil) {
    let law = DayLaw(regime, day: day, knownOn: knownOn)
    self.init(law, law.kinds(of: [origin]).keys.first ?? [])
  }

  /// - Parameter key: the kind of origin, as ``DayLaw/kinds(of:)`` tells it.
  init(_ law: DayLaw, _ key: [Bool]) {
    day = law.day
    knownOn = law.knownOn
    regime = law.regime(key)
  }

  /// Whether a term refers to a preferential rate, which only some lines have.
  var asksForPreferences: Bool {
    regime.measures.contains { measure in
      measure.terms.contains { if case .column(.special) = $0.duty { true } else { false } }
    }
  }

  /// The default answer alone: totals and the lines that count, without bounds, readings, or the
  /// measures that do not apply.
  ///
  /// - Precondition: the entry's origin and day are those the law was made for.
  /// - Throws: ``StackingCycle`` when the law data displaces in a circle.
  public func reckon(
    _ entry: Entry, line: RateLine
  ) throws(StackingCycle) -> (total: Assessment.Total, lines: [AssessedLine]) {
    var evaluation = Evaluation(
      regime: regime, entry: entry, line: line, day: day, knownOn: knownOn,
      supposed: Supposition(), explains: false, isNarrowed: true)
    let outcome = try evaluation.run()
    return (outcome.total, outcome.lines)
  }

  /// The status and the totals, as a full assessment finds them.
  ///
  /// - Parameters:
  ///   - goods: which goods lists hold the code, where that is known already.
  ///   - bounded: whether the bounds over missing facts are found too.
  func summary(
    _ entry: Entry, line: RateLine, goods: GoodsVerdicts?, bounded: Bool
  ) throws(StackingCycle) -> EntrySummary {
    var inquiry = Inquiry(
      regime: regime, entry: entry, line: line, knownOn: knownOn, isNarrowed: true, goods: goods)
    return try inquiry.summary(bounded: bounded)
  }
}
