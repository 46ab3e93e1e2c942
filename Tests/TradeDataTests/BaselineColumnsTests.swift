import TariffLaw
import Testing
import TradeData

@Suite struct BaselineColumnsTests {
  let codes = ["85171300", "84821050", "84821050"]
  let origins = ["CN", "DE"].map {
    ImportBaseline.Origin(name: $0, countries: [CountryCode($0)].compactMap { $0 })
  }

  func baseline(
    origin: [Int] = [0, 1, 0], value: [Double] = [3, 2, 1], duty: [Double] = [0, 0, 0.5]
  ) throws -> ImportBaseline {
    try ImportBaseline.checked(
      id: "store:x", year: 2024, origins: origins, codes: codes.map { try HTSCode($0) },
      origin: origin, value: value, duty: duty, provenance: [.published, .split, .published])
  }

  @Test func cellsAreSorted() throws {
    let baseline = try baseline()
    #expect(baseline.codes.map(\.digits) == ["84821050", "84821050", "85171300"])
    #expect(baseline.origin == [0, 1, 0])
    #expect(baseline.value == [1, 2, 3])
    #expect(baseline.duty == [0.5, 0, 0])
    #expect(baseline.provenance == [.published, .split, .published])
  }

  @Test func columnsThatDoNotFit() {
    #expect(throws: ImportBaseline.ColumnsError.lengthsDiffer) { try baseline(value: [1]) }
    #expect(throws: ImportBaseline.ColumnsError.noSuchOrigin(1)) {
      try baseline(origin: [0, 2, 0])
    }
    #expect(throws: ImportBaseline.ColumnsError.notAnAmount(2)) {
      try baseline(value: [1, 1, -1])
    }
    #expect(throws: ImportBaseline.ColumnsError.notAnAmount(0)) {
      try baseline(duty: [.nan, 0, 0])
    }
  }
}
