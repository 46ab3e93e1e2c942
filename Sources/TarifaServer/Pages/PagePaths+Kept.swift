import Hummingbird
import JSONText
import TarifaPages
import TarifaReport
import TradeStore

extension PagePaths {
  func addKept(to router: some RouterMethods<ServerContext>) {
    post("/kept", in: .duty, router) { _, query in
      let path = query.text("question")
      return .seeOther(try await kept(path, query.parameters(of: try desk.route(path))))
    }
    // A reporter's link is opened a thousand times.
    let rendered = RecentlyMade<String>(most: 32_000_000) { $0.utf8.count }
    get("/kept/:id", router) { request, _, context in
      let id = context.parameters.get("id") ?? ""
      let html = try await rendered.value(id) {
        let kept = try await keeper.scenario(id)
        // What is said of imported sets changes with the store.
        return (try await page(of: kept), isKept: kept.imported.isEmpty)
      }
      return Response(html, to: request)
    }
    for path in ["answer.json", "report.html", "report.xlsx"] {
      get("/kept/:id/\(path)", router) { request, _, context in
        try await part(path, try await source(context), request)
      }
    }
    for folder in ["chart", "table"] {
      get("/kept/:id/\(folder)/:file", router) { request, _, context in
        let file = context.parameters.get("file") ?? ""
        return try await part("\(folder)/\(file)", try await source(context), request)
      }
    }
  }

  private func source(_ context: ServerContext) async throws -> AnswerSource {
    let kept = try await keeper.scenario(context.parameters.get("id") ?? "")
    return AnswerSource(
      document: try JSONValue(parsing: kept.answer), bytes: kept.answer, kind: try kind(of: kept),
      engine: kept.engine)
  }

  private func kind(of kept: Scenario) throws -> Report.Kind {
    let command = try desk.route(kept.question).command.joined(separator: " ")
    guard let kind = Report.Kind(rawValue: command) else {
      throw Problem(
        .missing, "no page is made for answers of '\(kept.question)'",
        mend: "/v1/scenarios/\(kept.id) has it as a document")
    }
    return kind
  }

  /// The page of a kept answer: as it was, also after the engine or the data moved on.
  private func page(of kept: Scenario) async throws -> String {
    let kind = try kind(of: kept)
    let permalink = "/kept/\(kept.id)"
    let links = AnswerLinks(base: permalink)
    let vintage = PageVintage(engine: kept.engine, data: kept.data)
    let notes = try await keeper.notes(of: kept)
    let parameters = try JSONValue(parsing: Array(kept.parameters.utf8))
    let given = try JSONParameters.parameters(
      parameters, of: try desk.route(kept.question).fields)
    let subjects = try await desk.shipped("actions", "briefs")
    switch kind {
    case .duty:
      let form = DutyForm(countries: try desk.countries, given: given, day: try await desk.day())
      return try await desk.render {
        try DutyPage(
          vintage, form: form, answer: try JSONValue(parsing: kept.answer), history: nil,
          links: links, permalink: permalink, notes: notes
        ).page().html
      }
    case .design:
      let briefs = try await desk.shipped("briefs")
      let text = parameters["brief"]?.string ?? ""
      let form: BriefForm
      do {
        form = try await desk.brief(text)
      } catch let problem as Problem where problem.kind == .wrongParameter {
        // The brief of an id may be gone when the program is another; what else goes wrong is told, not kept.
        form = BriefForm(.object([("id", .string(text))]))
      }
      return try await desk.render {
        try DesignPage(vintage, form: form, shipped: briefs, notes: notes)
          .page(try JSONValue(parsing: kept.answer), links: links, permalink: permalink).html
      }
    case .impact:
      return try await desk.render {
        try ImpactPage(
          vintage, form: ImpactForm(subjects: subjects, given: Self.lines(given)), notes: notes
        ).page(try JSONValue(parsing: kept.answer), links: links, permalink: permalink).html
      }
    case .comparison:
      return try await desk.render {
        try ComparePage(vintage, subjects: subjects, given: Self.lines(given), notes: notes)
          .page(try JSONValue(parsing: kept.answer), links: links, permalink: permalink).html
      }
    case .world, .game, .escalation, .deficit:
      let form = WorldForm(
        kind, choices: try await worldChoices(kind), given: Self.lines(given))
      return try await desk.render {
        try WorldPage(vintage, notes: notes)
          .page(
            try JSONValue(parsing: kept.answer), kind, form: form, links: links,
            permalink: permalink
          ).html
      }
    default:
      return try await desk.render {
        try AnswerPage(vintage, kind, in: .timeline, notes: notes)
          .page(try JSONValue(parsing: kept.answer), links: links, permalink: permalink).html
      }
    }
  }

  /// Documents in one line, as the fields of a form carry them.
  private static func lines(_ given: [Route.Parameter]) -> [Route.Parameter] {
    given.map { name, text in
      guard text.first == "{", let value = try? JSONValue(parsing: Array(text.utf8)) else {
        return (name, text)
      }
      return (name, value.line)
    }
  }
}
