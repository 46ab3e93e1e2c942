extension Regime {
  /// The law that is missing and may concern an entry.
  func gaps(meeting entry: Entry, on day: Day) -> [Gap] {
    gaps.filter { gap in
      gap.span.contains(day) && gap.scope.origins.contains(entry.origin, on: day, groups: groups)
        && covers(gap.scope, entry.code) != false
    }
  }

  /// Whether a measure may meet an origin on a day.
  public func mayCover(_ measure: Measure, _ origin: CountryCode, on day: Day) -> Bool {
    measure.terms.contains { term in
      term.validity.span.contains(day)
        && term.scope.origins.contains(origin, on: day, groups: groups)
    }
  }

  /// Whether a measure may meet a code on a day; a code of which only part is covered counts.
  public func mayCover(_ measure: Measure, _ code: HTSCode, on day: Day) -> Bool {
    measure.terms.contains { term in
      term.validity.span.contains(day) && covers(term.scope, code) != false
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
