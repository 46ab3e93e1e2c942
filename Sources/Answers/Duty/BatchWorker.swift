import TabularText
import TariffLaw

/// Prices pieces of a file of entries, one after another, on one thread.
struct BatchWorker {
  private let columns: BatchColumns
  private let books: BatchBooks
  private var ledgers: [BatchLedger] = []
  private var ledgerOf: [String: Int] = [:]
  private var summary = DutyBatch.Summary()
  private var output: [UInt8] = []

  init(columns: BatchColumns, books: BatchBooks) {
    self.columns = columns
    self.books = books
  }

  /// Prices the records of a piece.
  ///
  /// - Returns: the rows, in order, and their counts.
  mutating func price(
    _ bytes: [UInt8], line: Int
  ) throws -> (rows: [UInt8], summary: DutyBatch.Summary) {
    output.removeAll(keepingCapacity: true)
    summary = DutyBatch.Summary()
    try bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, firstLine: line)
      var fields: [CSVScanner.Field] = []
      while try scanner.next(into: &fields) { try add(Row(fields, scanner)) }
    }
    return (output, summary)
  }

  /// A record with its fields.
  private struct Row {
    private let fields: [CSVScanner.Field]
    let scanner: CSVScanner

    init(_ fields: [CSVScanner.Field], _ scanner: CSVScanner) {
      self.fields = fields
      self.scanner = scanner
    }

    func isEmpty(_ position: Int?) -> Bool {
      guard let position, position < fields.count else { return true }
      return fields[position].range.isEmpty
    }

    func text(_ position: Int?) -> String {
      guard let position, position < fields.count else { return "" }
      return scanner.text(fields[position])
    }

    func bytes(_ position: Int?) -> UnsafeBufferPointer<UInt8> {
      guard let position, position < fields.count else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return scanner.bytes(fields[position])
    }

    func list(_ position: Int?) -> [String] {
      text(position).split(separator: ";").map(String.init)
    }
  }

  private mutating func add(_ row: Row) throws {
    summary.rows += 1
    let start = output.count
    do {
      let ledger = try ledger(row)
      let entry = try entry(row, ledger)
      if !PlainFields.append(row.bytes(columns.id), to: &output) { append(id: row) }
      let status = try ledgers[ledger].price(entry, into: &output)
      summary.byStatus[status, default: 0] += 1
    } catch let error as RequestError {
      output.removeSubrange(start...)
      summary.byStatus[.badRow, default: 0] += 1
      var writer = CSVWriter()
      writer.append([
        row.text(columns.id), EntryStatus.badRow.rawValue, "", "", "", "", "", "",
        "line \(row.scanner.line): \(error)",
      ])
      output += writer.bytes
    }
  }

  private mutating func append(id row: Row) {
    var writer = CSVWriter()
    writer.append([row.text(columns.id)])
    output += writer.bytes.dropLast()
  }

  private mutating func ledger(_ row: Row) throws -> Int {
    if columns.importer == nil, !ledgers.isEmpty { return 0 }
    let importer = row.text(columns.importer)
    if let known = ledgerOf[importer] { return known }
    ledgers.append(BatchLedger(try books.tables(importer)))
    ledgerOf[importer] = ledgers.count - 1
    return ledgers.count - 1
  }

  // MARK: Reading

  private mutating func entry(_ row: Row, _ ledger: Int) throws -> Entry {
    guard row.isEmpty(columns.quantity), row.isEmpty(columns.unit),
      let code = PlainFields.code(row.bytes(columns.hts)),
      let origin = PlainFields.country(row.bytes(columns.origin)),
      let day = PlainFields.day(row.bytes(columns.date))
    else { return try carefully(row, ledger) }
    var entry = Entry(code: code, origin: origin, day: day)
    if !row.isEmpty(columns.value) {
      guard let value = PlainFields.amount(row.bytes(columns.value)) else {
        return try carefully(row, ledger)
      }
      entry.value = value
    }
    if !row.isEmpty(columns.claims) {
      let key = row.text(columns.claims)
      if let known = ledgers[ledger].claims[key] {
        entry.claims = known
      } else {
        entry.claims = try carefully(row, ledger).claims
        ledgers[ledger].claims[key] = entry.claims
      }
    }
    if !row.isEmpty(columns.facts) {
      let key = row.text(columns.facts)
      if let known = ledgers[ledger].facts[key] {
        entry.facts = known
      } else {
        entry.facts = try carefully(row, ledger).facts
        // A fact that names a component is one of the good's own.
        let definitions = ledgers[ledger].book.regime.facts
        if entry.facts.keys.allSatisfy({ definitions[$0] != nil }) {
          ledgers[ledger].facts[key] = entry.facts
        }
      }
    }
    return entry
  }

  /// The long way, which names what is wrong; the short one is for plain rows, which are nearly all.
  private func carefully(_ row: Row, _ ledger: Int) throws -> Entry {
    try DutyRequest(
      hts: row.text(columns.hts), origin: row.text(columns.origin), on: row.text(columns.date),
      value: row.text(columns.value), quantity: row.text(columns.quantity),
      unit: row.text(columns.unit), claims: row.list(columns.claims),
      facts: row.list(columns.facts)
    ).entry(in: ledgers[ledger].book)
  }
}
