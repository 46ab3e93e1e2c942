import Hummingbird
import TarifaPages
import TarifaReport

extension PagePaths {
  func addDuty(to router: some RouterMethods<ServerContext>) {
    get("/duty", in: .duty, router) { request, query, _ in
      let form = DutyForm(
        countries: try desk.countries, given: query.given, day: try await desk.day())
      let code = query.text("hts")
      // Words are looked for first; the page of goods leads back here.
      if code.contains(where: \.isLetter) {
        return .seeOther(
          "/goods"
            + PageQuery.address([
              ("words", code), ("on", query.text("on")), ("origin", query.text("origin")),
            ]))
      }
      guard !code.isEmpty, !query.text("origin").isEmpty else {
        return Response(StartPage(desk.vintage, duty: form).dutyPage.html, to: request)
      }
      let given = query.parameters(of: try desk.route("duty"))
      let asked = try await desk.ask("duty", given)
      let history = try await history(query)
      let links = AnswerLinks(base: "/duty", query: PageQuery.address(given))
      let html = try await desk.render {
        try DutyPage(
          desk.vintage, form: form, answer: asked.document, history: history?.document,
          links: links,
          keeping: asked.refusal == nil ? KeepForm(question: "duty", given: given) : nil
        ).page().html
      }
      return Response(html, to: request, status: asked.refusal == nil ? .ok : .unprocessableContent)
    }
    parts(of: "/duty", in: .duty, router) { query in
      let asked = try await desk.ask("duty", query.parameters(of: try desk.route("duty")))
      return AnswerSource(document: asked.document, bytes: asked.bytes, kind: .duty)
    }
    parts(of: "/duty/history", in: .duty, router) { query in
      guard let asked = try await history(query) else {
        throw Problem(.missing, "the code has no history")
      }
      return AnswerSource(document: asked.document, bytes: asked.bytes, kind: .history)
    }
  }

  /// The life of the code of an entry; `nil` where it has none, which the duty says better.
  private func history(_ query: PageQuery) async throws -> Asked? {
    let route = try desk.route("history")
    let names = ["hts", "origin", "claim", "fact", "importer", "known-on", "assume"]
    let given = query.parameters(of: route).filter { names.contains($0.name) }
    do {
      let asked = try await desk.lasting("history", given)
      return asked.refusal == nil ? asked : nil
    } catch let problem as Problem where problem.kind == .wrongParameter {
      return nil
    }
  }

  /// Adds the parts of an answer below its page.
  func parts(
    of base: String, in room: PageRoom, _ router: some RouterMethods<ServerContext>,
    _ source: @escaping @Sendable (PageQuery) async throws -> AnswerSource
  ) {
    for path in ["answer.json", "report.html", "report.xlsx"] {
      get("\(base)/\(path)", in: room, router) { request, query, _ in
        try await part(path, try await source(query), request)
      }
    }
    for folder in ["chart", "table"] {
      get("\(base)/\(folder)/:file", in: room, router) { request, query, context in
        let file = context.parameters.get("file") ?? ""
        return try await part("\(folder)/\(file)", try await source(query), request)
      }
    }
  }

  func part(_ path: String, _ source: AnswerSource, _ request: Request) async throws -> Response {
    let file = try await desk.reception.run(desk.reception.quick) {
      Result { try source.part(path) }
    }.get()
    return Response(file, to: request)
  }
}
