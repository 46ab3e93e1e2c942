import TariffLaw
import TradeData

/// Copies columns of raw files into tables, as the catalogue `Data/sources/tables.csv` names them:
/// `table, file, columns`, a column being `NAME:KIND` with kind text, integer or number.
struct TableCatalogue {
  let folder: RawFolder

  /// - Throws: ``RawFileError`` when a number cannot be read; an empty number is unknown.
  func compile(_ catalogue: [UInt8]) throws(RawFileError) -> TableWriter {
    let list = try RawTable(file: "tables.csv", bytes: catalogue)
    let name = try list.column("table")
    let file = try list.column("file")
    let columns = try list.column("columns")
    var writer = TableWriter()
    for (_, fields) in list.records {
      let raw = try RawTable(folder, fields.field(file))
      for column in fields.field(columns).split(separator: " ") {
        let parts = column.split(separator: ":").map(String.init)
        let position = try raw.column(parts[0])
        try add(
          fields.field(name), parts[0], kind: parts.count > 1 ? parts[1] : "text", raw, position,
          to: &writer)
      }
    }
    return writer
  }

  private func add(
    _ table: String, _ column: String, kind: String, _ raw: RawTable, _ position: Int,
    to writer: inout TableWriter
  ) throws(RawFileError) {
    switch kind {
    case "integer":
      var values: [Int64] = []
      for (line, fields) in raw.records {
        guard let value = Double(fields.field(position)), value == value.rounded() else {
          throw RawFileError(file: raw.file, line: line, problem: "'\(column)' is no whole number")
        }
        values.append(Int64(value))
      }
      writer.add(table, column, integers: values)
    case "number":
      var values: [Double] = []
      for (line, fields) in raw.records {
        let text = fields.field(position)
        guard let value = text.isEmpty || text == "NA" ? .nan : Double(text) else {
          throw RawFileError(file: raw.file, line: line, problem: "'\(column)' is no number")
        }
        values.append(value)
      }
      writer.add(table, column, doubles: values)
    default:
      writer.add(table, column, texts: raw.records.map { $0.fields.field(position) })
    }
  }
}
