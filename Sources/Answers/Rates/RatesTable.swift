public import JSONText
import TabularText
public import TariffLaw

/// The rates of a day for many goods and origins, as a table.
public struct RatesTable: Sendable {
  public let panel: LawPanel

  public static let header = [
    "hts", "origin", "status", "rate", "additional_rate", "detail",
  ]

  public init(_ panel: LawPanel) { self.panel = panel }

  /// - Throws: ``RequestError`` for a day outside the law, `LawBookError` when data is damaged.
  public init(_ request: RatesRequest, on day: Day, book: LawBook, knownOn: Day? = nil) throws {
    panel = try PanelMaker(book, knownOn: knownOn).panel(
      on: day, origins: request.origins(of: book),
      goods: request.filter(book.schedule, on: day))
  }

  /// Writes the table as comma-separated text, goods within origins.
  public func write(_ sink: ([UInt8]) throws -> Void) throws {
    var writer = CSVWriter()
    writer.append(Self.header)
    var bytes = writer.drain()
    let codes = panel.codes.map { Array($0.digits.utf8) }
    // The end of a row is the same for all cells alike.
    var ends: [[[UInt8]]?] = Array(repeating: nil, count: panel.kindsOfOrigin)
    for (position, origin) in panel.origins.enumerated() {
      let kind = panel.kind(of: position)
      let column = panel.column(position)
      let rows = ends[kind] ?? column.cells.map(Self.end)
      ends[kind] = rows
      let name = Array(",\(origin.text),".utf8)
      for (code, cell) in zip(codes, column.index) {
        bytes += code
        bytes += name
        bytes += rows[Int(cell)]
        if bytes.count > 1 << 20 {
          try sink(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
    }
    try sink(bytes)
  }

  static func end(of cell: LawPanel.Cell) -> [UInt8] {
    var writer = CSVWriter()
    writer.append([
      cell.status.rawValue, cell.rate?.decimalText() ?? "",
      cell.additionalRate?.decimalText() ?? "", detail(cell),
    ])
    return writer.bytes
  }

  static func detail(_ cell: LawPanel.Cell) -> String {
    cell.parts.map { "\($0.measure)=\($0.rate.decimalText())" }.joined(separator: " ")
  }

  /// How many cells there are of each status.
  public var byStatus: [EntryStatus: Int] {
    var counts: [EntryStatus: Int] = [:]
    for origin in panel.origins.indices {
      let column = panel.column(origin)
      var cells = [Int](repeating: 0, count: column.cells.count)
      for cell in column.index { cells[Int(cell)] += 1 }
      for (cell, count) in zip(column.cells, cells) { counts[cell.status, default: 0] += count }
    }
    return counts
  }

  /// What the table holds, in short.
  public var json: JSONValue {
    .object([
      ("on", .day(panel.day)),
      ("edition", .string(panel.edition.id)),
      ("codes", .integer(panel.codes.count)),
      ("origins", .integer(panel.origins.count)),
      ("cells", .integer(panel.codes.count * panel.origins.count)),
      ("kinds_of_origin", .integer(panel.kindsOfOrigin)),
      (
        "by_status",
        .object(
          byStatus.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { (name: $0.key.rawValue, value: .integer($0.value)) })
      ),
    ])
  }
}
