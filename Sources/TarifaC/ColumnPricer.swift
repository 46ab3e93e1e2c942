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
    plain.readQuantities(ledger.statements, into: block.amounts)
    plain.readCircumstances(ledger.statements, into: block.circumstances)
    locate(ledger, rows.count)
    try number(ledger, rows.count)
    try answer(ledger, columns, rows)
    try write(ledger, columns, rows, block: first, output)
  }

  // What is looked up in tables larger than the nearest caches has a loop of its own without a branch, so that
  // many rows wait for memory together.

  /// Finds the codes; -1 for a row that goes the long way.
  private func locate(_ ledger: Ledger, _ count: Int) {
    let (codes, goods) = (block.codes, block.goods)
    var known = ledger.codes.view
    for row in 0..<count {
      let packed = codes[row]
      guard packed != 0 else {
        goods[row] = -1
        continue
      }
      var position = known.position(of: packed)
      if position == NumberTable<UInt64>.none {
        position = ledger.add(code: packed)
        known = ledger.codes.view
      }
      goods[row] = position
    }
  }

  /// Turns codes, origins and days into goods and laws; -1 for goods of a row that goes the long way or, with a
  /// cell, of a code that is not in its edition.
  private func number(_ ledger: Ledger, _ count: Int) throws {
    let (goods, laws, cells) = (block.goods, block.laws, block.cells)
    let (amounts, editions) = (block.amounts, block.editions)
    let (lawPlaces, goodPlaces) = (block.lawPlaces, block.goodPlaces)
    place(ledger, count)
    let (knownLaws, standings) = (ledger.laws.base, ledger.standings.base)
    for row in 0..<count { laws[row] = knownLaws[Int(lawPlaces[row])] }
    for row in 0..<count { goods[row] = standings[Int(goodPlaces[row])] }
    for row in 0..<count {
      let (law, good) = (laws[row], goods[row])
      if law >= 0, good >= 0, editions[row] >= 0 { continue }
      goods[row] = -1
      guard editions[row] >= 0 else { continue }
      if law == Ledger.Law.unknown, let entry = plainEntry(row) {
        laws[row] = ledger.find(
          law: Int(lawPlaces[row]), of: entry,
          isClaimed: ledger.statements.isClaimed(block.circumstances[row]))
      }
      guard laws[row] >= 0 else { continue }
      var found = good
      if good == Ledger.Standing.unknown, let entry = plainEntry(row) {
        found = try ledger.find(
          standing: Int(goodPlaces[row]), of: entry, Int(editions[row]), details: details)
      }
      if found >= 0 {
        goods[row] = found
      } else if found != Ledger.Standing.longWay, amounts[row] != 2 {
        // A quantity, which may be wrong, is read before it is told that there is no such code.
        cells[row] = Ledger.Standing.none(found)
      }
    }
  }

  /// Finds where laws and goods stand in the ledger; no edition for a row that goes the long way.
  private func place(_ ledger: Ledger, _ count: Int) {
    let (goods, cells, amounts) = (block.goods, block.cells, block.amounts)
    let (origins, days, circumstances) = (block.origins, block.days, block.circumstances)
    let (editions, lawPlaces, goodPlaces) = (block.editions, block.lawPlaces, block.goodPlaces)
    let (firstDay, dayCount) = (ledger.firstDay, UInt32(clamping: ledger.dayPlaces.count))
    let (dayPlaces, editionCount) = (ledger.dayPlaces.base, Int32(ledger.editionCount))
    for row in 0..<count {
      cells[row] = Ledger.longWay
      editions[row] = -1
      lawPlaces[row] = 0
      goodPlaces[row] = 0
      let (origin, circumstance) = (origins[row], circumstances[row])
      let offset = UInt32(bitPattern: days[row] &- firstDay)
      guard goods[row] >= 0, origin >= 0, circumstance >= 0, offset < dayCount,
        amounts[row] != PlainColumns.notPlain
      else { continue }
      let day = dayPlaces[Int(offset)]
      guard day.edition >= 0 else { continue }
      editions[row] = Int32(day.edition)
      lawPlaces[row] = ledger.lawPlace(
        origin: origin, interval: day.interval,
        isClaimed: circumstance != 0 && ledger.statements.isClaimed(circumstance))
      goodPlaces[row] = goods[row] &* editionCount &+ Int32(day.edition)
    }
  }

  /// Finds the answers to goods under laws, and prices what is new.
  private func answer(_ ledger: Ledger, _ columns: EntryColumns, _ rows: Range<Int>) throws {
    let (goods, laws, cells) = (block.goods, block.laws, block.cells)
    let (amounts, circumstances, keys) = (block.amounts, block.circumstances, block.keys)
    let (places, cores, lineColumns) = (block.goodPlaces, block.cores, block.columns)
    let (lines, knownCores) = (ledger.goods.base, ledger.cores.base)
    let membershipCount = Int32(ledger.membershipCount)
    for row in 0..<rows.count {
      places[row] = 0
      guard goods[row] >= 0, circumstances[row] == 0, amounts[row] != 2 else { continue }
      let line = lines[Int(goods[row])]
      places[row] = laws[row] &* membershipCount &+ line.lists
      lineColumns[row] = line.columns
    }
    for row in 0..<rows.count { cores[row] = knownCores[Int(places[row])] }
    for row in 0..<rows.count {
      keys[row] = 0
      guard goods[row] >= 0 else { continue }
      if circumstances[row] == 0, amounts[row] != 2 {
        let core =
          cores[row] == Ledger.Core.unknown
          ? ledger.find(core: Int(places[row]), of: block.codes[row], under: laws[row])
          : cores[row]
        if core < Ledger.Core.none {
          keys[row] = Ledger.plainKey(
            core: core, columns: lineColumns[row], hasValue: amounts[row] == 1)
          continue
        }
      }
      cells[row] = try statedAnswer(ledger, columns, rows.lowerBound + row, row)
    }
    var answers = ledger.plainAnswers.view
    for row in 0..<rows.count where keys[row] != 0 {
      var cell = answers.position(of: keys[row])
      if cell == NumberTable<UInt32>.none {
        guard let entry = plainEntry(row) else { continue }
        cell = try ledger.answer(entry, details: details)
        ledger.plainAnswers.add(keys[row], cell)
        answers = ledger.plainAnswers.view
      }
      cells[row] = cell
    }
  }

  /// The answer to an entry with claims, facts or a quantity, or under a law that asks for preferential rates.
  private func statedAnswer(
    _ ledger: Ledger, _ columns: EntryColumns, _ row: Int, _ place: Int
  ) throws -> Int32 {
    let (good, circumstances) = (block.goods[place], block.circumstances[place])
    let key = Ledger.key(
      good: good, law: block.laws[place], circumstances: circumstances,
      origin: ledger.goods.base[Int(good)].keepsOriginsOut ? block.origins[place] : 0,
      amounts: block.amounts[place])
    let known = ledger.answers.view.position(of: key)
    if known != NumberTable<UInt64>.none { return known }
    let entry: Entry
    if block.amounts[place] == 2 {
      do {
        entry = try columns.text(row).entry(in: ledger.book)
      } catch {
        return Ledger.longWay
      }
    } else {
      guard var plain = plainEntry(place) else { return Ledger.longWay }
      ledger.statements.state(circumstances, in: &plain)
      entry = plain
    }
    let cell = try ledger.answer(entry, details: details)
    ledger.answers.add(key, cell)
    return cell
  }

  /// The entry of a row of the block, less claims, facts and quantity.
  private func plainEntry(_ place: Int) -> Entry? {
    guard let code = HTSCode(packed: block.codes[place]),
      let origin = ColumnPricer.country(block.origins[place])
    else { return nil }
    var entry = Entry(code: code, origin: origin, day: Day(number: block.days[place]))
    if block.amounts[place] == 1 { entry.value = Fraction(Int(block.cents[place]), over: 100) }
    return entry
  }

  private static func country(_ origin: Int32) -> CountryCode? {
    CountryCode(
      letters: UInt8(truncatingIfNeeded: origin / 26) &+ 65,
      UInt8(truncatingIfNeeded: origin % 26) &+ 65)
  }

  private func write(
    _ ledger: Ledger, _ columns: EntryColumns, _ rows: Range<Int>, block first: Int,
    _ output: AnswerColumns
  ) throws {
    writeShared(ledger, rows, block: first, output)
    let cells = block.cells
    for place in 0..<rows.count where cells[place] < 0 {
      try writeLongWay(ledger, columns, rows.lowerBound + place, place, block: first, output)
    }
  }

  /// Writes the rows that share an answer.
  private func writeShared(
    _ ledger: Ledger, _ rows: Range<Int>, block first: Int, _ output: AnswerColumns
  ) {
    let (cells, cents, editions) = (block.cells, block.cents, block.editions)
    let present = block.present + (rows.lowerBound - first)
    let (known, rates) = (ledger.cells.base, ledger.rates.view)
    let duties = output.duty + rows.lowerBound
    for place in 0..<rows.count where cells[place] >= 0 {
      let cell = known + Int(cells[place])
      let own = cell.pointee.present
      let value = cents[place]
      duties[place] = cell.pointee.fixedDuty
      present[place] = own
      guard own & Cell.isRated != 0, value >= 0 else { continue }
      // Most answers have at most three lines, and a rate of zero costs less than to ask whether there is one.
      if value &>> Int64(cell.pointee.valueBits) == 0 {
        let cents = Double(value)
        duties[place] = DutyRates.sum(
          rates.duty(cell.pointee.firstRate, cents: cents),
          rates.duty(cell.pointee.secondRate, cents: cents),
          rates.duty(cell.pointee.thirdRate, cents: cents))
      } else {
        guard let sum = longDuty(ledger, cell, cents: value) else { continue }
        duties[place] = sum
      }
      present[place] = own | Cell.hasDuty
    }
    let rate = output.rate + rows.lowerBound
    let additionalRate = output.additionalRate + rows.lowerBound
    let rateLow = output.rateLow + rows.lowerBound
    let rateHigh = output.rateHigh + rows.lowerBound
    for place in 0..<rows.count where cells[place] >= 0 {
      let cell = known + Int(cells[place])
      rate[place] = cell.pointee.rate
      additionalRate[place] = cell.pointee.additionalRate
      rateLow[place] = cell.pointee.rateLow
      rateHigh[place] = cell.pointee.rateHigh
    }
    let (counts, firstEdition) = (counts, ledger.firstEdition)
    let (status, edition) = (output.status + rows.lowerBound, output.edition + rows.lowerBound)
    let detail = output.detail + rows.lowerBound
    let numbers = details.view
    for place in 0..<rows.count where cells[place] >= 0 {
      let cell = known + Int(cells[place])
      let own = cell.pointee.status
      status[place] = own
      counts[Int(own)] &+= 1
      edition[place] = firstEdition &+ editions[place]
      let kept = cell.pointee.detail
      detail[place] = numbers.number(of: kept) ?? details.number(of: kept)
    }
  }

  /// The duty on a large value or by many rates.
  ///
  /// - Returns: `nil` where it is out of range.
  private func longDuty(
    _ ledger: Ledger, _ cell: UnsafeMutablePointer<Cell>, cents: Int64
  ) -> Int64? {
    let cell = cell.pointee
    let more = (0..<Int(cell.moreRates)).map { ledger.moreRates.base[Int(cell.nextRate) + $0] }
    var sum: Int64 = 0
    for number in [cell.firstRate, cell.secondRate, cell.thirdRate] + more {
      guard let duty = ledger.rates.duty(number, cents: cents) else { return nil }
      let (next, isBeyond) = sum.addingReportingOverflow(duty)
      guard !isBeyond else { return nil }
      sum = next
    }
    return sum
  }

  /// Reads a row with care, and prices it by itself or says what is wrong.
  private func writeLongWay(
    _ ledger: Ledger, _ columns: EntryColumns, _ row: Int, _ place: Int, block first: Int,
    _ output: AnswerColumns
  ) throws {
    let claims = columns.claims.bytes(row)
    if isPlain(place), let known = ledger.statements.refusal(ofClaims: claims) {
      writeRefusal(row, details.number(ofRow: known), block: first, output)
      return
    }
    let entry: Entry
    do {
      entry = try columns.text(row).entry(in: ledger.book)
    } catch {
      if error.field == "claim" { ledger.statements.note(refusal: "\(error)", ofClaims: claims) }
      writeRefusal(row, details.number(ofRow: "\(error)"), block: first, output)
      return
    }
    ledger.statements.note(
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
