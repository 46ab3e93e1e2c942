import Testing

import WorldModel

struct BaseReaderTests {
  @Test func aBaseIsRead() throws {
    let base = try WrittenBase().base()
    #expect(base.countries.map(\.name) == ["Aland", "Borduria"])
    #expect(base.sectors.map(\.isTradable) == [true, false])
    #expect(base.sectors.map { $0.thetas["LOW"] } == [2, 1.5])
    #expect(base.trade[base.flow(sector: 0, importer: 0, exporter: 1)] == 25)
    #expect(base.tariffs[base.flow(sector: 0, importer: 1, exporter: 0)] == 0.1)
    #expect(base.spending[0] == 100 + 25 * 1.05)
    #expect(base.output[0] == 120)
    // Half of 120 are inputs, of which 0.6 are goods; services spend 0.4 of 200, of which 0.3.
    let bought = 0.5 * 120 * 0.6 + 0.4 * 200 * 0.3
    #expect(abs(base.finalShare[0] - (126.25 - bought) / base.income[0]) <= 1e-12)
    #expect(base.deficit == [5, -5])
    #expect(base.notes.isEmpty)
  }

  @Test func withoutInputsLabourMakesEverything() throws {
    var written = WrittenBase()
    written.files["io"] = nil
    written.files["value_added"] = nil
    let base = try written.base()
    #expect(base.inputs.isEmpty && base.valueAdded == [320, 255])
  }

  /// The file, what is changed in it into what, and what is said.
  @Test(arguments: [
    (
      "trade", "2,B,B,150", "2,B,B,-150",
      "trade.csv, line 7, field 'value': -150 is below 0.0"
    ),
    (
      "trade", "1,A,A,100", "1,A,A,abc", "trade.csv, line 2, field 'value': 'abc' is not a number"
    ),
    (
      "trade", "1,A,A,100", "1,A,A,", "trade.csv, line 2, field 'value': the field is empty"
    ),
    (
      "trade", "1,A,A,100", "1,A,A,inf",
      "trade.csv, line 2, field 'value': the number is not finite"
    ),
    (
      "trade", "1,A,A,100", "1,A,A,1e308",
      "trade: the amounts of A are too large to add up; give them in a larger unit of money"
    ),
    (
      "trade", "1,A,A,100", "1,A,Z,100",
      "trade.csv, line 2, field 'importer': 'Z' is not among the countries"
    ),
    (
      "trade", "1,A,A,100", "9,A,A,100",
      "trade.csv, line 2, field 'sector': '9' is not among the sectors"
    ),
    (
      "trade", "2,B,B,150", "1,A,A,150",
      "trade.csv, line 7, field 'value': there was a row of this sector, exporter and importer before"
    ),
    (
      "trade", "exporter", "seller",
      "trade.csv, line 1, field 'exporter': the column is missing; the columns are sector, exporter, importer, value"
    ),
    (
      "trade", "1,B,B,80\n2,A,A,200\n2,B,B,150\n", "2,A,A,200\n",
      "trade: missing pair: B to itself has no value in any sector; own trade belongs in the file"
    ),
    (
      "trade", "2,A,A,200\n2,B,B,150\n", "",
      "trade: a zero row: nobody sells anything of sector 2; leave the sector out of all files or give its trade"
    ),
    (
      "tariffs", "1,B,A,0.05", "1,B,A,-0.05",
      "tariffs.csv, line 3, field 'rate': -0.05 is below 0.0"
    ),
    (
      "tariffs", "1,B,A,0.05", "1,B,A,inf",
      "tariffs: sector 1 from B into A is banned (inf) and has trade; give a rate or no trade"
    ),
    (
      "tariffs", "1,B,A,0.05", "1,A,A,0.05",
      "tariffs.csv, line 3, field 'rate': a country's own goods pay no tariff"
    ),
    (
      "io", "A,2,1,0.4", "A,2,1,0.5",
      "io.csv: the input shares of A, using sector 1, sum to 1.1, not 1; they are shares of its spending on inputs (0 only where it buys none and its value added share is 1)"
    ),
    (
      "value_added", "B,2,0.7\n", "",
      "value_added.csv: no row for country B, sector 2; write its share, 0 where it is none"
    ),
    (
      "value_added", "B,2,0.7", "B,2,1.7",
      "value_added.csv, line 5, field 'share': 1.7 is above 1"
    ),
    (
      "sectors", "1,Goods,1,5", "1,Goods,yes,5",
      "sectors.csv, line 2, field 'tradable': 'yes' is neither 0 nor 1"
    ),
    (
      "sectors", "1,Goods,1,5", "1,Goods,1,0",
      "sectors.csv, line 2, field 'theta': a trade elasticity is above 0"
    ),
    (
      "countries", "B,Bord", "A,Bord", "countries.csv, line 3, field 'code': 'A' stands there twice"
    ),
    ("countries", "A,Aland\nB,Borduria\n", "", "countries.csv: the file has no rows"),
  ])
  func whatIsWrongIsNamed(file: String, from: String, to: String, says: String) {
    #expect(WrittenBase().told(file, from, to) == says)
  }

  @Test(arguments: [
    ("trade", "trade.csv: the file is missing; a base needs countries, sectors, trade and tariffs"),
    ("value_added", "value_added.csv: the file is missing; io.csv needs it"),
  ])
  func aMissingFileIsNamed(file: String, says: String) {
    var written = WrittenBase()
    written.files[file] = nil
    #expect(written.told() == says)
  }

  /// Industries that would buy more than there is are fitted to it, and households' shares that are not
  /// those of the accounts are told.
  @Test func whatIsMovedIsNoted() throws {
    var written = WrittenBase()
    written.files["io"] = written.files["io"]?
      .replacing("A,1,2,0.3", with: "A,1,2,1").replacing("A,2,2,0.7", with: "A,2,2,0")
    written.files["final"] = "country,sector,share\nA,1,0.5\nA,2,0.5\nB,1,0.5\nB,2,0.5\n"
    written.files["value_added"] = written.files["value_added"]?.replacing(
      "A,2,0.6", with: "A,2,0.4")
    let base = try written.base()
    #expect(base.notes.count == 2)
    #expect(
      base.notes[0].hasPrefix(
        "io: industries would buy more of some sectors than there is; ")
        && base.notes[0].hasSuffix("most in sector 1 of A; trade and value added unchanged"))
    #expect(base.notes[1].hasPrefix("final: the shares given are not what the accounts leave"))
    // All goods go to industries; the accounts still hold.
    #expect(base.finalShare[0] == 0)
    EquilibriumIdentityTests.expectBalanced(base)
  }

  /// Services of A buy goods alone, more of them than A has.
  @Test func whatCannotBeFittedIsTold() {
    var written = WrittenBase()
    written.files["io"] = written.files["io"]?
      .replacing("A,1,2,0.3", with: "A,1,2,1").replacing("A,2,2,0.7", with: "A,2,2,0")
    #expect(
      written.told("value_added", "A,2,0.6", "A,2,0.3")
        == "io: industries of A would buy more than there is whichever inputs they turn to; look at its "
        + "input and value added shares")
  }

  @Test(arguments: [
    (
      "",
      "shock.csv, line 1, field 'sector': the column is missing; the columns are sector, exporter, importer, rate"
    ),
    (
      "sector,exporter,importer,rate\n",
      "shock.csv: the shock has no rows; a file of changed rates is expected"
    ),
    (
      "sector,exporter,importer,rate\n1,A,B,25%\n",
      "shock.csv, line 2, field 'rate': '25%' is not a number"
    ),
    (
      "sector,exporter,importer,rate\n1,A,B,-1\n",
      "shock.csv, line 2, field 'rate': a rate is above -1; it is a fraction, 0.25 for 25%"
    ),
    (
      "sector,exporter,importer,rate\n1,A,A,0.1\n",
      "shock.csv, line 2, field 'rate': a country's own goods pay no tariff"
    ),
    (
      "sector,exporter,importer,rate\n1,A,B,0.1\n1,A,B,0.2\n",
      "shock.csv, line 3, field 'rate': there was a row of this sector, exporter and importer before"
    ),
    (
      "sector,exporter,importer,rate\n3,A,B,0.1\n",
      "shock.csv, line 2, field 'sector': '3' is not among the sectors of the base"
    ),
  ])
  func aBadShockIsNamed(text: String, says: String) throws {
    let base = try WrittenBase().base()
    let error = #expect(throws: BaseError.self) {
      try ShockReader.shock(BaseTable(name: "shock.csv", bytes: Array(text.utf8)), on: base)
    }
    #expect(error.map { "\($0)" } == says)
  }

  @Test func aBanIsARateOfInfinity() throws {
    let base = try WrittenBase().base()
    let shock = try ShockReader.shock(
      BaseTable(
        name: "shock.csv", bytes: Array("sector,exporter,importer,rate\n1,A,B,inf\n".utf8)),
      on: base)
    #expect(shock.tariffs[base.flow(sector: 0, importer: 1, exporter: 0)] == .infinity)
    let (flows, value) = shock.changed(from: base)
    #expect(flows == 1 && value == 20)
  }
}
