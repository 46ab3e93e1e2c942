import TariffLaw

extension ColumnPricer {
  // What is looked up in tables larger than the nearest caches has a loop of its own without a branch, so that
  // many rows wait for memory together.

  /// Finds the codes; negative for a row that goes the long way.
  func locate(_ ledger: Ledger, _ count: Int) {
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
  func number(_ ledger: Ledger, _ count: Int) throws {
    let (goods, laws, cells) = (block.goods, block.laws, block.cells)
    let (editions, lawPlaces, goodPlaces) = (block.editions, block.lawPlaces, block.goodPlaces)
    place(ledger, count)
    if block.statesQuantities { nameUnits(ledger, count) }
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
      } else if found != Ledger.Standing.longWay {
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

  /// Names the units of quantities without one; no edition for a row that has to name its own.
  private func nameUnits(_ ledger: Ledger, _ count: Int) {
    let (amounts, units, editions) = (block.amounts, block.units, block.editions)
    for row in 0..<count
    where amounts[row] == 2 && units[row] == Statements.reportedUnit && editions[row] >= 0 {
      let unit = plainEntry(row).flatMap {
        ledger.reportedUnit(standing: block.goodPlaces[row], of: $0)
      }
      if let unit { units[row] = unit } else { editions[row] = -1 }
    }
  }

  /// Finds the answers to goods under laws, and prices what is new.
  func answer(_ ledger: Ledger, _ count: Int) throws {
    let (goods, laws, cells, cents) = (block.goods, block.laws, block.cells, block.cents)
    let (circumstances, keys) = (block.circumstances, block.keys)
    let (places, cores, lineColumns) = (block.goodPlaces, block.cores, block.columns)
    let (lines, knownCores) = (ledger.goods.base, ledger.cores.base)
    let membershipCount = Int32(ledger.membershipCount)
    for row in 0..<count {
      places[row] = 0
      guard goods[row] >= 0, circumstances[row] == 0 else { continue }
      let line = lines[Int(goods[row])]
      places[row] = laws[row] &* membershipCount &+ line.lists
      lineColumns[row] = line.columns
    }
    for row in 0..<count { cores[row] = knownCores[Int(places[row])] }
    for row in 0..<count {
      keys[row] = 0
      guard goods[row] >= 0 else { continue }
      if circumstances[row] == 0 {
        let core =
          cores[row] == Ledger.Core.unknown
          ? ledger.find(core: Int(places[row]), of: block.codes[row], under: laws[row])
          : cores[row]
        if core < Ledger.Core.none {
          keys[row] = Ledger.plainKey(
            core: core, columns: lineColumns[row], hasValue: cents[row] >= 0)
          continue
        }
      }
      cells[row] = try statedAnswer(ledger, row)
    }
    var answers = ledger.plainAnswers.view
    for row in 0..<count where keys[row] != 0 {
      var cell = answers.position(of: keys[row])
      if cell == NumberTable<UInt32>.none {
        guard let entry = plainEntry(row) else { continue }
        cell = try ledger.answer(entry, details: details)
        ledger.plainAnswers.add(keys[row], cell)
        answers = ledger.plainAnswers.view
      }
      cells[row] = cell
    }
    if block.statesQuantities { try measure(ledger, count) }
  }

  /// Finds the answers to the rows of which the law asks the quantity they state.
  private func measure(_ ledger: Ledger, _ count: Int) throws {
    let (goods, cells) = (block.goods, block.cells)
    for row in 0..<count where block.amounts[row] == 2 && goods[row] >= 0 {
      let cell = cells[row]
      if cell >= 0, ledger.cells.base[Int(cell)].present & Cell.asksForAmounts == 0 { continue }
      cells[row] = Ledger.longWay
      guard block.cents[row] > 0 else { continue }
      let kind = block.keys[row] != 0 ? UInt64(block.keys[row]) : statedKey(ledger, row)
      cells[row] = try ledger.measured(
        Ledger.MeasuredKey(kind: kind, unit: block.units[row]), details: details
      ) {
        statedEntry(ledger, row)
      }
    }
  }

  /// The answer to an entry with claims or facts, or under a law that asks for preferential rates.
  private func statedAnswer(_ ledger: Ledger, _ place: Int) throws -> Int32 {
    let key = statedKey(ledger, place)
    let known = ledger.answers.view.position(of: key)
    if known != NumberTable<UInt64>.none { return known }
    guard let entry = statedEntry(ledger, place) else { return Ledger.longWay }
    let cell = try ledger.answer(entry, details: details)
    ledger.answers.add(key, cell)
    return cell
  }

  private func statedKey(_ ledger: Ledger, _ place: Int) -> UInt64 {
    let good = block.goods[place]
    return Ledger.key(
      good: good, law: block.laws[place], circumstances: block.circumstances[place],
      origin: ledger.goods.base[Int(good)].keepsOriginsOut ? block.origins[place] : 0,
      amounts: block.amounts[place])
  }

  private func statedEntry(_ ledger: Ledger, _ place: Int) -> Entry? {
    guard var entry = plainEntry(place) else { return nil }
    if block.circumstances[place] > 0 {
      ledger.statements.state(block.circumstances[place], in: &entry)
    }
    if block.amounts[place] == 2 {
      entry.quantities = [ledger.statements.unit(block.units[place]): block.quantity(place)]
    }
    return entry
  }

  /// The entry of a row of the block, less claims, facts and quantity.
  private func plainEntry(_ place: Int) -> Entry? {
    guard let code = HTSCode(packed: block.codes[place]),
      let origin = ColumnPricer.country(block.origins[place])
    else { return nil }
    var entry = Entry(code: code, origin: origin, day: Day(number: block.days[place]))
    if block.cents[place] >= 0 { entry.value = Fraction(block.cents[place], places: 2) }
    return entry
  }

  private static func country(_ origin: Int32) -> CountryCode? {
    CountryCode(
      letters: UInt8(truncatingIfNeeded: origin / 26) &+ 65,
      UInt8(truncatingIfNeeded: origin % 26) &+ 65)
  }
}
