import TabularText

/// A file of a world base: records with codes that must be known and numbers that must make sense.
package struct BaseTable {
  package let name: String
  private let table: CSVTable

  package init(name: String, bytes: [UInt8]) throws(BaseError) {
    self.name = name
    do throws(CSVError) {
      table = try CSVTable(bytes)
    } catch {
      throw BaseError(name, line: error.line, "\(error.problem)")
    }
  }

  package var header: [String] { table.header }

  /// The records, one after the other.
  package func rows<T>(
    _ columns: [String], _ make: (Row) throws(BaseError) -> T
  ) throws(BaseError) -> [T] {
    var positions: [String: Int] = [:]
    for (position, column) in table.header.enumerated() { positions[column] = position }
    for column in columns where positions[column] == nil {
      throw BaseError(
        name, line: 1, field: column,
        "the column is missing; the columns are \(columns.joined(separator: ", "))")
    }
    var made: [T] = []
    made.reserveCapacity(table.records.count)
    for record in table.records {
      made.append(
        try make(Row(file: name, line: record.line, fields: record.fields, positions: positions)))
    }
    return made
  }

  /// One record.
  package struct Row {
    let file: String
    let line: Int
    let fields: [String]
    let positions: [String: Int]

    package func text(_ column: String) throws(BaseError) -> String {
      let text = optionalText(column)
      guard !text.isEmpty else { throw fault(column, "the field is empty") }
      return text
    }

    package func optionalText(_ column: String) -> String { fields.field(positions[column]) }

    /// A number, at least as large as a limit.
    package func number(_ column: String, atLeast least: Double) throws(BaseError) -> Double {
      let text = try text(column)
      guard let value = Double(text), !value.isNaN else {
        throw fault(column, "'\(text)' is not a number")
      }
      guard value >= least else { throw fault(column, "\(text) is below \(least)") }
      return value
    }

    /// A finite number, at least as large as a limit.
    package func amount(_ column: String, atLeast least: Double) throws(BaseError) -> Double {
      let value = try number(column, atLeast: least)
      guard value.isFinite else { throw fault(column, "the number is not finite") }
      return value
    }

    /// The place of a code among those of another file.
    package func place(
      _ column: String, in places: [String: Int], of what: String
    ) throws(BaseError) -> Int {
      let code = try text(column)
      guard let place = places[code] else {
        throw fault(column, "'\(code)' is not among the \(what)")
      }
      return place
    }

    package func fault(_ column: String, _ text: String) -> BaseError {
      BaseError(file, line: line, field: column, text)
    }
  }
}
