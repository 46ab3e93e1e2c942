/// The law that can meet goods of an origin on a day, made once for a sweep over many goods.
public struct OriginLaw: Sendable {
  let day: Day
  let knownOn: Day?
  private let regime: Regime
  let selection: LawSelection
  /// The goods lists its terms and exemptions ask about, ascending.
  let listsAsked: [Int]

  /// - Parameters:
  ///   - knownOn: what the law was known to be on that day; `nil` for everything held.
  ///   - isUnclaimed: for entries that claim nothing, what only a claim opens is left out.
  public init(
    _ regime: Regime, origin: CountryCode, day: Day, knownOn: Day? = nil, isUnclaimed: Bool = true
  ) {
    let law = DayLaw(regime, day: day, knownOn: knownOn, isUnclaimed: isUnclaimed)
    self.init(law, law.kinds(of: [origin]).keys.first ?? [])
  }

  /// - Parameter key: the kind of origin, as ``DayLaw/kinds(of:)`` tells it.
  init(_ law: DayLaw, _ key: [Bool]) {
    day = law.day
    knownOn = law.knownOn
    regime = law.regime
    selection = law.selection(key)
    listsAsked = selection.listsAsked(in: regime)
  }

  /// The same law, less what is not selected.
  init(_ law: OriginLaw, keeping selection: LawSelection) {
    day = law.day
    knownOn = law.knownOn
    regime = law.regime
    self.selection = selection
    listsAsked = selection.listsAsked(in: law.regime)
  }

  /// The columns of the schedule that its terms refer to.
  var columns: [Column] {
    selection.measures.flatMap { selected in
      selected.terms.compactMap { position -> Column? in
        guard case .column(let column) = regime.measures[selected.measure].terms[position].duty
        else { return nil }
        return column
      }
    }
  }

  /// All goods lists.
  var lists: [GoodsList] { regime.lists }

  /// The default answer alone: totals and the lines that count, without bounds, readings, or the
  /// measures that do not apply.
  ///
  /// - Precondition: the entry's origin and day are those the law was made for.
  /// - Throws: ``StackingCycle`` when the law data displaces in a circle.
  public func reckon(
    _ entry: Entry, line: RateLine, good: ListedGood
  ) throws(StackingCycle) -> (total: Assessment.Total, lines: [AssessedLine]) {
    var evaluation = Evaluation(
      regime: regime, entry: entry, line: line, day: day, knownOn: knownOn,
      supposed: Supposition(), explains: false, selection: selection, goods: good.verdicts)
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
    let inquiry = Inquiry(
      regime: regime, entry: entry, line: line, knownOn: knownOn, selection: selection, goods: goods
    )
    return try inquiry.summary(bounded: bounded)
  }
}
