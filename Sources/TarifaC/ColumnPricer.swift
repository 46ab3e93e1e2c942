import TarifaCHeader
import TariffLaw

/// Prices columns of entries on one thread at a time, and keeps what it learns for the next call.
final class ColumnPricer {
  private let library: LawLibrary
  private var ledgers: [Ledger] = []
  private var ledgerOf: [String: Int] = [:]
  let details = DetailTexts()
  let block = Block()
  /// Rows of this call by status.
  let counts: UnsafeMutablePointer<Int64> = .allocate(capacity: TARIFA_STATUS_COUNT)

  init(_ library: LawLibrary) { self.library = library }

  deinit { counts.deallocate() }

  /// Whether what is kept has outgrown its use.
  var isOvergrown: Bool {
    details.keptCount > 1 << 20 || ledgers.contains { $0.isOvergrown }
  }

  /// Prices all rows.
  ///
  /// - Returns: the details, in the order of the numbers that the answers hold.
  /// - Throws: ``Misuse``, or ``LawBookError`` when the law or the data is damaged.
  func price(_ entries: tarifa_entries, _ answers: inout tarifa_answers) throws -> TextBytes {
    let columns = try EntryColumns(entries)
    let output = try AnswerColumns(answers)
    details.begin()
    counts.update(repeating: 0, count: TARIFA_STATUS_COUNT)
    var first = 0
    while first < columns.rows {
      let count = min(Block.size, columns.rows - first)
      // Blocks begin at multiples of 64 rows, so that validities are written by whole words.
      var start = first
      while start < first + count {
        let (ledger, end) = try run(columns, from: start, to: first + count)
        if let ledger {
          try price(ledger, columns, start..<end, block: first, output)
        } else {
          try refuse(columns, start..<end, block: first, output)
        }
        start = end
      }
      (block.present + count).update(repeating: 0, count: -count & 63)
      output.writeValidities(block.present, first: first, count: count)
      first += count
    }
    withUnsafeMutableBytes(of: &answers.counts) {
      $0.copyBytes(from: UnsafeRawBufferPointer(start: counts, count: $0.count))
    }
    return details.texts
  }

  // MARK: Importers

  /// The rows from one on that name the same importer; no ledger for one whose law is not held.
  private func run(
    _ columns: EntryColumns, from start: Int, to end: Int
  ) throws -> (Ledger?, end: Int) {
    if columns.importer.isAbsent { return (try ledger(""), end) }
    let own = columns.importer.bytes(start)
    var position = start + 1
    while position < end, columns.importer.bytes(position).elementsEqual(own) { position += 1 }
    return (try ledger(String(decoding: own, as: UTF8.self)), position)
  }

  private func ledger(_ importer: String) throws -> Ledger? {
    if let known = ledgerOf[importer] { return ledgers[known] }
    guard let law = try library.law(of: importer) else { return nil }
    let number = ledgerOf[law.tables.book.regime.importer] ?? ledgers.count
    if number == ledgers.count {
      ledgers.append(Ledger(law.tables, firstEdition: law.firstEdition))
      ledgerOf[law.tables.book.regime.importer] = number
    }
    ledgerOf[importer] = number
    return ledgers[number]
  }

  private func refuse(
    _ columns: EntryColumns, _ rows: Range<Int>, block first: Int, _ output: AnswerColumns
  ) throws {
    let importer = columns.text(columns.importer, rows.lowerBound)
    let detail = details.number(ofRow: "importer: there is no law of '\(importer)'")
    for row in rows { writeRefusal(row, detail, block: first, output) }
  }

  // MARK: Rows

  private func price(
    _ ledger: Ledger, _ columns: EntryColumns, _ rows: Range<Int>, block first: Int,
    _ output: AnswerColumns
  ) throws {
    let plain = PlainColumns(columns: columns, first: rows.lowerBound, count: rows.count)
    plain.readCodes(into: block.codes)
    plain.readOrigins(into: block.origins)
    plain.readDays(into: block.days)
    plain.readValues(into: block.cents, block.amounts)
    plain.readQuantities(ledger.statements, into: block)
    plain.readCircumstances(ledger.statements, into: block.circumstances)
    locate(ledger, rows.count)
    try number(ledger, rows.count)
    try answer(ledger, rows.count)
    try write(ledger, columns, rows, block: first, output)
  }
}
