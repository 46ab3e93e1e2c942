extension Regime {
  /// Rows of goods lists whose code no edition of a schedule has, neither itself nor under it.
  public func goodsInNoEdition(of schedule: Schedule) -> [(list: String, code: HTSCode)] {
    var strays: [(list: String, code: HTSCode)] = []
    for (name, list) in goodsLists.sorted(by: { $0.key < $1.key }) {
      for row in list.rows where !schedule.hasAnything(under: row.code) {
        strays.append((name, row.code))
      }
    }
    return strays
  }
}
