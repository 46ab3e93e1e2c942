import Foundation
import HTTPTypes
import JSONText
import TarifaServer
import TestSupport
import Testing

/// The pages over sockets: what a person clicks, and what programs find behind it.
@Suite struct PageTests {
  static let form = "application/x-www-form-urlencoded"

  @Test func everyRoomOpens() async throws {
    try await ServerFixture().test { client in
      for path in [
        "/", "/duty", "/duty?hts=8482.10.50.44&origin=CN&on=2018-07-06&value=10000", "/goods",
        "/goods?words=ball+bearings", "/goods?under=8482", "/design",
        "/design?brief=brief-us-cn-30bn", "/impact", "/impact?action=us-301-list-2", "/compare",
        "/timeline", "/timeline?authority=section-301",
        "/timeline/case?file=us-301-china-2017&on=2018-03-14", "/law", "/law/section-232",
      ] {
        let page = try await client.get(path)
        #expect(page.status == .ok, "\(path)")
        #expect(page.headers[.contentType]?.hasPrefix("text/html") == true, "\(path)")
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.hasPrefix("<!DOCTYPE html>"))
        // What a page refers to is there.
        for piece in text.split(separator: "href=\"/assets/").dropFirst() {
          let asset = "/assets/" + piece.prefix { $0 != "\"" }
          #expect(try await client.get(asset).status == .ok, "\(asset)")
        }
      }
    }
  }

  /// All chapters can be walked to, what is asked to begin with can be answered, and a form asks again as it was asked.
  @Test func formsAndListsAreWhole() async throws {
    @Sendable func text(_ client: ServerClient, _ path: String) async throws -> String {
      String(decoding: try await client.get(path).bytes, as: UTF8.self)
    }
    try await ServerFixture().test { client in
      let chapters = try await text(client, "/goods")
      #expect(chapters.contains("under=99") && !chapters.contains("The best"))
      let compare = try await text(client, "/compare")
      for id in ["brief-us-cn-30bn", "brief-us-cn-60bn"] {
        #expect(compare.contains("<option value=\"\(id)\" selected"), "\(id)")
      }
      let impact = try await text(client, "/impact?action=us-301-list-2&draws=20")
      #expect(impact.contains("<option value=\"20\" selected"))
    }
  }

  /// The same question by command line, HTTP and page gives the same bytes.
  @Test func pagesHoldTheBytesOfTheCommand() async throws {
    let fixture = try ServerFixture()
    let query = "hts=8482.10.50.44&origin=CN&on=2018-07-06&value=10000"
    let printed = try BuiltCommand.run(
      [
        "duty", "8482.10.50.44", "--origin", "CN", "--on", "2018-07-06", "--value", "10000",
        "--json",
      ])
    let assessed = try BuiltCommand.run(["assess", "us-301-list-2", "--json"])
    try await fixture.test { client in
      #expect(try await client.get("/v1/duty?\(query)").bytes == printed.output)
      #expect(try await client.get("/duty/answer.json?\(query)").bytes == printed.output)
      let sent = try await client.post(
        "/impact", "action=us-301-list-2&draws=0&model=", type: Self.form)
      #expect(sent.status == .seeOther)
      let kept = try #require(sent.headers[.location])
      #expect(try await client.get(kept + "/answer.json").bytes == assessed.output)
      let scenario = kept.replacing("/kept/", with: "/v1/scenarios/")
      #expect(try await client.get(scenario + "/answer").bytes == assessed.output)
      let page = String(decoding: try await client.get(kept).bytes, as: UTF8.self)
      let answer = try JSONValue(parsing: Array(assessed.output))
      #expect(page.contains(try #require(answer["title"]?.string)))
    }
  }

  /// A permalink opens in another server on the same store, with what it rests on.
  @Test func permalinksOutliveTheServer() async throws {
    let fixture = try ServerFixture()
    let kept = try await fixture.test { client in
      let sent = try await client.post(
        "/kept", "question=duty&hts=8482.10.50.44&origin=CN&on=2018-07-06&value=10000",
        type: Self.form)
      #expect(sent.status == .seeOther)
      return try #require(sent.headers[.location])
    }
    let again = try fixture.again()
    try await ServerFixture.test(again) { client in
      let page = try await client.get(kept)
      #expect(page.status == .ok)
      #expect(String(decoding: page.bytes, as: UTF8.self).contains("$3,400.00"))
      for part in ["chart/0.svg", "chart/0.csv", "table/0.csv", "report.html", "report.xlsx"] {
        let file = try await client.get("\(kept)/\(part)")
        #expect(file.status == .ok, "\(part)")
        #expect(!file.bytes.isEmpty)
      }
      for missing in ["chart/99.svg", "chart/0.gif", "table/x.csv", "chart/..%2f"] {
        #expect(try await client.get("\(kept)/\(missing)").status == .notFound, "\(missing)")
      }
    }
  }

  /// The $60 bn brief by its form, changed to $45 bn.
  @Test func aBriefIsAForm() async throws {
    try await ServerFixture().test { client in
      let sent = try await client.post(
        "/design", "brief=brief-us-cn-60bn&target=45&most=1500", type: Self.form)
      #expect(sent.status == .seeOther)
      let kept = try #require(sent.headers[.location])
      let answer = try await client.get(kept + "/answer.json").document
      let value = try #require(answer["value"]?.number)
      #expect((44.775e9...45.225e9).contains(value))
      #expect(answer["status"]?.string == "chosen")
      let page = String(decoding: try await client.get(kept).bytes, as: UTF8.self)
      #expect(page.contains("Why these goods"))
      // What no list meets is said on a page, and not kept.
      let clash = try await client.post(
        "/design", "brief=brief-us-cn-60bn&target=900", type: Self.form)
      #expect(clash.status == .unprocessableContent)
    }
  }

  /// Who looks for a page is told so on one; a program gets a document.
  @Test func nothingIsAPageForPeople() async throws {
    try await ServerFixture().test { client in
      let page = try await client.get("/dutty", headers: [.accept: "text/html,*/*;q=0.8"])
      #expect(page.status == .notFound)
      #expect(page.headers[.contentType]?.hasPrefix("text/html") == true)
      #expect(String(decoding: page.bytes, as: UTF8.self).contains("there is no /dutty"))
      let document = try await client.get("/v1/dutty", headers: [.accept: "text/html"])
      #expect(document.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func wrongQuestionsAreMendedOnThePage() async throws {
    try await ServerFixture().test { client in
      let wrong = try await client.get("/duty?hts=8482.1&origin=CN&on=2018-07-06")
      #expect(wrong.status == .badRequest || wrong.status == .unprocessableContent)
      #expect(wrong.headers[.contentType]?.hasPrefix("text/html") == true)
      let words = try await client.get("/duty?hts=ball+bearings&origin=CN&on=2018-07-06")
      #expect(words.status == .seeOther)
      #expect(words.headers[.location]?.hasPrefix("/goods?words=ball%20bearings") == true)
      let hostile = try await client.get("/goods?words=%3Cscript%3Ealert(1)%3C/script%3E")
      #expect(!String(decoding: hostile.bytes, as: UTF8.self).contains("<script>alert"))
      let number = try await client.post(
        "/design", "brief=brief-us-cn-60bn&target=much", type: Self.form)
      #expect(number.status == .badRequest)
      #expect(String(decoding: number.bytes, as: UTF8.self).contains("much"))
      let origin = try #require(HTTPField.Name("Origin"))
      let foreign = try await client.execute(
        uri: "/kept", method: .post,
        headers: [.contentType: Self.form, origin: "http://evil.example"],
        body: "question=duty&hts=8482.10.50.44&origin=CN&on=2018-07-06")
      #expect(foreign.status == .forbidden)
    }
  }

  /// A browser may hide the origin of a page's own form; from which site it comes, no page can write.
  @Test(arguments: [("same-origin", 303), ("cross-site", 403), (nil, 403)] as [(String?, Int)])
  func hiddenOriginsAreJudgedBySite(_ site: String?, _ status: Int) async throws {
    let (origin, fetched) = (
      try #require(HTTPField.Name("Origin")), try #require(HTTPField.Name("Sec-Fetch-Site"))
    )
    var headers: HTTPFields = [.contentType: Self.form, origin: "null"]
    if let site { headers[fetched] = site }
    let sent = headers
    try await ServerFixture().test { client in
      let answer = try await client.execute(
        uri: "/kept", method: .post, headers: sent,
        body: "question=duty&hts=8482.10.50.44&origin=CN&on=2018-07-06")
      #expect(answer.status.code == status)
    }
  }
}
