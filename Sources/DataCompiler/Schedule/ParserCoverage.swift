import TariffLaw

/// How much of the printed rates became structure, by edition and column.
public struct ParserCoverage: Sendable {
  /// Counts for one column of one edition, rate lines of the goods chapters only.
  public struct Cell: Sendable {
    public var parsed = 0
    public var total = 0
  }

  /// The editions in the order they were counted, each with its three columns.
  public private(set) var editions: [(id: String, columns: [Cell])] = []
  /// Texts that stay text, with how many rows of all editions print them.
  public private(set) var unparsed: [String: Int] = [:]

  /// Chapters above this one hold temporary provisions, not goods.
  private static let lastGoodsChapter = 98

  mutating func count(_ rows: [ScheduleRow], in edition: Edition) {
    var cells = [Cell(), Cell(), Cell()]
    for row in rows where row.code.length == 8 && row.code.chapter <= Self.lastGoodsChapter {
      for (column, text) in [row.general, row.special, row.other].enumerated() where !text.isEmpty {
        // A remark behind the last bracket belongs to no programme.
        let texts =
          column == 1
          ? SpecialRates(parsing: text).groups.filter { !$0.indicators.isEmpty }.map(\.rate)
          : [DutyText(parsing: text)]
        // A reference to other headings names where the rate stands; it is not a rate text.
        let open = texts.filter { $0.expression == nil && !$0.text.hasPrefix("See ") }
        cells[column].total += 1
        if open.isEmpty { cells[column].parsed += 1 }
        for text in open { unparsed[text.text, default: 0] += 1 }
      }
    }
    editions.append((edition.id, cells))
  }

  /// The counts and the open texts as a page of documentation.
  public var page: String {
    var lines = [
      "# What the duty-text parser reads",
      "",
      "Rate lines of chapters 1 to 98 whose printed rate became structure, of those that print one.",
      "A special column counts as read when each of its groups is a rate or a reference to another",
      "heading (`See …`), which is kept and reported as a reference. Written by `databuild`.",
      "",
      "| edition | general | special | column 2 |",
      "|---|---|---|---|",
    ]
    for (id, cells) in editions {
      let shown = cells.map { cell in
        let share = cell.total == 0 ? 100 : Double(cell.parsed) / Double(cell.total) * 100
        let hundredths = Int((share * 100).rounded(.down))
        return
          "\(cell.parsed) of \(cell.total) (\(hundredths / 100).\(twoDigits(hundredths % 100))%)"
      }
      lines.append("| \(id) | \(shown.joined(separator: " | ")) |")
    }
    lines += ["", "## What stays text", "", "| rows | text |", "|---|---|"]
    for (text, count) in unparsed.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("| \(count) | \(text.replacing("|", with: "/")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
