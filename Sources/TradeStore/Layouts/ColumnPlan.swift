import TradeData

/// Where the columns of a file stand and which of them are read.
struct ColumnPlan {
  let layout: ImportLayout
  let basis: ImportedSet.Basis
  /// The header as the file writes it.
  let header: [String]
  /// Whether the amounts of a record are one month's, so that a year needs twelve.
  let isMonthly: Bool
  let code: Int
  let origin: Int
  let year: Int?
  let month: Int?
  let row: Int?
  let unit: Int?
  let value: Int?
  let duty: Int?
  let quantity: Int?
  let measure: Int?
  /// Columns of the twelve months of a record, in order; empty in other shapes.
  let months: [Int]
  let codeLevel: Int?
  let originLevel: Int?

  /// - Parameter monthly: whether the columns of one month are asked for.
  /// - Returns: `nil` when the record heads no known layout.
  /// - Throws: ``ImportError`` when it heads one but lacks a column, or has it twice.
  init?(header: [String], file: String, line: Int, monthly: Bool) throws(ImportError) {
    let names = header.map(Self.normalized)
    func position(_ layout: ImportLayout, _ role: ImportLayout.Role) -> Int? {
      for name in ImportLayout.names[layout]?[role] ?? [] {
        if let found = names.firstIndex(of: name) { return found }
      }
      return nil
    }
    guard
      let layout = ImportLayout.allCases.first(where: { layout in
        position(layout, .code) != nil && position(layout, .origin) != nil
      }), let code = position(layout, .code), let origin = position(layout, .origin)
    else { return nil }
    for (place, name) in names.enumerated() where names[..<place].contains(name) && !name.isEmpty {
      throw ImportError(
        "the header has this column twice; remove one", file: file, line: line,
        column: Printable.text(header[place]))
    }
    func find(_ role: ImportLayout.Role) -> Int? { position(layout, role) }
    let months = ImportLayout.months.compactMap { names.firstIndex(of: $0) }
    let measure = find(.measure)
    if measure != nil, (1..<12).contains(months.count) {
      throw ImportError(
        "the header has \(months.count) of twelve months; export the whole year", file: file,
        line: line)
    }
    var basis = ImportedSet.Basis.consumption
    if layout == .plain { basis = .unstated }
    if measure != nil, months.count == 12 {
      self.months = months
      isMonthly = false
      value = nil
      duty = nil
      quantity = nil
    } else {
      self.months = []
      let hasYear = find(.value) != nil || find(.generalValue) != nil || find(.duty) != nil
      let takesMonth =
        layout == .census && (monthly || !hasYear)
        && (find(.monthValue) != nil || find(.monthGeneralValue) != nil)
      let hasConsumption = find(takesMonth ? .monthValue : .value) != nil
      let general = find(takesMonth ? .monthGeneralValue : .generalValue)
      let duty = find(takesMonth ? .monthDuty : .duty)
      if hasConsumption {
        value = find(takesMonth ? .monthValue : .value)
        quantity = find(takesMonth ? .monthQuantity : .quantity)
      } else {
        value = general
        quantity =
          general == nil
          ? find(takesMonth ? .monthQuantity : .quantity)
          : find(takesMonth ? .monthGeneralQuantity : .generalQuantity)
        if general != nil { basis = .general }
      }
      self.duty = duty
      // DataWeb writes a file for each measure: one with duties or quantities alone belongs to the
      // set of its values.
      let isMeasure = layout == .dataWeb && (duty != nil || quantity != nil)
      guard value != nil || isMeasure else {
        throw ImportError(
          "the header has no column of values; " + ImportLayout.expectation, file: file,
          line: line)
      }
      isMonthly = takesMonth || (layout == .dataWeb && find(.month) != nil)
    }
    if monthly, !isMonthly {
      throw ImportError(
        "--monthly: the file has no columns of one month", file: file, line: line)
    }
    self.layout = layout
    self.basis = basis
    self.header = header
    self.code = code
    self.origin = origin
    self.measure = measure
    year = find(.year)
    month = find(.month)
    row = find(.row)
    unit = find(.unit)
    codeLevel = find(.codeLevel)
    originLevel = find(.originLevel)
  }

  /// A column's name for messages.
  func name(_ column: Int) -> String { Printable.text(header[column]) }

  /// Lower case, underscores as spaces, single spaces.
  private static func normalized(_ name: String) -> String {
    name.lowercased().split { $0 == " " || $0 == "_" || $0 == "\t" || $0 == "\u{FEFF}" }
      .joined(separator: " ")
  }
}
