import TariffLaw

/// What several pages of the printed law say alike.
enum PageWords {
  static let back =
    "[The law](\(IndexPage.path)); words and groups: [\(WordsPage.path)](\(WordsPage.path))."

  static let howToRead =
    "Of the terms that meet an entry on a day, the first applies. Lines are the eight-digit rate "
    + "lines the goods take in on the first day of the term, by the edition of the schedule held "
    + "for it; a day after \"to\" is the last."

  static func sums(_ summary: AuthoritySummary) -> String {
    LawWords.list([
      LawWords.count(summary.measures, "measure"), LawWords.count(summary.terms, "dated term"),
      LawWords.count(summary.exemptions, "exemption"), LawWords.count(summary.lists, "goods list"),
      LawWords.count(summary.rows, "goods line"),
    ])
  }

  /// A table of official numbers beside those held.
  static func counts(_ counts: [HeldCount]) -> [String] {
    func column(_ title: String, _ value: (HeldCount) -> String) -> MarkdownTable.Column {
      MarkdownTable.Column(title: title, values: counts.map(value), lifts: false)
    }
    return MarkdownTable([
      column("List") { LawWords.list($0.count.lists) },
      column("Official") { LawWords.grouped($0.count.official) },
      column("Held") { $0.held.map(LawWords.grouped) ?? "not known" },
      column("Difference") { held in
        switch held.difference {
        case nil: "not known"
        case 0?: "none"
        case let more? where more > 0: "\(LawWords.grouped(more)) more"
        case let fewer?: "\(LawWords.grouped(-fewer)) fewer"
        }
      },
      column("Counted") { $0.count.day.map { "rate lines of \($0)" } ?? "rows" },
      column("Rows") { LawWords.grouped($0.rows) },
      column("Source") { $0.count.source },
      column("Note") { $0.count.note ?? "" },
    ]).lines
  }

  static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}
