import TariffLaw

extension ColumnPricer {
  /// Writes the answers of rows of the block.
  func write(
    _ ledger: Ledger, _ columns: EntryColumns, _ rows: Range<Int>, block first: Int,
    _ output: AnswerColumns
  ) throws {
    writeShared(ledger, rows, block: first, output)
    let cells = block.cells
    for place in 0..<rows.count where cells[place] < 0 {
      let row = rows.lowerBound + place
      if !writeMeasured(ledger, row, place, block: first, output) {
        try writeLongWay(ledger, columns, row, place, block: first, output)
      }
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

  /// Writes a row whose answer is by its quantity.
  ///
  /// - Returns: whether it has such an answer.
  private func writeMeasured(
    _ ledger: Ledger, _ row: Int, _ place: Int, block first: Int, _ output: AnswerColumns
  ) -> Bool {
    guard block.cells[place] != Ledger.longWay else { return false }
    let cell = ledger.measured[Int(Ledger.answer(measured: block.cells[place]))]
    guard
      let amounts = cell.amounts(cents: block.cents[place], quantity: block.quantity(place))
    else { return false }
    output.status[row] = cell.status
    output.rate[row] = amounts.rate
    output.additionalRate[row] = cell.additionalRate
    output.rateLow[row] = amounts.rateLow
    output.rateHigh[row] = amounts.rateHigh
    output.duty[row] = amounts.duty
    output.edition[row] = ledger.firstEdition &+ block.editions[place]
    output.detail[row] = details.number(of: cell.detail)
    block.present[row - first] = amounts.present
    counts[Int(cell.status)] += 1
    return true
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
    let entry: Entry
    do {
      entry = try columns.text(row).entry(in: ledger.book)
    } catch {
      writeRefusal(row, details.number(ofRow: "\(error)"), block: first, output)
      return
    }
    ledger.statements.note(
      entry, claims: columns.claims.bytes(row), facts: columns.facts.bytes(row),
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

  func writeRefusal(
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
