import TabularText
import TariffLaw

/// Prices pieces of a file of entries, one after another, on one thread.
struct BatchWorker {
  private let columns: BatchColumns
  private let books: BatchBooks
  private var pricers: [String: EntryPricer] = [:]
  /// The parts of a row that answers in common share, by importer and position.
  private var rendered: [String: [Rendered?]] = [:]
  private var editions: [String: [String]] = [:]
  private var claims: [String: [String]] = [:]
  private var facts: [String: [String: FactValue]] = [:]
  private var summary = DutyBatch.Summary()
  private var output: [UInt8] = []

  /// A row without its id and duty.
  private struct Rendered {
    let status: EntryStatus
    let start: [UInt8]
    let end: [UInt8]
  }

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
      while try scanner.next(into: &fields) { try add(fields, scanner) }
    }
    return (output, summary)
  }

  private mutating func add(_ fields: [CSVScanner.Field], _ scanner: CSVScanner) throws {
    summary.rows += 1
    func text(_ position: Int?) -> String {
      guard let position, position < fields.count else { return "" }
      return scanner.text(fields[position])
    }
    let importer = columns.importer.map { text($0) } ?? ""
    do {
      if pricers[importer] == nil {
        pricers[importer] = EntryPricer(try books.tables(importer))
        rendered[importer] = []
        editions[importer] = try books.tables(importer).book.schedule.editions.map(\.id)
      }
      let entry = try entry(fields, scanner, importer, text)
      append(id: text(columns.id))
      guard let answer = try pricers[importer]?.price(entry) else { return }
      let edition = answer.edition.flatMap { editions[importer]?[$0] } ?? ""
      switch answer.source {
      case .shared(let position): finish(position, importer, entry.value, edition)
      case .own(let priced): finish(render(priced), duty: priced.total.duty, edition)
      }
    } catch let error as RequestError {
      summary.byStatus[.badRow, default: 0] += 1
      var writer = CSVWriter()
      writer.append([
        text(columns.id), EntryStatus.badRow.rawValue, "", "", "", "", "", "",
        "line \(scanner.line): \(error)",
      ])
      output += writer.bytes
    }
  }

  // MARK: Reading

  private mutating func entry(
    _ fields: [CSVScanner.Field], _ scanner: CSVScanner, _ importer: String,
    _ text: (Int?) -> String
  ) throws -> Entry {
    let book = try books.tables(importer).book
    func isEmpty(_ position: Int?) -> Bool {
      guard let position, position < fields.count else { return true }
      return fields[position].range.isEmpty
    }
    // The long way names what is wrong; the short one is for the plain rows, which are nearly all.
    func slowly() throws -> Entry {
      func list(_ position: Int?) -> [String] {
        text(position).split(separator: ";").map(String.init)
      }
      return try DutyRequest(
        hts: text(columns.hts), origin: text(columns.origin), on: text(columns.date),
        value: text(columns.value), quantity: text(columns.quantity), unit: text(columns.unit),
        claims: list(columns.claims), facts: list(columns.facts)
      ).entry(in: book)
    }
    guard columns.hts < fields.count, columns.origin < fields.count, columns.date < fields.count,
      isEmpty(columns.quantity), isEmpty(columns.unit),
      let code = PlainFields.code(scanner.bytes(fields[columns.hts])),
      let origin = PlainFields.country(scanner.bytes(fields[columns.origin])),
      let day = PlainFields.day(scanner.bytes(fields[columns.date]))
    else { return try slowly() }
    var entry = Entry(code: code, origin: origin, day: day)
    if !isEmpty(columns.value), let position = columns.value {
      guard let value = PlainFields.amount(scanner.bytes(fields[position])) else {
        return try slowly()
      }
      entry.value = value
    }
    if !isEmpty(columns.claims) {
      let key = text(columns.claims)
      if let known = claims[importer + "\u{0}" + key] {
        entry.claims = known
      } else {
        let read = try slowly()
        claims[importer + "\u{0}" + key] = read.claims
        entry.claims = read.claims
      }
    }
    if !isEmpty(columns.facts) {
      let key = text(columns.facts)
      if let known = facts[importer + "\u{0}" + key] {
        entry.facts = known
      } else {
        let read = try slowly()
        // A fact that names a component is one of the good's own.
        if read.facts.keys.allSatisfy({ book.regime.facts[$0] != nil }) {
          facts[importer + "\u{0}" + key] = read.facts
        }
        entry.facts = read.facts
      }
    }
    return entry
  }

  // MARK: Writing

  private mutating func append(id: String) {
    var writer = CSVWriter()
    writer.append([id])
    output += writer.bytes.dropLast()
  }

  private mutating func finish(
    _ position: Int, _ importer: String, _ value: Fraction?, _ edition: String
  ) {
    while (rendered[importer]?.count ?? 0) <= position { rendered[importer]?.append(nil) }
    guard let priced = pricers[importer]?.shared[position] else { return }
    let row: Rendered
    if let known = rendered[importer]?[position] {
      row = known
    } else {
      row = render(priced)
      rendered[importer]?[position] = row
    }
    finish(row, duty: value.flatMap { priced.duty(on: $0) } ?? priced.total.duty, edition)
  }

  private mutating func finish(_ row: Rendered, duty: Fraction?, _ edition: String) {
    summary.byStatus[row.status, default: 0] += 1
    output += row.start
    if let duty { output += duty.moneyText.utf8 }
    output.append(UInt8(ascii: ","))
    output += edition.utf8
    output += row.end
  }

  private func render(_ priced: PricedEntry) -> Rendered {
    func text(_ value: Fraction?) -> String { value?.decimalText() ?? "" }
    let total = priced.total
    var start = CSVWriter()
    start.append([
      "", priced.status.rawValue, text(total.rate), text(total.additionalRate),
      text(total.rateLow), text(total.rateHigh), "",
    ])
    var end = CSVWriter()
    end.append(["", priced.detail])
    return Rendered(status: priced.status, start: Array(start.bytes.dropLast()), end: end.bytes)
  }
}
