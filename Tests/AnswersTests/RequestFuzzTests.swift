import Answers
import TabularText
import TariffLaw
import TestSupport
import Testing
import TradeData

/// Whatever is asked, there is an answer or a named refusal.
struct RequestFuzzTests {
  private static func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  private static let seedRows = [
    "1,8482.10.50.44,CN,2018-07-06,10000,,,,",
    "2,0402.29.50.00,NZ,2017-06-01,5000,1000,kg,,",
    "3,3901.10.10.00,MX,2020-07-01,12.5,,,USMCA,",
    "4,8450.11.00.40,TH,2018-02-07,100,1,no,,quota=in;exported=2018-02-01",
    "5,9102.11.10,CH,2019-01-01,100,2,no,,case=40",
  ]

  /// Rows in equal rows out, whatever the damage inside the rows.
  @Test(arguments: 0..<250)
  func damagedBatches(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let header = "id,hts,origin,date,value,quantity,unit,claims,facts\n"
    let body = damaged(
      Array((Self.seedRows.joined(separator: "\n") + "\n").utf8),
      pieces: [",", ";", "=", "-1", "9999999999999999999999999999999", "1e309", "KORUS", "\u{7f}"],
      with: &random)
    let input = Array(header.utf8) + body
    var rows = 0
    do {
      var reader = CSVReader(input)
      while let row = try reader.next() { rows += row.isEmpty ? 0 : 1 }
    } catch {
      // The file itself is damaged: the batch must refuse it too.
      #expect(throws: (any Error).self) {
        try DutyBatch(book: Self.book()).price(input) { _ in }
      }
      return
    }
    var output: [UInt8] = []
    let summary = try DutyBatch(book: Self.book()).price(input) { output += $0 }
    #expect(summary.rows == rows - 1)
    #expect(summary.byStatus.values.reduce(0, +) == summary.rows)
    var reader = CSVReader(output)
    var written = 0
    while let row = try reader.next() {
      #expect(row.count == DutyBatch.header.count)
      written += 1
    }
    #expect(written == summary.rows + 1)
  }
}
