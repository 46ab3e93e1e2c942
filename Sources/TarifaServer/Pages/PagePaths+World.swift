import Hummingbird
import TarifaPages
import TarifaReport

extension PagePaths {
  func addWorld(to router: some RouterMethods<ServerContext>) {
    get("/world", in: .world, router) { request, query, _ in
      var forms: [WorldForm] = []
      for kind in WorldForm.kinds {
        forms.append(
          WorldForm(kind, choices: try await worldChoices(kind), given: query.given))
      }
      return Response(WorldPage(desk.vintage).start(forms).html, to: request)
    }
    for kind in WorldForm.kinds { add(kind, to: router) }
  }

  private func add(_ kind: Report.Kind, to router: some RouterMethods<ServerContext>) {
    let (path, question) = (WorldForm.path(kind), Self.question(kind))
    get(path, in: .world, router) { request, query, _ in
      // The form is in the room's first page.
      guard !query.given.isEmpty else { return .seeOther("/world") }
      let given = try parameters(question, query)
      let form = WorldForm(kind, choices: try await worldChoices(kind), given: query.given)
      let asked = try await desk.ask(question, given)
      let html = try await desk.render {
        try WorldPage(desk.vintage).page(
          asked.document, kind, form: form,
          links: AnswerLinks(base: path, query: PageQuery.address(given)),
          keeping: KeepForm(question: question, given: given)
        ).html
      }
      return Response(html, to: request)
    }
    post(path, in: .world, router) { _, query in
      .seeOther(try await kept(question, try parameters(question, query)))
    }
    parts(of: path, in: .world, router) { query in
      let asked = try await desk.ask(question, try parameters(question, query))
      return AnswerSource(document: asked.document, bytes: asked.bytes, kind: kind)
    }
  }

  /// The question of a kind, by its path in the interface.
  private static func question(_ kind: Report.Kind) -> String {
    kind.rawValue.split(separator: " ").joined(separator: "/")
  }

  /// What a form about a world can be about.
  func worldChoices(_ kind: Report.Kind) async throws -> [WorldForm.Choice] {
    switch kind {
    case .escalation: try await desk.shipped("escalations")
    case .deficit: try await desk.shipped("deficit_plans")
    case .world: try await desk.shipped("actions", "agreements", "briefs")
    default: []
    }
  }
}
