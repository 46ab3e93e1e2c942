import TarifaCHeader
import TariffLaw

/// Prices columns of entries on one thread at a time, and keeps what it learns for the next call.
final class ColumnPricer {
  private let library: LawLibrary
  private var ledgers: [Ledger] = []
  private var ledgerOf: [String: Int] = [:]
  private let details = DetailTexts()
  private let block = Block()
  /// Rows of this call by status.
  private let counts: UnsafeMutablePointer<Int64> = .allocate(capacity: TARIFA_STATUS_COUNT)

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
  func price(_ entries: tarifa_entries, _ answers: inout tarifa_answers) throws -> [String] {
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
    plain.readQuantities(ledger, into: block.amounts)
    plain.readCircumstances(ledger, into: block.circumstances)
    try number(ledger, rows.count)
    try answer(ledger, columns, rows)
    try write(ledger, columns, rows, block: first, output)
  }

  /// Puts goods and laws together to keys; 0 for what goes the long way, and a cell for a code that is not
  /// in its edition.
  private func number(_ ledger: Ledger, _ count: Int) throws {
    let block = block
    let (firstDay, dayCount) = (ledger.firstDay, Int32(clamping: ledger.dayCount))
    let (dayPlaces, laws, editionCount) = (ledger.dayPlaces, ledger.laws, ledger.editionCount)
    var (codes, goods) = (ledger.codes.view, ledger.goods)
    for row in 0..<count {
      block.keys[row] = 0
      block.cells[row] = Ledger.longWay
      let packed = block.codes[row]
      let origin = block.origins[row]
      let offset = block.days[row].subtractingReportingOverflow(firstDay)
      let circumstances = block.circumstances[row]
      guard packed != 0, origin >= 0, circumstances >= 0,
        block.amounts[row] != PlainColumns.notPlain, !offset.overflow, offset.partialValue >= 0,
        offset.partialValue < dayCount
      else { continue }
      let day = dayPlaces[Int(offset.partialValue)]
      guard day.edition >= 0 else { continue }
      let isClaimed = circumstances != 0 && ledger.isClaimed(circumstances)
      let lawPlace = ledger.lawPlace(
        origin: origin, interval: day.interval, isClaimed: isClaimed)
      var law = laws[lawPlace]
      if law < 0 {
        if law == Ledger.Law.unknown, let country = ColumnPricer.country(origin) {
          law = ledger.find(
            law: lawPlace, origin: country, Day(number: block.days[row]), isClaimed: isClaimed)
        }
        guard law >= 0 else { continue }
      }
      var code = codes.position(of: packed)
      if code == NumberTable.none {
        code = ledger.add(code: packed)
        (codes, goods) = (ledger.codes.view, ledger.goods)
      }
      let goodPlace = Int(code) &* editionCount &+ Int(day.edition)
      var good = goods[goodPlace]
      if good == Ledger.Good.unknown {
        good = try ledger.find(
          good: goodPlace, packed: packed, Int(day.edition), details: details)
      }
      block.editions[row] = day.edition
      if good >= 0 {
        block.keys[row] = Ledger.key(
          good: good, law: law, circumstances: circumstances, origin: origin,
          amounts: block.amounts[row])
      } else if good != Ledger.Good.longWay, block.amounts[row] != 2 {
        // A quantity, which may be wrong, is read before it is told that there is no such code.
        block.cells[row] = Ledger.Good.cell(good)
      }
    }
  }

  private static func country(_ origin: Int32) -> CountryCode? {
    CountryCode(
      letters: UInt8(truncatingIfNeeded: origin / 26) &+ 65,
      UInt8(truncatingIfNeeded: origin % 26) &+ 65)
  }

  /// Looks the keys up, and prices what is new.
  private func answer(_ ledger: Ledger, _ columns: EntryColumns, _ rows: Range<Int>) throws {
    let block = block
    var answers = ledger.answers.view
    for row in 0..<rows.count {
      let key = block.keys[row]
      guard key != 0 else { continue }
      var cell = answers.position(of: key)
      if cell == NumberTable.none {
        cell = try first(ledger, columns, rows.lowerBound + row, row, key)
        answers = ledger.answers.view
      }
      block.cells[row] = cell
    }
  }

  /// The answer to an entry that is the first of its kind.
  private func first(
    _ ledger: Ledger, _ columns: EntryColumns, _ row: Int, _ place: Int, _ key: UInt64
  ) throws -> Int32 {
    let entry: Entry
    if block.amounts[place] == 2 {
      do {
        entry = try columns.text(row).entry(in: ledger.book)
      } catch {
        return Ledger.longWay
      }
    } else {
      guard let code = HTSCode(packed: block.codes[place]),
        let origin = ColumnPricer.country(block.origins[place])
      else { return Ledger.longWay }
      var plain = Entry(code: code, origin: origin, day: Day(number: block.days[place]))
      if block.amounts[place] == 1 {
        plain.value = Fraction(Int(block.cents[place]), over: 100)
      }
      ledger.state(block.circumstances[place], in: &plain)
      entry = plain
    }
    return try ledger.find(key: key, entry, details: details)
  }

  private func write(
    _ ledger: Ledger, _ columns: EntryColumns, _ rows: Range<Int>, block first: Int,
    _ output: AnswerColumns
  ) throws {
    let (block, counts, firstEdition) = (block, counts, ledger.firstEdition)
    let (cells, rates) = (ledger.cells, ledger.rates.view)
    var numbers = details.view
    for place in 0..<rows.count {
      let row = rows.lowerBound + place
      let position = block.cells[place]
      guard position >= 0 else {
        try writeLongWay(ledger, columns, row, place, block: first, output)
        numbers = details.view
        continue
      }
      let cell = cells[Int(position)]
      var present = cell.present | Cell.hasEdition
      var duty = cell.fixedDuty
      if present & Cell.isRated != 0, block.cents[place] >= 0 {
        if cell.rateCount == 0 {
          duty = 0
          present |= Cell.hasDuty
        } else if let found = rates.duty(
          cell.firstRate, cell.rateCount, cents: block.cents[place])
        {
          duty = found
          present |= Cell.hasDuty
        }
      }
      output.status[row] = cell.status
      output.rate[row] = cell.rate
      output.additionalRate[row] = cell.additionalRate
      output.rateLow[row] = cell.rateLow
      output.rateHigh[row] = cell.rateHigh
      output.duty[row] = duty
      output.edition[row] = firstEdition &+ block.editions[place]
      output.detail[row] = numbers.number(of: cell.detail) ?? details.number(of: cell.detail)
      block.present[row - first] = present
      counts[Int(cell.status)] &+= 1
    }
  }

  /// Reads a row with care, and prices it by itself or says what is wrong.
  private func writeLongWay(
    _ ledger: Ledger, _ columns: EntryColumns, _ row: Int, _ place: Int, block first: Int,
    _ output: AnswerColumns
  ) throws {
    let claims = columns.claims.bytes(row)
    if isPlain(place), let known = ledger.refusal(ofClaims: claims) {
      writeRefusal(row, details.number(ofRow: known), block: first, output)
      return
    }
    let entry: Entry
    do {
      entry = try columns.text(row).entry(in: ledger.book)
    } catch {
      if error.field == "claim" { ledger.note(refusal: "\(error)", ofClaims: claims) }
      writeRefusal(row, details.number(ofRow: "\(error)"), block: first, output)
      return
    }
    ledger.note(
      entry, claims: claims, facts: columns.facts.bytes(row),
      unit: columns.unit.bytes(row))
    let (priced, duty, edition) = try ledger.price(entry)
    func number(_ value: Fraction?) -> Double {
      value.flatMap { $0.isDefined ? $0.doubleValue : nil } ?? .nan
    }
    let total = priced.total
    output.status[row] = priced.status.number
    output.rate[row] = number(total.rate)
    output.additionalRate[row] = number(total.additionalRate)
    output.rateLow[row] = number(total.rateLow)
    output.rateHigh[row] = number(total.rateHigh)
    let cents = duty?.wholeCents
    output.duty[row] = cents ?? 0
    output.edition[row] = edition.map { ledger.firstEdition + Int32($0) } ?? -1
    output.detail[row] = details.number(ofRow: priced.detail)
    block.present[row - first] =
      (output.rate[row].isNaN ? 0 : Cell.hasRate)
      | (output.additionalRate[row].isNaN ? 0 : Cell.hasAdditionalRate)
      | (output.rateLow[row].isNaN ? 0 : Cell.hasRateLow)
      | (output.rateHigh[row].isNaN ? 0 : Cell.hasRateHigh)
      | (cents == nil ? 0 : Cell.hasDuty) | (edition == nil ? 0 : Cell.hasEdition)
    counts[Int(priced.status.number)] += 1
  }

  /// Whether all that is read before the claims of a row is plainly written.
  private func isPlain(_ place: Int) -> Bool {
    // The days of the years 1900 to 2199.
    block.codes[place] != 0 && block.origins[place] >= 0
      && (-25_567..<84_006).contains(block.days[place])
      && block.amounts[place] != PlainColumns.notPlain
  }

  private func writeRefusal(
    _ row: Int, _ detail: Int32, block first: Int, _ output: AnswerColumns
  ) {
    output.status[row] = EntryStatus.badRow.number
    output.rate[row] = .nan
    output.additionalRate[row] = .nan
    output.rateLow[row] = .nan
    output.rateHigh[row] = .nan
    output.duty[row] = 0
    output.edition[row] = -1
    output.detail[row] = detail
    block.present[row - first] = 0
    counts[Int(EntryStatus.badRow.number)] += 1
  }
}
