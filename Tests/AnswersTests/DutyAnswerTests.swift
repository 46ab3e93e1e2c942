import Answers
import Foundation
import TariffLaw
import Testing
import TradeData

struct DutyAnswerTests {
  private func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  private func json(_ request: DutyRequest) throws -> [String: Any] {
    let book = try book()
    let text = DutyAnswer(
      try book.assess(try request.entry(in: book), fees: true), regime: book.regime, withFees: true
    ).json.text
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func theDocumentHasTheContractsMembers() throws {
    let answer = try json(
      DutyRequest(hts: "8482.10.50.44", origin: "CN", on: "2018-07-06", value: "10000"))
    for member in [
      "hts", "origin", "on", "edition", "status", "total", "lines", "readings", "questions",
      "warnings",
    ] { #expect(answer[member] != nil, "\(member)") }
    #expect(answer["hts"] as? String == "8482105044")
    let total = try #require(answer["total"] as? [String: Any])
    #expect(total["rate"] as? Double == 0.34)
    #expect(total["additional_rate"] as? Double == 0.25)
    #expect(total["duty"] as? Double == 3400)
    let lines = try #require(answer["lines"] as? [[String: Any]])
    let rates = lines.compactMap { $0["rate"] as? Double }
    #expect(abs(rates.reduce(0, +) - 0.34) < 1e-12)
    #expect(lines.contains { $0["heading"] as? String == "9903.88.01" })
    #expect(lines.contains { $0["status"] as? String == "not-in-scope" })
  }

  @Test func compoundAndSpecificDuties() throws {
    let milk = try json(
      DutyRequest(
        hts: "0402.29.50.00", origin: "NZ", on: "2017-06-01", value: "5000", quantity: "1000",
        unit: "kg"))
    #expect((milk["total"] as? [String: Any])?["duty"] as? Double == 1849)
    let oil = try json(
      DutyRequest(
        hts: "2709.00.20.10", origin: "NO", on: "2018-06-01", quantity: "1", unit: "barrels"))
    #expect((oil["total"] as? [String: Any])?["duty"] as? Double == 0.11)
    let open = try json(DutyRequest(hts: "2709.00.20.10", origin: "NO", on: "2018-06-01"))
    #expect(open["status"] as? String == "needs-facts")
    let questions = try #require(open["questions"] as? [[String: Any]])
    #expect(
      questions.contains { $0["fact"] as? String == "quantity" && $0["unit"] as? String == "bbl" })
  }

  @Test(arguments: [
    ("84821050443", "CN", "2018-07-06", "hts"), ("8482", "CN", "2018-07-06", "hts"),
    ("8482105044", "China", "2018-07-06", "origin"), ("8482105044", "CN", "2018-7-6", "on"),
  ])
  func malformedRequestsNameTheField(hts: String, origin: String, on: String, field: String) throws
  {
    let book = try book()
    do {
      _ = try DutyRequest(hts: hts, origin: origin, on: on).entry(in: book)
      Issue.record("accepted")
    } catch {
      #expect(error.field == field)
    }
  }

  @Test(arguments: [
    ("8482105099", "CN", "2018-07-06", EntryStatus.unknownCode, "Near it"),
    ("84821000", "CN", "2018-10-06", EntryStatus.unknownCode, "filled up with zeros"),
    ("8482105044", "ZZ", "2018-07-06", EntryStatus.unknownOrigin, "ISO"),
    ("8482105044", "CN", "2016-12-31", EntryStatus.outOfSpan, "outside"),
    ("8482105044", "CN", "2026-12-31", EntryStatus.outOfSpan, "outside"),
  ])
  func whatHasNoAnswerSaysWhy(
    hts: String, origin: String, on: String, status: EntryStatus, words: String
  ) throws {
    let book = try book()
    let answer = try book.assess(
      try DutyRequest(hts: hts, origin: origin, on: on).entry(in: book))
    #expect(answer.status == status)
    #expect(answer.total.rate == nil)
    #expect(answer.warnings.first?.contains(words) ?? false, "\(answer.warnings)")
  }

  @Test func negativeValuesAndUnknownFactsAreRefused() throws {
    let book = try book()
    for (request, field) in [
      (DutyRequest(hts: "84821050", origin: "CN", on: "2018-07-06", value: "-5"), "value"),
      (DutyRequest(hts: "84821050", origin: "CN", on: "2018-07-06", facts: ["colour=red"]), "fact"),
      (
        DutyRequest(hts: "84821050", origin: "CN", on: "2018-07-06", facts: ["quota=maybe"]), "fact"
      ),
      (DutyRequest(hts: "84821050", origin: "CN", on: "2018-07-06", claims: ["XX"]), "claim"),
      (
        DutyRequest(
          hts: "84821050", origin: "CN", on: "2018-07-06", quantity: "5", unit: "furlong"), "unit"
      ),
    ] {
      #expect(throws: RequestError.self, "\(field)") { try request.entry(in: book) }
    }
  }

  @Test func aBatchAnswersEveryRowInOrder() throws {
    let input = """
      id,hts,origin,date,value,quantity,unit,claims,facts
      a,8482105044,CN,2018-07-06,10000,,,,
      b,848210504,CN,2018-07-06,1,,,,
      c,6109100004,MX,2017-06-01,100,,,NAFTA,
      d,8482105044,CN,1999-01-01,1,,,,
      e,72081015,KR,2018-05-01,100,,,,quota=over
      """
    var output: [UInt8] = []
    let summary = try DutyBatch(book: book()).price(Array(input.utf8)) { output += $0 }
    let rows = String(decoding: output, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.map { $0[0] } == ["id", "a", "b", "c", "d", "e"])
    #expect(rows[1][1] == "ok" && rows[1][2] == "0.34" && rows[1][6] == "3400.00")
    #expect(rows[2][1] == "bad-row" && rows[2][2].isEmpty)
    #expect(rows[3][1] == "ok" && rows[3][2] == "0")
    #expect(rows[4][1] == "out-of-span")
    #expect(rows[5][1] == "inadmissible" && rows[5][2].isEmpty)
    #expect(summary.rows == 5)
    #expect(summary.byStatus.values.reduce(0, +) == 5)
  }
}
