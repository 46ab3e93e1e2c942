extension Regime {
  /// Whether a measure may meet goods of a code and origin on a day, claims and facts aside: a quick
  /// test before a full assessment. A code of which only part is covered counts.
  public func mayCover(
    _ measure: Measure, _ code: HTSCode, _ origin: CountryCode, on day: Day
  ) -> Bool {
    measure.terms.contains { term in
      term.validity.span.contains(day)
        && term.scope.origins.contains(origin, on: day, groups: groups)
        && covers(term.scope, code) != false
    }
  }

  /// Whether the goods of a scope hold a code; `nil` when only part of it.
  public func covers(_ scope: Scope, _ code: HTSCode) -> Bool? {
    guard let goods = scope.goods else { return true }
    func verdict(_ names: [String]) -> Bool? {
      var partly = false
      for name in names {
        // The law files are checked for lists that do not exist.
        guard let list = goodsLists[name] else { continue }
        switch list.contains(code) {
        case true?: return true
        case nil: partly = true
        case false?: break
        }
      }
      return partly ? nil : false
    }
    switch (verdict(goods.lists), verdict(goods.except)) {
    case (.some(false), _), (_, .some(true)): return false
    case (.some(true), .some(false)): return true
    default: return nil
    }
  }
}
