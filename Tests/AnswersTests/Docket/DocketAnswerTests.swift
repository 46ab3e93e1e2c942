import Answers
import Foundation
import TariffLaw
import Testing
import TradeAction

/// The docket as JSON and as text.
struct DocketAnswerTests {
  static func answer(_ id: String, _ day: String) throws -> DocketAnswer {
    DocketAnswer(Docket(try CaseLibrary.caseFile(id), on: try #require(Day(day))))
  }

  /// The JSON read back by another reader.
  private func document(_ id: String, _ day: String) throws -> [String: Any] {
    let text = try Self.answer(id, day).json.text
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func theContractsNamesAreThere() throws {
    for id in try CaseLibrary.ids() {
      let steps = try #require(try document(id, "2018-03-14")["steps"] as? [[String: Any]])
      #expect(!steps.isEmpty)
      for step in steps {
        #expect(step["step"] is String && step["citation"] is String && step["status"] is String)
        #expect(step.keys.contains("due") && step.keys.contains("done"))
      }
    }
  }

  @Test func chinaOn14March2018() throws {
    let document = try document("us-301-china-2017", "2018-03-14")
    #expect((document["late"] as? [Any])?.isEmpty == true)
    let next = try #require(document["next"] as? [[String: Any]])
    #expect(next.first?["step"] as? String == "determination")
    #expect(next.first?["due"] as? String == "2018-08-18")
    #expect(next.first?["days_left"] as? Int == 157)
    let steps = try #require(document["steps"] as? [[String: Any]])
    let row = try #require(steps.first { $0["step"] as? String == "determination" })
    #expect(row["status"] as? String == "due" && row["done"] is NSNull)
    #expect(row["citation"] as? String == "19 U.S.C. 2414(a)(2)(B)")
    #expect(row["rule"] as? String == "12 months after initiation")
    #expect(row["verified"] as? Bool == true)
  }

  /// What is from memory says so in the step, in a warning, and in the text.
  @Test func whatIsNotVerifiedIsFlagged() throws {
    for id in try CaseLibrary.ids() {
      let file = try CaseLibrary.caseFile(id)
      let document = try document(id, "\(file.heldUntil)")
      let steps = try #require(document["steps"] as? [[String: Any]])
      let warnings = try #require(document["warnings"] as? [String])
      let text = try Self.answer(id, "\(file.heldUntil)").text
      for step in steps where step["status"] as? String != "not-applicable" {
        let name = try #require(step["step"] as? String)
        let known = try #require(file.procedure.step(name))
        let isVerified = try #require(step["verified"] as? Bool)
        let limit = known.limit(in: file.tracks)
        #expect(isVerified == (limit?.reference ?? known.reference).isVerified)
        if !isVerified {
          #expect(warnings.contains { $0.contains("from memory") && $0.contains(name) }, "\(name)")
          #expect(text.contains("? from memory, not verified"))
        }
        let events = try #require(step["events"] as? [[String: Any]])
        if events.contains(where: { $0["verified"] as? Bool == false }) {
          #expect(
            warnings.contains { $0.hasPrefix("days of events") && $0.contains(name) }, "\(name)")
        }
      }
    }
    // The file of the China case has such events, so that the above is not empty.
    let file = try CaseLibrary.caseFile("us-301-china-2017")
    #expect(file.events.contains { $0.step != nil && !$0.isVerified })
  }

  @Test func theEndOfTheRecordIsSaid() throws {
    let within = try Self.answer("us-301-china-2017", "2018-03-14").text
    #expect(within.contains("record held until 2024-12-16"))
    #expect(!within.contains("the record of this case ends"))
    let after = try Self.answer("us-301-china-2017", "2026-01-01").text
    #expect(after.contains("the record of this case ends on 2024-12-16"))
    #expect(after.contains("Late   nothing"))
  }

  @Test func theHeadSaysWhatIsLateAndNext() throws {
    let text = try Self.answer("us-301-china-2017", "2018-03-14").text
    #expect(text.contains("Last   2017-10-10  Hear interested persons\n"))
    #expect(text.contains("Late   nothing\n"))
    #expect(text.contains("Next   2018-08-18  Determine whether actionable: due, 157 days left\n"))
    #expect(!text.contains("list-1"), "nothing later is told")
  }

  @Test func sameInputSameAnswer() throws {
    let (a, b) = (
      try Self.answer("us-301-china-2017", "2022-07-07"),
      try Self.answer("us-301-china-2017", "2022-07-07")
    )
    #expect(a.json.text == b.json.text && a.text == b.text)
  }
}
