/// A Markdown table that says each thing once: what is the same in every row stands above it, and
/// a long value that several rows share stands below it under a mark.
struct MarkdownTable {
  /// A column by its title; the values of a column that cannot be lifted stay in the table.
  struct Column {
    let title: String
    let values: [String]
    var lifts = true
  }

  private let columns: [Column]
  private let rows: Int

  init(_ columns: [Column]) {
    self.columns = columns
    rows = columns.first?.values.count ?? 0
  }

  /// From so many characters on a value is worth a mark.
  private static let long = 44

  /// The table; a single row becomes a list of its values.
  var lines: [String] {
    guard rows > 0 else { return [] }
    var shared: [String] = []
    var shown: [Column] = []
    for column in columns {
      let first = column.values[0]
      if column.lifts, column.values.allSatisfy({ $0 == first }) {
        if !first.isEmpty { shared.append("- \(column.title): \(Self.escaped(first))") }
      } else {
        shown.append(column)
      }
    }
    guard rows > 1 || shared.isEmpty else { return shared }
    var legend: [String] = []
    let cells = shown.map { marked($0, &legend) }
    var lines = shared
    if !shared.isEmpty { lines.append("") }
    lines.append("| " + shown.map(\.title).joined(separator: " | ") + " |")
    lines.append("|" + String(repeating: "---|", count: shown.count))
    for row in 0..<rows {
      lines.append("| " + cells.map { $0[row] }.joined(separator: " | ") + " |")
    }
    if !legend.isEmpty { lines += [""] + legend }
    return lines
  }

  /// The cells of a column, with marks for long values that come more than once.
  private func marked(_ column: Column, _ legend: inout [String]) -> [String] {
    var count: [String: Int] = [:]
    for value in column.values { count[value, default: 0] += 1 }
    var marks: [String: String] = [:]
    return column.values.map { value in
      guard value.count > Self.long, count[value, default: 0] > 1 else {
        return Self.escaped(value)
      }
      if let mark = marks[value] { return mark }
      let mark = "\(column.title) \(marks.count + 1)"
      marks[value] = mark
      legend.append("- \(mark): \(Self.escaped(value))")
      return mark
    }
  }

  /// Text that Markdown takes as it stands.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "|", "<", "*", "\\": escaped += "\\\(character)"
      case "\n": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
