import TestSupport
import Testing
import TradeData
import TradeStore

@Suite struct ImportMapTests {
  static let text = """
    hts,origin,year,value,duty
    0000000001,CN,2024,100.01,9
    8482105044,Old Country,2024,50,0
    8482105044,TOTAL,2024,150.01,9
    8517130000,DE,2024,7,0

    """

  @Test func codesAndOriginsAreMoved() throws {
    let fixture = try StoreFixture()
    let map = try fixture.write(
      "map.csv",
      """
      from,to,share
      0000.00.00.01,8482.10.50,0.333333333
      0000.00.00.01,8517.13.00,0.666666667
      old country,VN,
      total,drop,
      nobody,FR,

      """)
    let path = try fixture.write("a.csv", Self.text)
    let (set, outcome) = try fixture.importing([path], map: map)
    guard case .imported(let unused) = outcome else {
      Issue.record("not imported")
      return
    }
    #expect(unused == ["nobody"])
    #expect(set.total == ImportedSet.Sum(cells: 4, value: 15701, duty: 900))
    #expect(set.dropped == ImportedSet.LeftOut(rows: 1, value: 15001))
    #expect(set.mapped == ImportedSet.LeftOut(rows: 2, value: 15001))
    let baseline = try TradeStore(path: fixture.storePath).baseline("set", byRateLine: true)
      .baseline
    let cells = baseline.codes.indices.map {
      "\(baseline.codes[$0]) \(baseline.origins[baseline.origin[$0]].name) \(baseline.value[$0])"
        + " \(baseline.provenance[$0])"
    }
    #expect(
      cells == [
        "\(baseline.codes[0]) China 33.33 split", "\(baseline.codes[1]) Vietnam 50.0 published",
        "\(baseline.codes[2]) China 66.68 split", "\(baseline.codes[3]) Germany 7.0 published",
      ])
  }

  @Test(arguments: [
    (
      "from,to\n0000000001,0000000002\n",
      "map.csv, line 2, column 'to': '0000000002' is no rate line"
    ),
    ("from,to\nTOTAL,Nowhere\n", "map.csv, line 2, column 'to': 'Nowhere' is no country"),
    ("from,to,share\nx,DE,0.5\n", "map.csv, line 2, column 'share': the shares of 'x' sum to 0.5"),
    ("from,to,share\nx,DE,0.5\nx,DE,0.5\n", "map.csv, line 3, column 'to': 'x' goes to the same"),
    ("from,to,share\nx,DE,2\n", "map.csv, line 2, column 'share': '2' is not a share"),
    ("from,to,share\nx,DE,-1\n", "'-1' is not a share"),
    ("from,to\n,DE\n", "map.csv, line 2, column 'from': 'from' is empty"),
    ("from,to\nx,\n", "map.csv, line 2, column 'to': 'to' is empty"),
    ("from,to\nx\n", "map.csv, line 2: the record has 1 fields, the header 2"),
    ("a,b\nx,y\n", "map.csv, line 1: there is no column 'from' in the header"),
    ("from,to\n\"x,y\n", "map.csv: line 2, field 1: a quote is opened and never closed"),
    ("from,to\nTOTAL,drop\n", "Add them to the map"),
  ])
  func mapsThatDoNotFit(map: String, message: String) throws {
    let fixture = try StoreFixture()
    _ = try TradeStore(path: fixture.storePath)
    let before = try fixture.rows()
    let path = try fixture.write("a.csv", Self.text)
    let mapPath = try fixture.write("map.csv", map)
    let found = StoreFixture.message { try fixture.importing([path], map: mapPath) }
    #expect(found?.contains(message) ?? false, "\(found ?? "no error")")
    #expect(try fixture.rows() == before)
  }

  /// Shares lose no cent.
  @Test(arguments: 0..<30)
  func sharesSumToTheWhole(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let fixture = try StoreFixture()
    var text = "hts,origin,year,value,duty\n"
    var value = 0
    var duty = 0
    for row in 0..<40 {
      let (v, d) = (random.below(1_000_000_000), random.below(1_000_000))
      value += v
      duty += d
      text +=
        "00000000\(10 + row % 7),Old,2024,\(v / 100).\(v % 100 / 10)\(v % 10),\(d / 100).\(d % 100 / 10)\(d % 10)\n"
    }
    var map = "from,to,share\n"
    for code in 10..<17 {
      let share = 1 + random.below(999_999_998)
      map += "00000000\(code),84821050,\(Self.decimal(share))\n"
      map += "00000000\(code),85171300,\(Self.decimal(1_000_000_000 - share))\n"
    }
    let share = 1 + random.below(999_999_998)
    map += "old,DE,\(Self.decimal(share))\nold,FR,\(Self.decimal(1_000_000_000 - share))\n"
    let set = try fixture.importing(
      [fixture.write("a.csv", text)], map: fixture.write("map.csv", map)
    ).set
    #expect(set.total == ImportedSet.Sum(cells: 4, value: value, duty: duty))
  }

  static func decimal(_ billionths: Int) -> String {
    let digits = "\(billionths)"
    return "0." + String(repeating: "0", count: 9 - digits.count) + digits
  }
}
