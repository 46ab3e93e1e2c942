/// The editions of a tariff schedule, held as intervals: one row for each state of a code, with the
/// editions it spans.
///
/// Opening reads the list of editions only; rows are found by binary search in place, so a look-up
/// costs microseconds on a cold start.
public struct Schedule: Sendable {
  /// In the order of ``Edition/from``.
  public let editions: [Edition]
  private let rows: Bytes
  private let texts: IndexedBytes
  private let duties: IndexedBytes
  private let specials: IndexedBytes

  /// Bytes of one row; see `ScheduleWriter`.
  static let rowSize = 40

  /// - Throws: ``ArchiveError`` when a section is missing or damaged.
  public init(_ archive: Archive) throws(ArchiveError) {
    var reader = ByteReader(try archive.section("editions"))
    let count = try reader.count()
    var editions: [Edition] = []
    for _ in 0..<count {
      let id = try reader.text()
      let title = try reader.text()
      let from = Day(number: try reader.integer())
      let published: Int32 = try reader.integer()
      let suffixes: UInt8 = try reader.integer()
      editions.append(
        Edition(
          id: id, title: title, from: from,
          published: published == .min ? nil : Day(number: published),
          holdsSuffixes: suffixes == 1))
    }
    for (edition, next) in zip(editions, editions.dropFirst()) where next.from < edition.from {
      throw .damaged("editions out of order")
    }
    self.editions = editions
    rows = try archive.section("rows")
    texts = try IndexedBytes(try archive.section("texts"))
    duties = try IndexedBytes(try archive.section("duties"))
    specials = try IndexedBytes(try archive.section("specials"))
  }

  /// The number of rows, one for each state of a code.
  public var rowCount: Int { rows.count / Schedule.rowSize }

  /// The index of the latest edition not after a day; `nil` before the first.
  public func edition(on day: Day) -> Int? { editions.lastIndex { $0.from <= day } }

  /// The rates of a code in an edition.
  ///
  /// - Returns: `nil` when the edition has no such code, or the code only heads others and states
  ///   no rate.
  /// - Throws: ``ArchiveError`` when the data is damaged.
  public func line(for code: HTSCode, in edition: Int) throws(ArchiveError) -> RateLine? {
    guard let row = row(of: code, in: edition) else { return nil }
    return try line(at: row)
  }

  /// Whether an edition has the code, with or without a rate.
  public func contains(_ code: HTSCode, in edition: Int) -> Bool {
    row(of: code, in: edition) != nil
  }

  /// The editions in which a code exists, as ranges of edition indices.
  public func life(of code: HTSCode) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var row = lowerBound(code)
    while row < rowCount, self.code(at: row) == code.raw {
      let span = span(at: row)
      if let last = ranges.last, last.upperBound + 1 >= span.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        ranges.append(span)
      }
      row += 1
    }
    return ranges
  }

  /// The codes under a prefix that state a rate in an edition, in order.
  public func codes(under prefix: HTSCode, in edition: Int, limit: Int = .max) -> [HTSCode] {
    var found: [HTSCode] = []
    var row = lowerBound(prefix)
    while row < rowCount, found.count < limit, let code = HTSCode(raw: self.code(at: row)),
      prefix.contains(code)
    {
      if span(at: row).contains(edition), hasRate(at: row) { found.append(code) }
      row += 1
    }
    return found
  }

  /// The words of the codes of an edition, in order: of all of them, or of those under a prefix.
  ///
  /// - Throws: ``ArchiveError`` when the data is damaged.
  public func words(
    under prefix: HTSCode? = nil, in edition: Int
  ) throws(ArchiveError) -> [ScheduleWords] {
    var found: [ScheduleWords] = []
    var row = prefix.map { lowerBound($0) } ?? 0
    while row < rowCount, let code = HTSCode(raw: self.code(at: row)),
      prefix?.contains(code) ?? true
    {
      if span(at: row).contains(edition) {
        found.append(
          ScheduleWords(
            code: code, description: try texts.text(field(0, at: row)),
            context: try texts.text(field(1, at: row)), hasRate: hasRate(at: row)))
      }
      row += 1
    }
    return found
  }

  /// Whether any edition has a code under a prefix, or the prefix itself.
  package func hasAnything(under prefix: HTSCode) -> Bool {
    let row = lowerBound(prefix)
    guard row < rowCount, let code = HTSCode(raw: code(at: row)) else { return false }
    return prefix.contains(code)
  }

  /// Every row of an edition that states a rate, in the order of the codes.
  public func lines(in edition: Int) throws(ArchiveError) -> [RateLine] {
    var lines: [RateLine] = []
    for row in 0..<rowCount where span(at: row).contains(edition) && hasRate(at: row) {
      if let line = try line(at: row) { lines.append(line) }
    }
    return lines
  }

  /// The rows of an edition that state a rate, by position, in the order of the codes.
  func keys(in edition: Int) -> [LineKey] {
    var keys: [LineKey] = []
    for row in 0..<rowCount where span(at: row).contains(edition) && hasRate(at: row) {
      guard let code = HTSCode(raw: code(at: row)) else { continue }
      keys.append(
        LineKey(
          row: row, code: code, general: field(3, at: row), special: field(4, at: row),
          other: field(5, at: row), excluded: field(6, at: row)))
    }
    return keys
  }

  /// The same for the codes from one on, through all under another.
  func keys(in edition: Int, from first: HTSCode, under last: HTSCode) -> [LineKey] {
    var keys: [LineKey] = []
    var row = lowerBound(first)
    while row < rowCount, let code = HTSCode(raw: self.code(at: row)),
      code < last || last.contains(code)
    {
      if span(at: row).contains(edition), hasRate(at: row) {
        keys.append(
          LineKey(
            row: row, code: code, general: field(3, at: row), special: field(4, at: row),
            other: field(5, at: row), excluded: field(6, at: row)))
      }
      row += 1
    }
    return keys
  }

  /// Every code that any edition has, ascending.
  var allCodes: [HTSCode] {
    var codes: [HTSCode] = []
    for row in 0..<rowCount {
      guard let code = HTSCode(raw: code(at: row)), code != codes.last else { continue }
      codes.append(code)
    }
    return codes
  }

  /// The codes that state a rate in any of some editions, ascending.
  func codesWithRates(in editions: ClosedRange<Int>) -> [HTSCode] {
    var codes: [HTSCode] = []
    for row in 0..<rowCount where span(at: row).overlaps(editions) && hasRate(at: row) {
      guard let code = HTSCode(raw: code(at: row)), code != codes.last else { continue }
      codes.append(code)
    }
    return codes
  }

  /// A row of ``keys(in:)`` in full.
  func line(_ key: LineKey) throws(ArchiveError) -> RateLine {
    guard let line = try line(at: key.row) else { throw .damaged("rates of row \(key.row)") }
    return line
  }

  /// A duty by its position.
  func duty(_ position: Int) throws(ArchiveError) -> DutyText {
    try DutyText(decoding: duties.bytes(position))
  }

  // MARK: Rows

  private func code(at row: Int) -> UInt64 {
    rows.integer(at: row * Schedule.rowSize) ?? 0
  }

  private func field(_ index: Int, at row: Int) -> Int {
    Int(rows.integer(at: row * Schedule.rowSize + 12 + index * 4, as: UInt32.self) ?? 0)
  }

  private func span(at row: Int) -> ClosedRange<Int> {
    let first = Int(rows.integer(at: row * Schedule.rowSize + 8, as: UInt16.self) ?? 0)
    let last = Int(rows.integer(at: row * Schedule.rowSize + 10, as: UInt16.self) ?? 0)
    return first...max(first, last)
  }

  private func hasRate(at row: Int) -> Bool { field(3, at: row) != 0 }

  private func row(of code: HTSCode, in edition: Int) -> Int? {
    var row = lowerBound(code)
    while row < rowCount, self.code(at: row) == code.raw {
      if span(at: row).contains(edition) { return row }
      row += 1
    }
    return nil
  }

  private func lowerBound(_ code: HTSCode) -> Int {
    var low = 0
    var high = rowCount
    while low < high {
      let middle = (low + high) / 2
      if self.code(at: middle) < code.raw { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func line(at row: Int) throws(ArchiveError) -> RateLine? {
    guard hasRate(at: row) else { return nil }
    guard let code = HTSCode(raw: code(at: row)) else { throw .damaged("code of row \(row)") }
    return RateLine(
      code: code, description: try texts.text(field(0, at: row)),
      context: try texts.text(field(1, at: row)),
      units: try texts.text(field(2, at: row)).split(separator: ",").compactMap {
        QuantityUnit(spelling: $0)
      },
      general: try DutyText(decoding: duties.bytes(field(3, at: row))),
      special: try SpecialRates(decoding: specials.bytes(field(4, at: row))),
      other: try DutyText(decoding: duties.bytes(field(5, at: row))),
      excluded: try texts.text(field(6, at: row)))
  }
}

extension Schedule {
  /// The name of the section of an archive of law that holds an importer's own schedule.
  package static func section(of importer: String) -> String { "\(importer)/schedule" }
}
