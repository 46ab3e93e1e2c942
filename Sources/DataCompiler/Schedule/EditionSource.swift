import TariffLaw

/// Where an edition comes from and how its file is laid out; a row of the catalogue
/// `Data/sources/schedule.csv`.
struct EditionSource {
  /// The three layouts in which the schedule was published.
  enum Format: String {
    /// The tariff database of 2017: one row a rate line, a column a programme.
    case database
    /// The exports of 2018 to 2023: titled columns, units as a list, marks of italics.
    case titled = "2018"
    /// The exports since 2025.
    case plain = "2025"
  }

  let file: String
  let edition: Edition
  let format: Format
  /// A chapter that was renumbered between the file and the next, with the file to take it from.
  let replacement: (chapter: Int, file: String)?

  /// Reads the catalogue.
  static func catalogue(_ bytes: [UInt8]) throws(RawFileError) -> [EditionSource] {
    let name = "schedule.csv"
    let table = try RawTable(file: name, bytes: bytes)
    let columns = [
      try table.column("file"), try table.column("edition"), try table.column("title"),
      try table.column("from"), try table.column("published"), try table.column("format"),
      try table.column("suffixes"),
    ]
    let replaced = table.optionalColumn("chapter-from")
    var sources: [EditionSource] = []
    for (line, fields) in table.records {
      let value = columns.map { fields.field($0) }
      guard let from = Day(value[3]), let format = Format(rawValue: value[5]) else {
        throw RawFileError(file: name, line: line, problem: "needs a day and a known format")
      }
      sources.append(
        EditionSource(
          file: value[0],
          edition: Edition(
            id: value[1], title: value[2], from: from, published: Day(value[4]),
            holdsSuffixes: value[6] == "yes"),
          format: format, replacement: replacement(fields.field(replaced))))
    }
    return sources
  }

  /// `44=FILE`
  private static func replacement(_ text: String) -> (chapter: Int, file: String)? {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let chapter = Int(parts[0]) else { return nil }
    return (chapter, String(parts[1]))
  }
}
