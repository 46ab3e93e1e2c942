import JSONText
import TabularText

/// A table of an answer, as pages, comma-separated files and workbooks show it.
public struct Table: Sendable {
  public struct Column: Hashable, Sendable {
    public let title: String
    /// What its numbers count; `nil` for texts.
    public let unit: Unit?

    public init(_ title: String, _ unit: Unit? = nil) {
      self.title = title
      self.unit = unit
    }
  }

  public enum Cell: Hashable, Sendable {
    case text(String)
    /// A number with the digits of the answer.
    case number(String)
    /// Not known, or not asked.
    case missing
  }

  public let name: String
  public let columns: [Column]
  public private(set) var rows: [[Cell]]

  /// - Parameter rows: each as long as there are columns.
  public init(_ name: String, _ columns: [Column], _ rows: [[Cell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  mutating func append(_ row: [Cell]) { rows.append(row) }

  /// The rows with the largest number in a column first, those without one last.
  func largestFirst(by title: String) -> Table {
    guard let place = columns.firstIndex(where: { $0.title == title }) else { return self }
    func size(_ row: [Cell]) -> Double { Double(row[place].plain) ?? -.infinity }
    let order = rows.indices.sorted { (size(rows[$1]), $0) < (size(rows[$0]), $1) }
    return Table(name, columns, order.map { rows[$0] })
  }

  func named(_ name: String) -> Table { Table(name, columns, rows) }

  /// Comma-separated text with a header; what a spreadsheet would take for a formula is guarded.
  public var csv: String {
    var writer = CSVWriter()
    writer.append(columns.map(\.title))
    for row in rows { writer.append(row.map(\.plain)) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension Table.Cell {
  static func number(_ value: Double?) -> Table.Cell {
    guard let value, case .number(let digits) = JSONValue.double(value) else { return .missing }
    return .number(digits)
  }

  static func text(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .missing }

  /// The cell of a value of an answer; lists are joined by semicolons.
  init(_ value: JSONValue?) {
    switch value {
    case .string(let text): self = .text(text)
    case .number(let digits): self = .number(digits)
    case .bool(let value): self = .text(value ? "yes" : "no")
    case .array(let items): self = .text(items.map { Table.Cell($0).plain }.joined(separator: "; "))
    case nil, .null, .object: self = .missing
    }
  }

  /// As it stands on a page, where the column counts in a unit: `$34.8 bn`.
  package func words(_ unit: Unit?) -> String {
    guard case .number(let digits) = self, let value = Double(digits), value.isFinite, let unit
    else { return plain }
    return unit.words(value)
  }

  /// As it stands in comma-separated text.
  package var plain: String {
    switch self {
    case .text(let text), .number(let text): text
    case .missing: ""
    }
  }
}
