import Testing
import TradeData
import TradeStore

/// Every layout the documentation names gives the same cells.
@Suite struct LayoutTests {
  static let census = """
    I_COMMODITY,CTY_CODE,CTY_NAME,CON_VAL_YR,CAL_DUT_YR,CON_QY1_YR,UNIT_QY1,YEAR,MONTH,COMM_LVL,SUMMARY_LVL
    8482105044,5700,CHINA,1234567,111111,5000,NO,2024,12,HS10,DET
    848210,5700,CHINA,1234567,111111,0,,2024,12,HS6,DET
    8482105044,4280,GERMANY,1000,90,4,NO,2024,12,HS10,DET
    8517130000,5520,VIETNAM,20000,0,3,NO,2024,12,HS10,DET
    8517130000,0003,EUROPEAN UNION,1000,90,4,NO,2024,12,HS10,CGP

    """

  static let dataWeb = """
    Data for 2024
    "HTS Number","Country","Year","Quantity Description","Customs Value","Calculated Duties","First Unit of Quantity"
    "8482105044","China","2024","number","1,234,567","111,111","5,000"
    "8482105044","Germany","2024","number","1,000","90","4"
    "8517130000","Vietnam","2024","number","20,000","0","3"

    """

  static let plain = """
    hts,origin,year,value,duty
    8482.10.50.44,CHN,2024,1234567,111111
    ="8482105044",Germany,2024,1000,90
    '8517130000,vietnam,2024,20000,0

    """

  @Test(arguments: [census, dataWeb, plain])
  func theSameCells(text: String) throws {
    let fixture = try StoreFixture()
    let set = try fixture.importing([fixture.write("a.csv", text)]).set
    #expect(set.year == 2024)
    #expect(set.total == ImportedSet.Sum(cells: 3, value: 125_556_700, duty: 11_120_100))
    let baseline = try TradeStore(path: fixture.storePath).baseline("set", byRateLine: true)
      .baseline
    #expect(baseline.id == "store:set")
    #expect(baseline.codes.map(\.digits) == ["84821050", "84821050", "85171300"])
    #expect(
      baseline.origin.map { baseline.origins[$0].countries.map(\.text) } == [
        ["CN"], ["DE"], ["VN"],
      ])
    #expect(baseline.value == [1_234_567, 1000, 20000])
    #expect(baseline.duty == [111_111, 90, 0])
    #expect(baseline.provenance.allSatisfy { $0 == .published })
  }

  @Test func summariesAreCountedAndLeftOut() throws {
    let fixture = try StoreFixture()
    let set = try fixture.importing([fixture.write("a.csv", Self.census)]).set
    #expect(set.summaries == ImportedSet.LeftOut(rows: 2, value: 123_556_700))
    #expect(set.basis == .consumption)
  }

  @Test func measuresInRowsAndMonthsInColumns() throws {
    let fixture = try StoreFixture()
    let months = ImportLayoutNames.months.joined(separator: ",")
    let text = """
      Data Type,HTS Number,Description,Country,Year,\(months)
      Customs Value,8482105044,BEARINGS,China,2024,1,2,3,4,5,6,7,8,9,10,11,12
      Calculated Duties,8482105044,BEARINGS,China,2024,0,0,0,0,0,0,0,0,0,0,0,7
      CIF Import Value,8482105044,BEARINGS,China,2024,9,9,9,9,9,9,9,9,9,9,9,9

      """
    let set = try fixture.importing([fixture.write("a.csv", text)]).set
    #expect(set.total == ImportedSet.Sum(cells: 1, value: 7800, duty: 700))
    #expect(set.summaries.rows == 1)
  }

  @Test func valuesAndDutiesInTwoFiles() throws {
    let fixture = try StoreFixture()
    let value = try fixture.write(
      "value.csv", "HTS Number,Country,Year,Customs Value\n8482105044,China,2024,100\n")
    let duty = try fixture.write(
      "duty.csv", "HTS Number,Country,Year,Calculated Duties\n8482105044,China,2024,9\n")
    let set = try fixture.importing([value, duty]).set
    #expect(set.total == ImportedSet.Sum(cells: 1, value: 10000, duty: 900))
    #expect(set.unusable.rows == 0)
  }

  @Test func monthsOfTheCensusAddUp() throws {
    let fixture = try StoreFixture()
    func text(_ month: Int) -> String {
      """
      commodity,cty_code,con_val_mo,cal_dut_mo,con_val_yr,cal_dut_yr,year,month
      8482105044,5700,100,9,\(month * 100),\(month * 9),2024,\(month)

      """
    }
    let files = try (1...12).map { try fixture.write("m\($0).csv", text($0)) }
    let set = try fixture.importing(files, monthly: true).set
    #expect(set.total == ImportedSet.Sum(cells: 1, value: 120_000, duty: 10_800))
    // The year to date of December is the same year.
    let yearly = try fixture.importing([files[11]], name: "yearly").set
    #expect(yearly.total == set.total)
    #expect(
      StoreFixture.message { try fixture.importing(Array(files[..<11]), name: "x", monthly: true) }
        == "the files have no values of month 12; a set is a whole year, so add the missing parts")
    #expect(
      StoreFixture.message { try fixture.importing([files[8]], name: "y") }?
        .contains("m9.csv, line 2, column 'month': the year to date of month 9 is not a year")
        ?? false)
  }

  @Test func generalImportsAreNamedAsSuch() throws {
    let fixture = try StoreFixture()
    let set = try fixture.importing([
      fixture.write("a.csv", "commodity,cty_code,gen_val_yr,year\n8482105044,5700,100,2024\n")
    ]).set
    #expect(set.basis == .general)
    // Without duty there is no baseline.
    #expect(set.unusable == ImportedSet.LeftOut(rows: 1, value: 10000))
    #expect(
      StoreFixture.message { _ = try TradeStore(path: fixture.storePath).baseline("set") }?
        .contains("a baseline needs the duty too") ?? false)
  }

  @Test func withheldIsUnknownAndReported() throws {
    let fixture = try StoreFixture()
    let text = """
      hts,origin,year,value,duty
      8482105044,CN,2024,(D),(D)
      8482105044,DE,2024,1000,(D)
      8517130000,VN,2024,500,0

      """
    let set = try fixture.importing([fixture.write("a.csv", text)]).set
    #expect(set.unknownValueRows == 1)
    #expect(set.unknownDutyRows == 2)
    #expect(set.total == ImportedSet.Sum(cells: 3, value: 150_000, duty: 0))
    #expect(set.unusable == ImportedSet.LeftOut(rows: 2, value: 100_000))
    let baseline = try TradeStore(path: fixture.storePath).baseline("set", byRateLine: true)
      .baseline
    #expect(baseline.value == [500])
    // Unknown is NULL in the store, not zero.
    #expect(
      try fixture.rows().contains { $0.contains("origin:\"CN\"") && $0.contains("value:NULL") })
  }

  @Test func cellsWithoutValueHoldNoImports() throws {
    let fixture = try StoreFixture()
    let text = "hts,origin,year,value,duty\n8482105044,CN,2024,0,0\n8482105044,DE,2024,5,0\n"
    let set = try fixture.importing([fixture.write("a.csv", text)]).set
    #expect(set.total.cells == 2)
    #expect(set.unusable.rows == 0)
    let baseline = try TradeStore(path: fixture.storePath).baseline("set").baseline
    #expect(baseline.value == [5])
    #expect(baseline.origins.map(\.name) == ["Germany"])
  }

  @Test func unitsThatDifferGiveNoQuantity() throws {
    let fixture = try StoreFixture()
    let text = """
      hts,origin,year,value,duty,quantity,unit
      8482105044,CN,2024,1,0,5,No
      8482105044,CN,2024,1,0,5,kg
      8482105044,CN,2024,1,0,5,No
      8482105044,DE,2024,1,0,5,No
      8482105044,DE,2024,1,0,2.5,No

      """
    try fixture.importing([fixture.write("a.csv", text)])
    let rows = try fixture.rows().filter { $0.hasPrefix("flow:") }
    #expect(
      rows.contains { $0.contains("origin:\"CN\"") && $0.contains("quantity:NULL unit:NULL") })
    #expect(
      rows.contains { $0.contains("origin:\"DE\"") && $0.contains("quantity:750 unit:\"No\"") })
  }

  @Test func aYearIsChosenFromSeveral() throws {
    let fixture = try StoreFixture()
    let path = try fixture.write(
      "a.csv",
      "hts,origin,year,value,duty\n8482105044,CN,2023,5,0\n8482105044,CN,2024,7,0\n")
    let set = try fixture.importing([path], year: 2024).set
    #expect(set.total.value == 700)
    #expect(set.otherYears == ImportedSet.LeftOut(rows: 1, value: 500))
    #expect(
      StoreFixture.message { try fixture.importing([path], name: "x") }
        == "a.csv, line 3, column 'year': the records above are of 2023, this one of 2024; choose"
        + " with --year")
  }

  @Test func spreadsheetHabitsAreRead() throws {
    let fixture = try StoreFixture()
    let text =
      "\u{FEFF}hts,origin,year,value,duty\r\n\"8482.10.50.44\",\"CN\",2024,\"1,000\",\"$90.00\"\r\n\r\n"
    let set = try fixture.importing([fixture.write("a.csv", text)]).set
    #expect(set.total == ImportedSet.Sum(cells: 1, value: 100_000, duty: 9000))
  }
}

enum ImportLayoutNames {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
