import TariffLaw
import Testing
import TradeData

struct ShippedDataTests {
  @Test func everyFileIsIntactAndListed() throws {
    let manifest = try Manifest(try #require(ShippedFiles.bytes("MANIFEST.csv")).array)
    #expect(manifest.faults { ShippedFiles.bytes($0) } == [])
    let listed = Set(manifest.files.map(\.name))
    #expect(listed == Set(ShippedFiles.names).subtracting(["MANIFEST.csv"]))
    for file in manifest.files {
      for table in file.tables {
        #expect(table.rows > 0, "\(table.name)")
        #expect(!table.source.isEmpty, "\(table.name)")
      }
    }
  }

  @Test func aChangedByteIsFound() throws {
    let manifest = try Manifest(try #require(ShippedFiles.bytes("MANIFEST.csv")).array)
    let faults = manifest.faults { name in
      guard let bytes = ShippedFiles.bytes(name) else { return nil }
      guard name == "countries.tarifa" else { return bytes }
      var array = bytes.array
      array[array.count / 2] ^= 1
      return Bytes(array)
    }
    #expect(faults.count == 1)
  }

  /// FIPS 180-4 examples.
  @Test func theHashIsTheStandardOne() {
    func hash(_ text: String) -> String {
      Array(text.utf8).withUnsafeBytes { SHA256.hexadecimal($0) }
    }
    #expect(hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func theBaselineReproducesTheCensusTotals() throws {
    let baseline = try ImportBaseline.shipped2017()
    #expect(baseline.value.reduce(0, +) == 2_327_152_802_551)
    #expect(baseline.duty.reduce(0, +) == 32_941_344_553)
    func total(_ name: String) throws -> (value: Double, duty: Double) {
      let origin = try #require(baseline.origins.firstIndex { $0.name == name })
      var sum = (value: 0.0, duty: 0.0)
      for cell in baseline.codes.indices where baseline.origin[cell] == origin {
        sum.value += baseline.value[cell]
        sum.duty += baseline.duty[cell]
      }
      return sum
    }
    #expect(try total("China") == (503_651_580_046, 13_500_879_807))
    #expect(try total("Mexico") == (311_587_330_860, 333_457_246))
    #expect(try total("Vietnam") == (46_024_532_590, 3_321_067_479))
  }

  /// Chapter by origin against the published table, which is shipped too.
  @Test func everyPublishedMarginHolds() throws {
    let baseline = try ImportBaseline.shipped2017()
    let countries = try ShippedCountries.all()
    let table = Table("imports-hs2-origin", in: try ShippedFiles.archive("classes.tarifa"))
    let years = try table.integers("year")
    let codes = try table.texts("cty_code")
    let chapters = try table.texts("hs2")
    let values = try table.integers("con_val_usd")
    var sums: [String: Double] = [:]
    for cell in baseline.codes.indices {
      let origin = baseline.origins[baseline.origin[cell]]
      let chapter = baseline.codes[cell].prefix(2).digits
      sums["TOTAL/\(chapter)", default: 0] += baseline.value[cell]
      if origin.countries.count == 1,
        let census = countries.first(where: { $0.code == origin.countries[0] })?.census
      {
        sums["\(census)/\(chapter)", default: 0] += baseline.value[cell]
      }
    }
    let known = Set(sums.keys.map { $0.prefix { $0 != "/" } })
    var compared = 0
    for row in years.indices where years[row] == 2017 && known.contains(codes[row][...]) {
      #expect(
        sums["\(codes[row])/\(chapters[row])", default: 0] == Double(values[row]),
        "\(codes[row]) chapter \(chapters[row])")
      compared += 1
    }
    #expect(compared > 1900)
  }

  @Test func cellsAreSortedAndFlagged() throws {
    let baseline = try ImportBaseline.shipped2017()
    for cell in baseline.codes.indices.dropFirst() {
      #expect(
        (baseline.codes[cell - 1], baseline.origin[cell - 1])
          <= (baseline.codes[cell], baseline.origin[cell]))
    }
    #expect(baseline.value.allSatisfy { $0 >= 0 })
    #expect(baseline.duty.allSatisfy { $0 >= 0 })
    for cell in baseline.codes.indices where baseline.codes[cell].length < 8 {
      #expect(baseline.provenance[cell] == .unallocated)
    }
  }
}
