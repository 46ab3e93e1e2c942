extension LawBook {
  /// The rate lines of an edition that a set of goods takes in.
  ///
  /// - Parameter edition: a position in the editions of the schedule.
  public func coverage(of goods: GoodsReference, in edition: Int) -> LineCoverage {
    var lines: Set<HTSCode> = []
    for name in goods.lists {
      for row in regime.goodsLists[name]?.rows ?? [] where row.included {
        // A listed suffix makes its line a candidate, for an edition may hold no suffixes.
        let under = row.code.length > 8 ? row.code.prefix(8) : row.code
        for code in schedule.codes(under: under, in: edition) where code.length >= 8 {
          lines.insert(code.prefix(8))
        }
      }
    }
    let scope = Scope(goods: goods)
    var whole = 0
    var partly = 0
    for line in lines {
      switch regime.covers(scope, line) {
      case true?: whole += 1
      case nil: partly += 1
      case false?: break
      }
    }
    return LineCoverage(whole: whole, partly: partly)
  }
}
