import TabularText
import TariffLaw

/// One record of a file, read by the plan of its columns.
struct Record {
  /// Cents; a quantity is in hundredths of its unit.
  struct Amounts {
    /// `nil` where the record does not state it.
    var value: Int?
    var duty: Int?
    var quantity: Int?
    /// Whether the source withholds what the column is for.
    var isValueUnknown = false
    var isDutyUnknown = false
  }

  let fields: [CSVScanner.Field]
  let scanner: CSVScanner
  let plan: ColumnPlan
  let file: String

  func text(_ column: Int) -> String { scanner.text(fields[column]) }

  func bytes(_ column: Int) -> [UInt8] { Array(scanner.bytes(fields[column])) }

  func error(_ column: Int?, _ message: String) -> ImportError {
    ImportError(message, file: file, line: scanner.line, column: column.map(plan.name))
  }

  func code() throws(ImportError) -> HTSCode {
    let text = text(plan.code)
    guard let plain = CellText.plain(text) else {
      throw error(plan.code, "'\(Printable.text(text))' is a formula, not a code")
    }
    let code: HTSCode
    do {
      code = try HTSCode(plain)
    } catch let problem {
      throw error(plan.code, Printable.message("\(problem)"))
    }
    guard code.length >= 8 else {
      throw error(
        plan.code,
        "'\(code.digits)' has \(code.length) digits; imports go by rate lines (8) or statistical"
          + " codes (10), without their totals")
    }
    return code
  }

  /// The year and the month, where the record states them.
  func date() throws(ImportError) -> (year: Int?, month: Int?) {
    var year: Int?
    var month: Int?
    if let column = plan.year {
      let text = CellText.plain(self.text(column)) ?? ""
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count <= 2, let first = parts.first, first.utf8.count == 4,
        let number = Int(first), (1989...2199).contains(number)
      else {
        throw error(
          column, "'\(Printable.text(self.text(column)))' is not a year; write it as 2024")
      }
      year = number
      if parts.count == 2 { month = try monthNumber(String(parts[1]), column) }
    }
    if let column = plan.month {
      month = try monthNumber(CellText.plain(text(column)) ?? "", column)
    }
    return (year, month)
  }

  private func monthNumber(_ text: String, _ column: Int) throws(ImportError) -> Int {
    if let number = Int(text), (1...12).contains(number) { return number }
    if let place = ImportLayout.months.firstIndex(of: text.lowercased()) { return place + 1 }
    throw error(column, "'\(Printable.text(text))' is not a month; write 1 to 12")
  }

  func unit() throws(ImportError) -> String? {
    guard let column = plan.unit else { return nil }
    let text = text(column)
    guard let plain = CellText.plain(text) else {
      throw error(column, "'\(Printable.text(text))' is a formula, not a unit")
    }
    // A dash says that the goods are not counted.
    guard plain.utf8.count <= 64 else { throw error(column, "the unit is too long") }
    return plain.isEmpty || plain == "-" ? nil : plain
  }

  /// Whether the record is a sum over codes or countries, as the Census service marks them, or of a
  /// measure that is not taken.
  func isSummary() throws(ImportError) -> Bool {
    if let column = plan.codeLevel, text(column).uppercased() != "HS10" { return true }
    if let column = plan.originLevel, text(column).uppercased() != "DET" { return true }
    if !plan.months.isEmpty, role == nil { return true }
    return false
  }

  func amounts() throws(ImportError) -> Amounts {
    var amounts = Amounts()
    if !plan.months.isEmpty {
      guard let role else { return amounts }
      let total = try sum(plan.months)
      switch role {
      case .value:
        amounts.value = total
        amounts.isValueUnknown = total == nil
      case .duty:
        amounts.duty = total
        amounts.isDutyUnknown = total == nil
      default: amounts.quantity = total
      }
      return amounts
    }
    if let column = plan.value {
      amounts.value = try amount(column)
      amounts.isValueUnknown = amounts.value == nil
    }
    if let column = plan.duty {
      amounts.duty = try amount(column)
      amounts.isDutyUnknown = amounts.duty == nil
    }
    if let column = plan.quantity { amounts.quantity = try amount(column) }
    return amounts
  }

  /// What the record holds, where measures stand in rows.
  private var role: ImportLayout.Role? {
    guard let column = plan.measure else { return nil }
    let name = text(column).lowercased().split(separator: " ").joined(separator: " ")
    return [ImportLayout.Role.value, .duty, .quantity].first {
      ImportLayout.names[plan.layout]?[$0]?.contains(name) ?? false
    }
  }

  /// The sum of months; unknown when one of them is.
  private func sum(_ columns: [Int]) throws(ImportError) -> Int? {
    var total = 0
    var isKnown = true
    for column in columns {
      if let amount = try amount(column) { total += amount } else { isKnown = false }
    }
    return isKnown ? total : nil
  }

  /// Hundredths; `nil` when the source withholds the figure.
  private func amount(_ column: Int) throws(ImportError) -> Int? {
    let field = fields[column]
    switch AmountText(scanner.bytes(field)) {
    case .hundredths(let amount): return amount
    case .unknown: return nil
    case .negative:
      throw error(
        column, "'\(Printable.text(text(column)))' is negative; imports of a year are not")
    case .tooLarge:
      throw error(column, "'\(Printable.text(text(column)))' is more than any trade")
    case .unreadable:
      throw error(
        column,
        "'\(Printable.text(text(column)))' is not an amount; write digits, as 1234567 or"
          + " 1,234,567, or (D) where it is withheld")
    }
  }
}
