public import JSONText
public import TradeData

extension Manifest {
  /// The document of `data list`.
  public var json: JSONValue {
    .object([
      (
        "files",
        .array(
          files.map { file in
            .object([
              ("file", .string(file.name)), ("bytes", .integer(file.bytes)),
              ("sha256", .string(file.sha256)),
              (
                "tables",
                .array(
                  file.tables.map { table in
                    .object([
                      ("table", .string(table.name)), ("rows", .integer(table.rows)),
                      ("source", .string(table.source)), ("vintage", .string(table.vintage)),
                      ("notes", .string(table.notes)),
                    ])
                  })
              ),
            ])
          })
      )
    ])
  }

  /// The list as text.
  public var text: String {
    var page: [String] = []
    for file in files {
      page.append(
        "\(file.name)  \(Amount.grouped("\(file.bytes)")) bytes  sha256 \(file.sha256.prefix(16))…")
      for table in file.tables {
        page.append(
          "  " + Amount.left(table.name, 28) + Amount.right(Amount.grouped("\(table.rows)"), 9)
            + " rows  \(table.vintage)  \(table.source)"
            + (table.notes.isEmpty ? "" : " - \(table.notes)"))
      }
    }
    return page.joined(separator: "\n") + "\n"
  }
}
