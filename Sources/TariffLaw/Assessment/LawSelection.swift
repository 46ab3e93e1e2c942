/// The terms and exemptions of a regime that may meet an origin on a day, by position: what else there
/// is need not be looked at.
struct LawSelection: Sendable {
  /// In the order of the regime.
  let measures: [Selected]

  /// What of one measure is selected.
  struct Selected: Sendable {
    let measure: Int
    /// Ascending.
    let terms: [Int]
    let exemptions: [Int]

    /// Whether a term is selected.
    func holds(_ term: Int) -> Bool {
      var low = 0
      var high = terms.count
      while low < high {
        let middle = (low + high) / 2
        if terms[middle] < term { low = middle + 1 } else { high = middle }
      }
      return low < terms.count && terms[low] == term
    }
  }
}

extension LawSelection {
  /// What may meet goods of an origin on a day.
  ///
  /// - Parameter fees: whether charges beside the duty are taken in.
  init(of regime: Regime, _ origin: CountryCode, on day: Day, knownOn: Day?, fees: Bool) {
    func meets(_ validity: Validity, _ scope: Scope) -> Bool {
      validity.applies(on: day, knownOn: knownOn)
        && scope.origins.contains(origin, on: day, groups: regime.groups)
    }
    measures = regime.measures.indices.compactMap { index in
      let measure = regime.measures[index]
      guard fees || measure.kind != .fee,
        knownOn != nil || regime.links[index].hull.contains(day)
      else { return nil }
      let terms = measure.terms.indices.filter {
        meets(measure.terms[$0].validity, measure.terms[$0].scope)
      }
      guard !terms.isEmpty else { return nil }
      return Selected(
        measure: index, terms: terms,
        exemptions: measure.exemptions.indices.filter {
          meets(measure.exemptions[$0].validity, measure.exemptions[$0].scope)
        })
    }
  }

  /// The same, less what is for other goods.
  func narrowed(to goods: GoodsVerdicts, in regime: Regime) -> LawSelection {
    LawSelection(
      measures: measures.compactMap { selected in
        let links = regime.links[selected.measure]
        let terms = selected.terms.filter { goods.covers(links.termGoods[$0]) != .no }
        guard !terms.isEmpty else { return nil }
        return Selected(
          measure: selected.measure, terms: terms,
          exemptions: selected.exemptions.filter {
            goods.covers(links.exemptionGoods[$0]) != .no
          })
      })
  }

  /// The lists its terms and exemptions ask about, ascending.
  func listsAsked(in regime: Regime) -> [Int] {
    var asked = [Bool](repeating: false, count: regime.lists.count)
    func mark(_ goods: MeasureLinks.ScopeGoods) {
      for list in goods.lists { asked[list] = true }
      for list in goods.except { asked[list] = true }
    }
    for selected in measures {
      let links = regime.links[selected.measure]
      for term in selected.terms { mark(links.termGoods[term]) }
      for exemption in selected.exemptions { mark(links.exemptionGoods[exemption]) }
    }
    return asked.indices.filter { asked[$0] }
  }
}
