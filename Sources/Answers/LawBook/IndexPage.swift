import TariffLaw

/// The first page: what is held, authority by authority, and what is missing.
struct IndexPage {
  /// The name under which the places that show a folder show it.
  static let path = "README.md"

  let regime: Regime
  let schedule: Schedule
  let authorities: [AuthoritySummary]
  let counts: [HeldCount]
  let latest: (day: Day, citation: String)?
  let idle: [IdleTerms]

  func lines(_ goods: GoodsWords) -> [String] {
    var lines = [
      "# Tariff law: \(MarkdownTable.escaped(regime.title))", "",
      "Written by `tarifa law book`: change the law files, not these pages.", "",
      "- Days held: \(regime.span)",
    ]
    if let latest {
      lines.append(
        "- Latest text held: \(latest.day), \(MarkdownTable.escaped(latest.citation))")
    }
    if let first = schedule.editions.first, let last = schedule.editions.last {
      lines.append(
        "- Schedule: \(LawWords.count(schedule.editions.count, "edition")), \(first.from) to "
          + "\(last.from)")
    }
    lines.append(
      "- [Goods lists](\(ListsPage.path)), [groups of countries and facts](\(WordsPage.path))")
    lines += ["", "## Authorities", ""] + authorityTable
    lines += [
      "", "A list that several authorities name counts for each, and once in the total.",
    ]
    if !counts.isEmpty {
      let agreeing = counts.count { $0.agrees }
      lines += [
        "", "## Lines held and official", "",
        "\(LawWords.count(counts.count, "official number")) of lines, \(agreeing) met, "
          + "\(counts.count - agreeing) not, each with the reason:", "",
      ]
      lines += PageWords.counts(counts)
    }
    if !idle.isEmpty {
      lines += [
        "", "## Terms that take in no line", "",
        "Their codes are not in the edition of the schedule held for their first day.", "",
      ]
      lines += idle.map {
        "- `\($0.measure.id)`: \(LawWords.count($0.terms.count, "term")) of "
          + "\(LawWords.grouped($0.measure.terms.count)), \(LawWords.runs($0.terms))"
      }
    }
    lines += ["", "## Known to be missing", ""]
    if regime.gaps.isEmpty {
      lines.append("Nothing is known to be missing.")
    } else {
      lines += ["An entry that meets one of these is warned.", ""] + gaps(goods)
    }
    if !regime.outside.isEmpty {
      lines += [
        "", "## Outside these pages", "", "No answer counts these, and none warns of them.", "",
      ]
      lines += regime.outside.map {
        "- \(MarkdownTable.escaped($0.text)) [\(MarkdownTable.escaped($0.citation))]"
      }
    }
    return lines
  }

  private var authorityTable: [String] {
    let lists = PrintedLaw.lists(of: regime.measures)
    let total = AuthoritySummary(
      authority: "Total", page: "", measures: regime.measures.count,
      terms: authorities.reduce(0) { $0 + $1.terms },
      exemptions: authorities.reduce(0) { $0 + $1.exemptions }, lists: lists.count,
      rows: lists.reduce(0) { $0 + (regime.goodsLists[$1]?.rows.count ?? 0) },
      counts: counts.count, agreeing: counts.count { $0.agrees })
    var lines = [
      "| Authority | Measures | Dated terms | Exemptions | Goods lists | Goods lines | Official counts met |",
      "|---|---|---|---|---|---|---|",
    ]
    for summary in authorities + [total] {
      let name = MarkdownTable.escaped(summary.authority)
      let numbers = [
        summary.measures, summary.terms, summary.exemptions, summary.lists, summary.rows,
      ].map(LawWords.grouped)
      let met = summary.counts == 0 ? "" : "\(summary.agreeing) of \(summary.counts)"
      let cells = [summary.page.isEmpty ? name : "[\(name)](\(summary.page))"] + numbers + [met]
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return lines
  }

  private func gaps(_ goods: GoodsWords) -> [String] {
    func column(_ title: String, _ value: (Gap) -> String) -> MarkdownTable.Column {
      MarkdownTable.Column(title: title, values: regime.gaps.map(value), lifts: false)
    }
    return MarkdownTable([
      column("What") { $0.text },
      column("Days") { LawWords.days($0.span) },
      column("Goods") { goods.words($0.scope.goods) },
      column("Origins") { LawWords.origins($0.scope.origins) },
      column("Citation") { $0.citation },
    ]).lines
  }
}
