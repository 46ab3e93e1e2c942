import TabularText
import TariffLaw

/// Reads one file into sums by code and origin.
struct PartReader {
  /// What the command says of the files.
  struct Choices: Hashable {
    /// The year to take; `nil` when the files hold one.
    var year: Int?
    /// Whether the columns of one month are summed, where a file has both.
    var monthly = false
  }

  private let file: String
  private let choices: Choices
  private let limits: ImportLimits
  private var plan: ColumnPlan?
  private var sum = PartSum()
  private var lastRow = 0
  /// What all amounts read so far add up to.
  private var total = 0
  private var recordsBeforeHeader = 0
  /// Texts of origins by their bytes, so that each is made once.
  private var origins: [[UInt8]: String] = [:]
  /// The same of codes and dates.
  private var codes: [[UInt8]: HTSCode] = [:]
  private var dates: [[UInt8]: (year: Int?, month: Int?)] = [:]

  /// Only texts that come again and again are kept.
  private static let textLimit = 1 << 16
  /// Notes may stand above a header, but not many.
  private static let recordsBeforeHeaderLimit = 20

  private init(file: String, choices: Choices, limits: ImportLimits) {
    self.file = file
    self.choices = choices
    self.limits = limits
  }

  /// - Parameters:
  ///   - sha256: what the file must hash to.
  ///   - progress: told the bytes of the file read so far.
  /// - Throws: ``ImportError`` naming the first record that cannot be taken.
  static func read(
    path: String, sha256: String, choices: Choices, limits: ImportLimits,
    progress: (Int) -> Void
  ) throws(ImportError) -> PartSum {
    let source = try PartSource(path: path, limits: limits)
    var reader = PartReader(file: source.name, choices: choices, limits: limits)
    var pieces = RecordPieces(source, limits: limits)
    while let (bytes, line) = try pieces.next() {
      try reader.read(bytes, from: line)
      progress(source.bytesRead)
    }
    guard source.finishHash() == sha256 else {
      throw ImportError("changed while it was read; import it again", file: source.name)
    }
    return try reader.finish()
  }

  private func finish() throws(ImportError) -> PartSum {
    guard plan != nil else {
      throw ImportError(
        "there is no header of a known layout; \(ImportLayout.expectation)", file: file, line: 1)
    }
    guard sum.rows > 0 else {
      throw ImportError("there are no records below the header", file: file)
    }
    return sum
  }

  private mutating func read(_ bytes: [UInt8], from line: Int) throws(ImportError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, ImportError> in
      var limits = CSVReader.Limits()
      limits.fields = 512
      limits.fieldBytes = self.limits.recordBytes
      var scanner = CSVScanner(buffer, firstLine: line, limits: limits)
      var fields: [CSVScanner.Field] = []
      do throws(ImportError) {
        while true {
          do throws(CSVError) {
            guard try scanner.next(into: &fields) else { return .success(()) }
          } catch {
            throw ImportError(
              "\(error)".replacingPlace(of: error), file: file, line: error.line,
              column: columnName(error.column))
          }
          try take(fields, scanner)
        }
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private func columnName(_ column: Int) -> String? {
    guard column > 0 else { return nil }
    if let plan, column <= plan.header.count { return plan.name(column - 1) }
    return "\(column)"
  }

  private mutating func take(
    _ fields: [CSVScanner.Field], _ scanner: CSVScanner
  ) throws(ImportError) {
    guard let plan else {
      let header = fields.map(scanner.text)
      plan = try ColumnPlan(
        header: header, file: file, line: scanner.line, monthly: choices.monthly)
      if let plan {
        sum.layout = plan.layout
        sum.basis = plan.basis.rawValue
        sum.isMonthly = plan.isMonthly
        return
      }
      recordsBeforeHeader += 1
      guard recordsBeforeHeader < Self.recordsBeforeHeaderLimit else {
        throw ImportError(
          "there is no header of a known layout; \(ImportLayout.expectation)", file: file, line: 1)
      }
      return
    }
    guard fields.count == plan.header.count else {
      throw ImportError(
        "the record has \(fields.count) fields, the header \(plan.header.count); was the file cut,"
          + " or is there a note to remove?", file: file, line: scanner.line)
    }
    sum.rows += 1
    guard sum.rows <= limits.rows else {
      throw ImportError(
        "has more than \(limits.rows) records; split it into parts", file: file,
        line: scanner.line)
    }
    let record = Record(fields: fields, scanner: scanner, plan: plan, file: file)
    if let row = plan.row { try checkNumber(record, row) }
    let amounts = try record.amounts()
    total += (amounts.value ?? 0) + (amounts.duty ?? 0) + (amounts.quantity ?? 0)
    guard total <= PartSum.limit else {
      throw record.error(nil, "the amounts so far add up to more than any trade")
    }
    if try record.isSummary() {
      sum.summaryRows += 1
      sum.summaryValue += amounts.value ?? 0
      return
    }
    let date = try date(record)
    if let stated = date.year {
      let wanted = choices.year ?? sum.year ?? stated
      if stated != wanted {
        guard choices.year != nil else {
          throw record.error(
            plan.year,
            "the records above are of \(wanted), this one of \(stated); choose with"
              + " --year")
        }
        sum.otherYearRows += 1
        sum.otherYearValue += amounts.value ?? 0
        return
      }
      sum.year = stated
    } else {
      guard let year = choices.year else {
        throw record.error(plan.year, "the file does not state its year; give --year")
      }
      sum.year = year
    }
    try checkMonth(date.month, record, amounts)
    let key = PartSum.Key(code: try code(record), origin: try origin(record))
    var cell = PartSum.Cell(
      line: scanner.line, rows: 1, value: amounts.value, duty: amounts.duty,
      quantity: amounts.quantity, unit: try record.unit(),
      unknownValue: amounts.isValueUnknown ? 1 : 0, unknownDuty: amounts.isDutyUnknown ? 1 : 0)
    if let known = sum.cells[key] {
      let added = cell
      cell = known
      // Below the cap of the file, the sums of a cell are as well.
      _ = cell.add(added)
    } else if sum.cells.count >= limits.cells {
      throw record.error(
        nil, "has more than \(limits.cells) pairs of code and origin; split it into parts")
    }
    sum.cells[key] = cell
  }

  private mutating func checkNumber(_ record: Record, _ column: Int) throws(ImportError) {
    let text = record.text(column)
    guard let number = Int(text) else {
      throw record.error(column, "'\(Printable.text(text))' is not the number of a record")
    }
    guard number == lastRow + 1 else {
      throw record.error(
        column,
        "record \(number) follows record \(lastRow); records are missing, repeated or out"
          + " of order")
    }
    lastRow = number
  }

  private mutating func checkMonth(
    _ month: Int?, _ record: Record, _ amounts: Record.Amounts
  ) throws(ImportError) {
    if sum.isMonthly {
      guard let month else {
        throw record.error(nil, "the columns of one month need a column that says which")
      }
      if record.plan.value != nil { sum.months |= 1 << (month - 1) }
    } else if let month, month != 12 {
      throw record.error(
        record.plan.month ?? record.plan.year,
        "the year to date of month \(month) is not a year; take the file of December, or the"
          + " columns of one month with --monthly")
    }
  }

  private mutating func code(_ record: Record) throws(ImportError) -> HTSCode {
    let bytes = record.bytes(record.plan.code)
    if let known = codes[bytes] { return known }
    let code = try record.code()
    if codes.count < Self.textLimit { codes[bytes] = code }
    return code
  }

  private mutating func date(_ record: Record) throws(ImportError) -> (year: Int?, month: Int?) {
    var bytes = record.plan.year.map(record.bytes) ?? []
    if let month = record.plan.month { bytes += [0x2C] + record.bytes(month) }
    if let known = dates[bytes] { return known }
    let date = try record.date()
    if dates.count < Self.textLimit { dates[bytes] = date }
    return date
  }

  private mutating func origin(_ record: Record) throws(ImportError) -> String {
    let bytes = record.bytes(record.plan.origin)
    if let known = origins[bytes] { return known }
    let text = record.text(record.plan.origin)
    guard let plain = CellText.plain(text) else {
      throw record.error(
        record.plan.origin, "'\(Printable.text(text))' is a formula, not a country")
    }
    guard !plain.isEmpty, plain.utf8.count <= 100 else {
      throw record.error(
        record.plan.origin,
        plain.isEmpty ? "the origin is empty" : "the name is too long for a country")
    }
    if origins.count < Self.textLimit { origins[bytes] = plain }
    return plain
  }
}

extension String {
  /// The message of an error without the place, which is told apart.
  fileprivate func replacingPlace(of error: CSVError) -> String {
    let place =
      error.column > 0 ? "line \(error.line), field \(error.column): " : "line \(error.line): "
    return hasPrefix(place) ? String(dropFirst(place.count)) : self
  }
}
