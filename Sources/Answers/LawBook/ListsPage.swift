import TariffLaw

/// The page of the goods lists that stand in files of their own.
struct ListsPage {
  static let path = "goods-lists.md"

  let regime: Regime
  let counts: [HeldCount]

  /// So many measures that name a list are written out.
  private static let named = 3

  var lines: [String] {
    let names = regime.goodsLists.keys.filter { !GoodsWords.isInline($0) }.sorted()
    var users: [String: [String]] = [:]
    for measure in regime.measures {
      for list in PrintedLaw.lists(of: [measure]) { users[list, default: []].append(measure.id) }
    }
    let gaps = Set(
      regime.gaps.flatMap { ($0.scope.goods?.lists ?? []) + ($0.scope.goods?.except ?? []) })
    func column(_ title: String, _ value: (String) -> String) -> MarkdownTable.Column {
      MarkdownTable.Column(title: title, values: names.map(value), lifts: false)
    }
    let inline = regime.goodsLists.count - names.count
    var lines = [
      "# Goods lists", "", PageWords.back, "",
      "\(LawWords.count(names.count, "list")) in files of their own, and "
        + "\(LawWords.count(inline, "list")) written where they are used. The longest code that "
        + "contains a good decides whether it is in or out.",
    ]
    if !counts.isEmpty {
      lines += ["", "## Lines held and official", ""] + PageWords.counts(counts)
    }
    guard !names.isEmpty else { return lines }
    lines += ["", "## Lists", ""]
    lines +=
      MarkdownTable([
        column("List") { $0 },
        column("Rows in") { rows($0) { $0.included } },
        column("Rows out") { rows($0) { !$0.included } },
        column("Digits") { digits($0) },
        column("Named by") { name in
          let measures = users[name] ?? []
          var words = measures.prefix(Self.named).map { $0 }
          if measures.count > Self.named {
            words.append("\(measures.count - Self.named) more measures")
          }
          if gaps.contains(name) { words.append("what is missing") }
          return words.isEmpty ? "nothing" : LawWords.list(words)
        },
      ]).lines
    return lines
  }

  private func rows(_ name: String, _ counted: (GoodsList.Row) -> Bool) -> String {
    let count = (regime.goodsLists[name]?.rows ?? []).count(where: counted)
    return LawWords.grouped(count)
  }

  /// `8` or `6, 8, 10`, with how many rows of each where they are mixed.
  private func digits(_ name: String) -> String {
    var count: [Int: Int] = [:]
    for row in regime.goodsLists[name]?.rows ?? [] { count[row.code.length, default: 0] += 1 }
    let sorted = count.sorted { $0.key < $1.key }
    return LawWords.list(
      sorted.map { sorted.count == 1 ? "\($0.key)" : "\($0.key) (\(LawWords.grouped($0.value)))" })
  }
}
