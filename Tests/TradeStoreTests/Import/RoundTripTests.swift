import TabularText
import TariffLaw
import Testing
import TradeData
import TradeStore

/// The shipped imports of 2024, written as official files and imported, are the same to the dollar.
@Suite struct RoundTripTests {
  struct Flow {
    let code: HTSCode
    let origin: String
    let value: Int
    let duty: Int
  }

  static func flows() throws -> [Flow] {
    let table = Table("imports", in: try ShippedFiles.archive("flows-2024.tarifa"))
    let codes = try table.integers("code")
    let origins = try table.texts("origin")
    let values = try table.integers("value")
    let duties = try table.integers("duty")
    return try codes.indices.map { row in
      let code = try #require(HTSCode(packed: UInt64(bitPattern: codes[row])))
      return Flow(
        code: code, origin: origins[row], value: Int(values[row]), duty: Int(duties[row]))
    }
  }

  /// Codes of the Census Bureau that the schedule does not have are dropped by a map.
  static let map = "from,to\n9999950000,drop\n2918000000,drop\n"

  static let dropped = ["9999950000", "2918000000"]

  static func isDropped(_ flow: Flow) -> Bool { dropped.contains(flow.code.digits) }

  @Test func theYearAsCensusFilesOfFourParts() throws {
    let fixture = try StoreFixture()
    let flows = try Self.flows()
    var files: [String] = []
    for part in 0..<4 {
      var writer = CSVWriter()
      writer.append(["I_COMMODITY", "CTY_CODE", "CON_VAL_YR", "CAL_DUT_YR", "YEAR"])
      for flow in flows[(flows.count * part / 4)..<(flows.count * (part + 1) / 4)] {
        writer.append([flow.code.digits, flow.origin, "\(flow.value)", "\(flow.duty)", "2024"])
      }
      files.append(try fixture.write("part\(part).csv", writer.bytes))
    }
    files[2] = try fixture.gzip("part2.csv")
    let set = try fixture.importing(files, map: fixture.write("map.csv", Self.map)).set
    let kept = flows.filter { !Self.isDropped($0) }
    #expect(set.rows == flows.count)
    #expect(set.total.cells == kept.count)
    #expect(set.total.value == kept.reduce(0) { $0 + $1.value } * 100)
    #expect(set.total.duty == kept.reduce(0) { $0 + $1.duty } * 100)
    #expect(set.dropped.value + set.total.value == flows.reduce(0) { $0 + $1.value } * 100)
    let special = kept.filter { $0.code.chapter == 98 }
    #expect(set.specialChapters[98]?.value == special.reduce(0) { $0 + $1.value } * 100)

    // The baseline is the plain sum by rate line and origin.
    struct Key: Hashable {
      let line: HTSCode
      let origin: String
    }
    var expected: [Key: (value: Int, duty: Int)] = [:]
    for flow in kept {
      let key = Key(line: flow.code.prefix(8), origin: flow.origin)
      let known = expected[key] ?? (0, 0)
      expected[key] = (known.value + flow.value, known.duty + flow.duty)
    }
    let weights = try #require(try ImportWeights.shipped("us-imports-2024"))
    let baseline = try TradeStore(path: fixture.storePath).baseline("set", byRateLine: true)
      .baseline
    #expect(baseline.year == 2024)
    #expect(baseline.codes.count == expected.count)
    #expect(Set(baseline.origins.map(\.countries)) == Set(weights.origins.map(\.countries)))
    #expect(zip(baseline.codes, baseline.codes.dropFirst()).allSatisfy { $0 <= $1 })
    var census: [String: String] = [:]
    for country in try ShippedCountries.all() { census[country.code.text] = country.census }
    for cell in baseline.codes.indices {
      let origin = baseline.origins[baseline.origin[cell]]
      let key = Key(
        line: baseline.codes[cell],
        origin: origin.countries.count == 1 ? census[origin.countries[0].text] ?? "" : "0003")
      #expect(baseline.value[cell] == Double(expected[key]?.value ?? -1))
      #expect(baseline.duty[cell] == Double(expected[key]?.duty ?? -1))
    }
  }

  /// Without folding to rate lines the baseline is the shipped one, cell by cell.
  @Test func theShippedBaselineOf2024() throws {
    let fixture = try StoreFixture()
    let shipped = try #require(try ImportBaseline.shipped("us-imports-2024"))
    var census: [[CountryCode]: String] = [:]
    for country in try ShippedCountries.all() { census[[country.code]] = country.census }
    var writer = CSVWriter()
    writer.append(["hts", "origin", "year", "value", "duty"])
    var kept: Set<String> = []
    for cell in shipped.codes.indices {
      let origin = shipped.origins[shipped.origin[cell]]
      writer.append([
        shipped.codes[cell].digits, census[origin.countries] ?? "0003", "2024",
        "\(Int(shipped.value[cell]))", "\(Int(shipped.duty[cell]))",
      ])
      guard shipped.value[cell] > 0, !Self.dropped.contains(shipped.codes[cell].digits) else {
        continue
      }
      kept.insert(
        "\(shipped.codes[cell]) \(origin.countries) \(shipped.value[cell]) \(shipped.duty[cell])")
    }
    try fixture.importing(
      [fixture.write("a.csv", writer.bytes)], map: fixture.write("map.csv", Self.map))
    let stored = try TradeStore(path: fixture.storePath).baseline("set").baseline
    let found = stored.codes.indices.map { cell in
      "\(stored.codes[cell]) \(stored.origins[stored.origin[cell]].countries)"
        + " \(stored.value[cell]) \(stored.duty[cell])"
    }
    #expect(found.count == kept.count)
    #expect(Set(found) == kept)
    #expect(stored.provenance == Array(repeating: .published, count: found.count))
  }

  /// Countries by name, values and duties in two files, separators and quotes.
  @Test func originsByNameAsDataWebFiles() throws {
    let fixture = try StoreFixture()
    var names: [String: String] = [:]
    for country in try ShippedCountries.all() { names[country.census] = country.name }
    let flows = try Self.flows().enumerated().filter {
      $0.offset % 11 == 0 && !Self.isDropped($0.element) && names[$0.element.origin] != nil
    }.map(\.element)
    var value = CSVWriter()
    var duty = CSVWriter()
    value.append(["HTS Number", "Country", "Year", "Quantity Description", "Customs Value"])
    duty.append(["HTS Number", "Country", "Year", "Calculated Duties"])
    for flow in flows {
      let name = names[flow.origin] ?? ""
      value.append([
        flow.code.dotted, name, "2024", "number", Dollars.text(cents: flow.value * 100),
      ])
      duty.append([flow.code.dotted, name, "2024", Dollars.text(cents: flow.duty * 100)])
    }
    let set = try fixture.importing([
      fixture.write("value.csv", value.bytes), fixture.write("duty.csv", duty.bytes),
    ]).set
    #expect(flows.count > 10_000)
    #expect(set.total.cells == flows.count)
    #expect(set.total.value == flows.reduce(0) { $0 + $1.value } * 100)
    #expect(set.total.duty == flows.reduce(0) { $0 + $1.duty } * 100)
    #expect(set.unusable.rows == 0)
  }
}
