import TabularText
import Testing
import TradeData
import TradeStore

@Suite struct OriginNameTests {
  /// Every country is known by its letters, its Schedule C number and both its names.
  @Test func everySpelling() throws {
    let fixture = try StoreFixture()
    let countries = try ShippedCountries.all()
    var writer = CSVWriter()
    writer.append(["hts", "origin", "year", "value", "duty"])
    for country in countries {
      for text in [
        country.code.text, country.iso3, country.census, country.name, country.censusName,
        country.name.uppercased(),
      ] {
        writer.append(["8482105044", text.isEmpty ? country.code.text : text, "2024", "1", "0"])
      }
    }
    try fixture.importing([fixture.write("a.csv", writer.bytes)])
    let baseline = try TradeStore(path: fixture.storePath).baseline("set").baseline
    #expect(baseline.value == Array(repeating: 6, count: countries.count))
    #expect(Set(baseline.origins.flatMap(\.countries)) == Set(countries.map(\.code)))
  }

  @Test(arguments: [
    ("United Kingdom", "GB"), ("Burma", "MM"), ("Burma (Myanmar)", "MM"), ("Turkey", "TR"),
    ("South Korea", "KR"), ("7660", "CD"), ("  hong   kong ", "HK"), ("cz", "CZ"),
  ])
  func officialNames(text: String, code: String) throws {
    let fixture = try StoreFixture()
    try fixture.importing([
      fixture.write("a.csv", "hts,origin,year,value,duty\n8482105044,\(text),2024,1,0\n")
    ])
    let baseline = try TradeStore(path: fixture.storePath).baseline("set").baseline
    #expect(baseline.origins.map { $0.countries.map(\.text) } == [[code]])
  }
}
