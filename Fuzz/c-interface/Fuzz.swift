import Finding
import TarifaC
import TarifaCHeader

/// Any columns are priced or refused with a message, any damage to a file is told, and no byte beyond
/// what a caller hands over is read or written.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var choices = Choices(input(start, count))
  if choices.rarely(8) { checkOpening(&choices) } else { checkPricing(&choices) }
  return 0
}

/// A damaged file is a book still, or refused with a message.
private func checkOpening(_ choices: inout Choices) {
  var file = Book.shared.file
  while !choices.isEmpty, !file.isEmpty {
    let place = (choices.byte() << 16 | choices.byte() << 8 | choices.byte()) % file.count
    switch choices.below(4) {
    case 0: file.removeLast(place)
    case 1: file.removeSubrange(place..<min(file.count, place + 1 + choices.byte()))
    default: file[place] = UInt8(choices.byte())
    }
  }
  let (code, book, message) = Book.open(file, keeping: false)
  hold([0, Int32(TARIFA_MISUSE), Int32(TARIFA_DAMAGED)].contains(code), "opening gives \(code)")
  hold((code == 0) == (book != nil), "code \(code) with book \(String(describing: book))")
  hold(code == 0 || !message.isEmpty && message.utf8.count < 200, "code \(code): '\(message)'")
}

private func checkPricing(_ choices: inout Choices) {
  let rows = choices.below(12)
  let amounts = [Int(TARIFA_FLOAT64), Int(TARIFA_DECIMAL128)]
  let days = ["2021-01-01", "2022-06-30", "2023-01-01", "2025-02-30", "1900-01-01"]
  let drafts = [
    ColumnDraft(
      &choices, rows: rows, kinds: [Int(TARIFA_CODE)],
      words: ["7101100000", "71011000", "7101.10", "5007100000", "8703210000", "99999999", "1"]),
    ColumnDraft(&choices, rows: rows, kinds: [], words: ["AA", "BB", "CN", "ZZ", "cn", "USA"]),
    ColumnDraft(&choices, rows: rows, kinds: [Int(TARIFA_DATE32)], words: days),
    ColumnDraft(
      &choices, rows: rows, kinds: amounts + [Int(TARIFA_CENTS)],
      words: ["1000", "12.34", "0", "-1", "1,000.00", "10.005", "x"]),
    ColumnDraft(&choices, rows: rows, kinds: amounts, words: ["1", "2.5", "-3", "0.0000001", "x"]),
    ColumnDraft(&choices, rows: rows, kinds: [], words: ["kg", "no", "g", "zorkmid"]),
    ColumnDraft(&choices, rows: rows, kinds: [], words: ["friends", "FTA", "A;B", ";"]),
    ColumnDraft(
      &choices, rows: rows, kinds: [],
      words: ["quota=in", "quota=over", "pearls=40", "pearls=x", "pearls", "=", "a=1;b=2"]),
    ColumnDraft(&choices, rows: rows, kinds: [], words: ["xx", "us", ""]),
  ]
  defer { for draft in drafts { draft.free() } }
  var entries = tarifa_entries()
  entries.rows = Int64(rows)
  setColumns(&entries, drafts.map(\.column))
  let whole = price(entries, rows: rows)
  let isMisuse = drafts.contains(where: \.isMisuse)
  hold(isMisuse == (whole == nil), "refused: \(whole == nil), to be refused: \(isMisuse)")
  // A row's answer depends neither on what was asked before nor on the rows beside it.
  guard let whole else { return }
  let again = price(entries, rows: rows)
  hold(again == whole, "at first \(whole), then \(String(describing: again))")
  for row in 0..<rows {
    entries.rows = 1
    setColumns(
      &entries,
      drafts.map { draft in
        var column = draft.column
        column.offset += Int64(row)
        return column
      })
    let alone = price(entries, rows: 1)
    hold(
      alone?.first == whole[row], "row \(row): \(whole[row]), alone \(String(describing: alone))")
  }
}

private func setColumns(_ entries: inout tarifa_entries, _ columns: [tarifa_column]) {
  entries.hts = columns[0]
  entries.origin = columns[1]
  entries.day = columns[2]
  entries.value = columns[3]
  entries.quantity = columns[4]
  entries.unit = columns[5]
  entries.claims = columns[6]
  entries.facts = columns[7]
  entries.importer = columns[8]
}

/// Prices entries and checks what the header says of every answer.
///
/// - Returns: `nil` when the call is refused.
private func price(_ entries: tarifa_entries, rows: Int) -> [AnswerRoom.Row]? {
  var entries = entries
  var room = AnswerRoom(rows: rows)
  defer { room.free() }
  var texts: OpaquePointer?
  var message = [CChar](repeating: 0x7F, count: 120)
  let code = TarifaC.price(Book.shared.handle, &entries, &room.answers, &texts, &message, 120)
  guard code == 0 else {
    hold(code == Int32(TARIFA_MISUSE), "pricing gives \(code): \(Book.text(message))")
    hold(message.contains(0) && !Book.text(message).isEmpty, "refused without a word")
    return nil
  }
  let details = Book.texts(texts)
  let counts = withUnsafeBytes(of: room.answers.counts) { Array($0.bindMemory(to: Int64.self)) }
  let found = (0..<rows).map { room.row($0, details) }
  for (status, count) in counts.enumerated() {
    hold(count == found.count { $0.status == status }, "\(counts) of \(found)")
  }
  // Accepted and rejected rows are all that were read.
  hold(counts.reduce(0, +) == rows, "\(counts) of \(rows) rows")
  for row in 0..<rows {
    hold(room.missingIsMarked(row), "a missing value is not marked in \(found[row])")
    hold((-1..<Book.shared.editions).contains(Int(found[row].edition)), "\(found[row])")
    hold(!found[row].detail.hasPrefix("no detail"), "\(found[row])")
  }
  return found
}
