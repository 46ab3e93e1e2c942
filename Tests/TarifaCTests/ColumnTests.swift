import Answers
import TabularText
import TarifaC
import TarifaCHeader
import TariffLaw
import TestSupport
import Testing
import TradeData

/// Columns priced through the C interface, against the batch command on the same rows as text.
@Suite struct ColumnTests {
  /// Entries of every kind, most of them right.
  private static func drawn(_ count: Int, seed: Int) throws -> [[String]] {
    var random = SplitMix(seed: seed)
    let schedule = try ShippedLaw.schedule()
    var codes: [String] = []
    for edition in [0, 6, 13, 30, schedule.editions.count - 1] {
      // Lines of eight digits too: lists may name them in part.
      let all = try schedule.lines(in: edition).map(\.code)
      for _ in 0..<150 { codes.append(all[random.below(all.count)].digits) }
    }
    func pick(_ texts: [String]) -> String { texts[random.below(texts.count)] }
    let first = try #require(Day("2016-12-25"))
    return (0..<count).map { _ in
      var code = pick(codes)
      var origin = pick(["CN", "CA", "MX", "KR", "DE", "JP", "VN", "BY", "CH", "GB", "RU", "HK"])
      var day = "\(first.advanced(by: random.below(3540)))"
      var value = "\(random.below(100_000)).\(random.below(10))\(random.below(10))"
      var (quantity, unit, claims, facts) = ("", "", "", "")
      switch random.below(30) {
      case 0: code = pick(["", "1", "99999999", " 0101210010", "8482.10.50.44", "010121001x"])
      case 1: code = String(code.prefix(8)) + pick(["", "00", "99"])
      case 2: origin = pick(["", "ZZ", "cn", "USA", "é"])
      case 3: day = pick(["", "2025-02-30", "2027-01-01", "2025-4-1", "1900-01-01"])
      case 4: value = pick(["", "-1", "abc", "10.005", "1,000.00", "0", ".5", "7."])
      case 5, 6:
        (quantity, unit) = (pick(["1", "2.5", "-3", "x"]), pick(["kg", "no", "", "zorkmid"]))
      case 7: unit = "kg"
      case 8, 9, 10: claims = pick(["USMCA/NAFTA", "KORUS", "FTA", "C", "nothing", "A;C"])
      case 11, 12, 13:
        facts = pick([
          "steel=40", "us-content=25;steel=10", "quota=in", "steel=x", "none=1", "steel",
          "ftz-privileged=2025-03-01",
        ])
      default: break
      }
      return [code, origin, day, value, quantity, unit, claims, facts]
    }
  }

  /// What the batch command answers, row by row; the line that its details name is taken off.
  private static func batch(_ rows: [[String]]) throws -> [[String]] {
    var writer = CSVWriter()
    writer.append(["id", "hts", "origin", "date", "value", "quantity", "unit", "claims", "facts"])
    for (number, row) in rows.enumerated() { writer.append(["\(number)"] + row) }
    var output: [UInt8] = []
    let book = LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes(), conversions: ShippedConversions.pairs)
    _ = try DutyBatch(book: book, threads: 1).price(writer.bytes) { output += $0 }
    var reader = CSVReader(output)
    _ = try reader.next()
    var found: [[String]] = []
    while var row = try reader.next() {
      if row[1] == "bad-row", let colon = row[8].firstIndex(of: ":") {
        row[8] = String(row[8][colon...].dropFirst(2))
      }
      found.append(Array(row.dropFirst()))
    }
    return found
  }

  private static func table(
    _ rows: [[String]], isLarge: Bool = false, padding: Int = 0
  ) -> EntryTable {
    let table = EntryTable(rows: rows.count)
    func column(_ field: Int) -> tarifa_column {
      // An empty text and a missing one are the same.
      let texts = rows.enumerated().map { row, fields in
        fields[field].isEmpty && row % 2 == 0 ? nil : fields[field]
      }
      return table.texts(texts, isLarge: isLarge, padding: padding)
    }
    table.entries.hts = column(0)
    table.entries.origin = column(1)
    table.entries.day = column(2)
    table.entries.value = column(3)
    table.entries.quantity = column(4)
    table.entries.unit = column(5)
    table.entries.claims = column(6)
    table.entries.facts = column(7)
    return table
  }

  @Test(arguments: 0..<3)
  func columnsOfTextAnswerAsTheBatch(seed: Int) throws {
    let rows = try Self.drawn(2500, seed: seed)
    let expected = try Self.batch(rows)
    let table = Self.table(rows, isLarge: seed == 1, padding: seed * 3)
    // Twice: what was learnt must not change an answer.
    for _ in 0..<2 {
      let (answers, counts) = try table.answers(PackedBook.opened())
      #expect(answers.count == expected.count)
      let wrong = answers.indices.filter { answers[$0] != expected[$0] }
      #expect(
        wrong.isEmpty,
        "\(wrong.count): \(wrong.prefix(3).map { (rows[$0], answers[$0], expected[$0]) })")
      #expect(counts.reduce(0, +) == Int64(rows.count))
      let names = try PackedBook.opened().statusNames
      for (status, count) in counts.enumerated() {
        #expect(Int(count) == expected.count { $0[0] == names[status] })
      }
    }
  }

  /// Duty is exact to the cent for values of any size, also where the quick way of reckoning it ends.
  @Test func valuesOfAnySizeAnswerAsTheBatch() throws {
    var random = SplitMix(seed: 52)
    let rows = try Self.drawn(600, seed: 4).flatMap { row in
      // From one bit to 53, and next to where halves of cents are rounded.
      (0..<4).map { _ -> [String] in
        let bits = random.below(53) + 1
        let cents = max(0, (1 << bits) + random.below(201) - 100)
        var row = row
        row[3] = Fraction(cents, over: 100).decimalText()
        return row
      }
    }
    let expected = try Self.batch(rows)
    let table = Self.table(rows)
    table.entries.value = table.numbers(
      TARIFA_CENTS,
      rows.map { row in
        Fraction(decimal: row[3]).flatMap { Int64(exactly: ($0 * 100).numerator) }
      }, missing: 0)
    let (answers, _) = try table.answers(PackedBook.opened())
    let wrong = answers.indices.filter { answers[$0] != expected[$0] }
    #expect(
      wrong.isEmpty,
      "\(wrong.count): \(wrong.prefix(3).map { (rows[$0], answers[$0], expected[$0]) })")
  }

  /// Quantities on every row, of goods whose rates ask for one and of others, in units that fit, can be converted,
  /// do not fit, or are left to the schedule.
  @Test(arguments: [TARIFA_UTF8, TARIFA_FLOAT64, TARIFA_DECIMAL128])
  func quantitiesAnswerAsTheBatch(kind: Int) throws {
    var random = SplitMix(seed: 77)
    let schedule = try ShippedLaw.schedule()
    var lines: [RateLine] = []
    for edition in [0, 13, 30, schedule.editions.count - 1] {
      let specific = try schedule.lines(in: edition).filter { line in
        [line.general, line.other].contains { rate in
          rate.expression?.parts.contains { if case .specific = $0 { true } else { false } }
            ?? false
        }
      }
      for _ in 0..<120 { lines.append(specific[random.below(specific.count)]) }
    }
    let rows = try Self.drawn(3000, seed: 5).map { row in
      var row = row
      let line = lines[random.below(lines.count)]
      if random.below(5) > 0 { row[0] = line.code.digits }
      if random.below(3) > 0 { (row[6], row[7]) = ("", "") }
      let digits = random.below(3) == 0 ? random.below(10) : random.below(100_000_000)
      row[4] = Fraction(digits, over: [1, 10, 1000, 1_000_000][random.below(4)]).decimalText()
      let others = line.units.flatMap { unit in
        ["t", "g", "doz", "l", "m3", "gross"].filter {
          QuantityUnit(spelling: $0)?.factor(to: unit) != nil
        }
      }
      row[5] =
        switch random.below(6) {
        case 0: ""
        case 1: others.isEmpty ? "No." : others[random.below(others.count)]
        case 2: ["kg", "no", "pf. liters"][random.below(3)]
        default: line.units.first?.name ?? "kg"
        }
      return row
    }
    let expected = try Self.batch(rows)
    let asks = expected.count { !$0[3].isEmpty && $0[0] == "ok" }
    #expect(asks > 1000)
    let table = Self.table(rows)
    switch kind {
    case TARIFA_FLOAT64:
      table.entries.quantity = table.numbers(kind, rows.map { Double($0[4]) }, missing: 0)
    case TARIFA_DECIMAL128:
      let millionths = rows.map { row in
        Fraction(decimal: row[4]).map { ($0 * 1_000_000).numerator }
      }
      table.entries.quantity = table.numbers(kind, millionths, missing: 0, scale: 6)
    default: break
    }
    // A ton for a dollar is a rate of which a binary number does not hold the twelve decimals of the batch.
    func isNear(_ answer: [String], _ expected: [String]) -> Bool {
      zip(answer, expected).enumerated().allSatisfy { field, texts in
        guard (1...4).contains(field), let one = Double(texts.0), let other = Double(texts.1) else {
          return texts.0 == texts.1
        }
        return (one - other).magnitude <= 1.5e-12 + 2 * other.ulp
      }
    }
    for _ in 0..<2 {
      let (answers, _) = try table.answers(PackedBook.opened())
      let wrong = answers.indices.filter { !isNear(answers[$0], expected[$0]) }
      #expect(
        wrong.isEmpty,
        "\(wrong.count): \(wrong.prefix(3).map { (rows[$0], answers[$0], expected[$0]) })")
    }
  }

  /// Days, amounts and codes as numbers answer as their texts do.
  @Test func columnsOfNumbersAnswerAsText() throws {
    let rows = try Self.drawn(2500, seed: 9).filter { row in
      Day(row[2]) != nil && !row[3].contains(",")
        && (row[3].isEmpty || Fraction(decimal: row[3]) != nil)
        && (row[4].isEmpty || Fraction(decimal: row[4]) != nil) && row[0].utf8.count == 10
        && row[0].utf8.allSatisfy { (48...57).contains($0) }
    }
    #expect(rows.count > 800)
    let expected = try Self.batch(rows)
    func scaled(_ text: String, _ scale: Int) -> Int? {
      text.isEmpty
        ? nil : Fraction(decimal: text).flatMap { Int(exactly: ($0 * Fraction(scale)).numerator) }
    }
    for kind in [TARIFA_CENTS, TARIFA_FLOAT64, TARIFA_DECIMAL128] {
      // Parts of a cent are held by decimals alone.
      let kept = rows.indices.filter {
        kind == TARIFA_DECIMAL128
          || (Fraction(decimal: rows[$0][3]).map { ($0 * 100).denominator } ?? 1) == 1
      }
      let own = kept.map { rows[$0] }
      let table = Self.table(own)
      table.entries.hts = table.numbers(TARIFA_CODE, own.map { UInt64($0[0]) }, missing: 0)
      table.entries.day = table.numbers(TARIFA_DATE32, own.map { Day($0[2])?.number }, missing: 0)
      switch kind {
      case TARIFA_CENTS:
        table.entries.value = table.numbers(
          kind, own.map { scaled($0[3], 100).map { Int64($0) } }, missing: 0)
      case TARIFA_FLOAT64:
        table.entries.value = table.numbers(kind, own.map { Double($0[3]) }, missing: 0)
        table.entries.quantity = table.numbers(kind, own.map { Double($0[4]) }, missing: 0)
      default:
        table.entries.value = table.numbers(
          kind, own.map { scaled($0[3], 1000).map { Int128($0) } }, missing: 0, scale: 3)
        table.entries.quantity = table.numbers(
          kind, own.map { scaled($0[4], 10).map { Int128($0) } }, missing: 0, scale: 1)
      }
      let (answers, _) = try table.answers(PackedBook.opened())
      let wrong = kept.indices.filter { answers[$0] != expected[kept[$0]] }
      #expect(
        wrong.isEmpty,
        "\(kind): \(wrong.count): \(wrong.prefix(3).map { (own[$0], answers[$0], expected[kept[$0]]) })"
      )
    }
  }

  /// Numbers that are none, and amounts beyond any invoice, are bad rows and nothing else.
  @Test func numbersThatAreNoAmounts() throws {
    let values: [Double] = [.nan, .infinity, -.infinity, -0.01, 1e300]
    let table = EntryTable(rows: values.count)
    table.entries.hts = table.texts(values.map { _ in "8482105044" })
    table.entries.origin = table.texts(values.map { _ in "CN" })
    table.entries.day = table.texts(values.map { _ in "2018-07-06" })
    table.entries.value = table.numbers(TARIFA_FLOAT64, values, missing: 0)
    let (answers, counts) = try table.answers(PackedBook.opened())
    #expect(answers.allSatisfy { $0[0] == "bad-row" && $0[7].hasPrefix("value: ") }, "\(answers)")
    #expect(counts[Int(TARIFA_STATUS_BAD_ROW)] == Int64(values.count))
  }

  /// A binary value is rounded to the nearest cent, half away from zero, before the duty is.
  @Test func binaryValuesAreRoundedToTheCent() throws {
    let table = EntryTable(rows: 3)
    table.entries.hts = table.texts(["8482105044", "8482105044", "8482105044"])
    table.entries.origin = table.texts(["CN", "CN", "CN"])
    table.entries.day = table.texts(["2018-07-06", "2018-07-06", "2018-07-06"])
    table.entries.value = table.numbers(TARIFA_FLOAT64, [0.375, 0.38, 0.37], missing: 0)
    let (answers, _) = try table.answers(PackedBook.opened())
    #expect(answers[0] == answers[1])
    #expect(answers[0] != answers[2])
  }

  @Test func rowsMayNameTheirImporter() throws {
    let table = EntryTable(rows: 4)
    table.entries.hts = table.texts(["8482105044", "8482105044", "8482105044", "8482105044"])
    table.entries.origin = table.texts(["CN", "CN", "CN", "CN"])
    table.entries.day = table.texts(["2018-07-06", "2018-07-06", "2018-07-06", "2018-07-06"])
    table.entries.importer = table.texts(["us", nil, "atlantis", "us"])
    let (answers, _) = try table.answers(PackedBook.opened())
    #expect(answers[0][0] == "ok" && answers[0] == answers[1] && answers[0] == answers[3])
    #expect(
      answers[2][0] == "bad-row" && answers[2][7] == "importer: there is no law of 'atlantis'")
  }

  @Test func threadsShareABook() async throws {
    let rows = try Self.drawn(1200, seed: 4)
    let expected = try Self.batch(rows)
    let book = try OpenedBook(PackedBook.bytes(), importer: "us")
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<6 {
        group.addTask {
          let answers = try Self.table(rows).answers(book).rows
          return answers.indices.filter { answers[$0] != expected[$0] }.map {
            "\(rows[$0]): \(answers[$0]), and not \(expected[$0])"
          }
        }
      }
      for try await wrong in group { #expect(wrong.isEmpty, "\(wrong.prefix(3))") }
    }
  }

  @Test func aCallThatDoesNotKeepToTheHeaderIsRefused() throws {
    let table = EntryTable(rows: 1)
    table.entries.hts = table.texts(["8482105044"])
    table.entries.origin = table.numbers(TARIFA_DATE32, [1], missing: 0)
    #expect(throws: OpenedBook.Refused.self) { try table.answers(PackedBook.opened()) }
    table.entries.origin = table.texts(["CN"])
    table.entries.rows = -1
    #expect(throws: OpenedBook.Refused.self) { try table.answers(PackedBook.opened()) }
    #expect(abiVersion() == TARIFA_ABI_VERSION)
  }
}
