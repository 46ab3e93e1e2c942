import Hummingbird
import JSONText
import TarifaPages
import TarifaReport

extension PagePaths {
  func addTimeline(to router: some RouterMethods<ServerContext>) {
    get("/timeline", in: .timeline, router) { request, query, _ in
      let make = try await timeline(query)
      let html = try await desk.render { try make().page().html }
      return Response(html, to: request)
    }
    get("/timeline/chart/:file", in: .timeline, router) { request, query, context in
      let (make, name) = (try await timeline(query), context.parameters.get("file") ?? "")
      let file = try await desk.reception.run(desk.reception.quick) {
        Result { () throws -> PageFile in
          let (page, parts) = (try make(), name.split(separator: ".", maxSplits: 1))
          guard parts.count == 2, let position = Int(parts[0]),
            let chart = try page.chart(position),
            let file = try PageFile(
              chart, String(parts[1]), source: TimelinePage.source(page.measures, desk.vintage))
          else { throw Problem(.missing, "there is no picture '\(name)'") }
          return file
        }
      }.get()
      return Response(file, to: request)
    }
    post("/timeline/rate", in: .timeline, router) { _, query in
      let question = rateQuestion(from: query.text("from"), to: query.text("to"))
      if let known = try await keeper.answered(
        "rates/etr", PageDesk.object(question, of: try desk.route("rates/etr")))
      {
        return .seeOther("/kept/\(known.id)")
      }
      return .seeOther(try await kept("rates/etr", question))
    }
    get("/timeline/case", in: .timeline, router) { request, query, _ in
      let given = try await docket(query)
      let asked = try await desk.ask("case", given.parameters)
      let html = try await desk.render {
        try AnswerPage(
          desk.vintage, .docket, in: .timeline, docket: (given.id, given.day)
        ).page(
          asked.document,
          links: AnswerLinks(base: "/timeline/case", query: PageQuery.address(given.parameters)),
          keeping: KeepForm(question: "case", given: given.parameters)
        ).html
      }
      return Response(html, to: request)
    }
    parts(of: "/timeline/case", in: .timeline, router) { query in
      let asked = try await desk.ask("case", try await docket(query).parameters)
      return AnswerSource(document: asked.document, bytes: asked.bytes, kind: .docket)
    }
  }

  /// What the timeline is made of; it is made away from the threads that all requests share.
  private func timeline(
    _ query: PageQuery
  ) async throws -> @Sendable () throws -> TimelinePage {
    let measures = try await desk.lasting("law/measures", []).document
    let (cases, day) = (try await desk.shipped("cases"), try await desk.day())
    var dockets: [JSONValue] = []
    for item in cases {
      dockets.append(try await desk.lasting("case", [("file", item.id), ("on", day)]).document)
    }
    let whole = rateQuestion(
      from: measures["from"]?.string ?? "", to: measures["until"]?.string ?? "")
    let kept = try await keeper.answered(
      "rates/etr", PageDesk.object(whole, of: try desk.route("rates/etr")))
    let (authority, held) = (query.text("authority"), dockets)
    return { [desk] in
      let rate = try kept.map {
        (answer: try JSONValue(parsing: $0.answer), permalink: "/kept/\($0.id)")
      }
      return TimelinePage(
        desk.vintage, measures: measures, dockets: held, cases: cases,
        authority: authority.isEmpty ? nil : authority, rate: rate)
    }
  }

  private func docket(
    _ query: PageQuery
  ) async throws -> (id: String, day: String, parameters: [Route.Parameter]) {
    let (id, on) = (query.text("file"), query.text("on"))
    let day = on.isEmpty ? try await desk.day() : on
    return (id, day, [("file", id), ("on", day)])
  }

  private func rateQuestion(from: String, to: String) -> [Route.Parameter] {
    [("from", from), ("to", to), ("by", "authority")]
  }
}
