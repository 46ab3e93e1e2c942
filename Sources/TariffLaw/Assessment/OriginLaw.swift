/// The law that can meet goods of an origin on a day, made once for a sweep over many goods.
public struct OriginLaw: Sendable {
  let day: Day
  let knownOn: Day?
  private let regime: Regime
  let selection: LawSelection

  /// - Parameter knownOn: what the law was known to be on that day; `nil` for everything held.
  public init(_ regime: Regime, origin: CountryCode, day: Day, knownOn: Day? = nil) {
    let law = DayLaw(regime, day: day, knownOn: knownOn)
    self.init(law, law.kinds(of: [origin]).keys.first ?? [])
  }

  /// - Parameter key: the kind of origin, as ``DayLaw/kinds(of:)`` tells it.
  init(_ law: DayLaw, _ key: [Bool]) {
    day = law.day
    knownOn = law.knownOn
    regime = law.regime
    selection = law.selection(key)
  }

  /// The same law, less what is not selected.
  init(_ law: OriginLaw, keeping selection: LawSelection) {
    day = law.day
    knownOn = law.knownOn
    regime = law.regime
    self.selection = selection
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

  /// The goods lists its terms and exemptions ask about.
  var listsAsked: Set<Int> {
    var lists: Set<Int> = []
    for selected in selection.measures {
      let links = regime.links[selected.measure]
      let scopes =
        selected.terms.map { links.termGoods[$0] }
        + selected.exemptions.map { links.exemptionGoods[$0] }
      for scope in scopes {
        lists.formUnion(scope.lists)
        lists.formUnion(scope.except)
      }
    }
    return lists
  }

  /// How many goods lists there are in all.
  var listCount: Int { regime.lists.count }

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
      supposed: Supposition(), explains: false, selection: selection)
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
      regime: regime, entry: entry, line: line, knownOn: knownOn, selection: selection, goods: goods
    )
    return try inquiry.summary(bounded: bounded)
  }
}
