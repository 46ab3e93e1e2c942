import Hummingbird
import TarifaPages

extension PagePaths {
  func addImpact(to router: some RouterMethods<ServerContext>) {
    get("/impact", in: .impact, router) { request, query, _ in
      let form = ImpactForm(
        subjects: try await desk.shipped("actions", "briefs"), given: query.given)
      guard !query.text("action").isEmpty else {
        return Response(ImpactPage(desk.vintage, form: form).empty.html, to: request)
      }
      let given = try parameters("assess", query)
      let asked = try await desk.ask("assess", given)
      let html = try await desk.render {
        try ImpactPage(desk.vintage, form: form).page(
          asked.document, links: AnswerLinks(base: "/impact", query: PageQuery.address(given)),
          keeping: KeepForm(question: "assess", given: given)
        ).html
      }
      return Response(html, to: request)
    }
    post("/impact", in: .impact, router) { _, query in try await answer("assess", query) }
    parts(of: "/impact", in: .impact, router) { query in
      let asked = try await desk.ask("assess", try parameters("assess", query))
      return AnswerSource(document: asked.document, bytes: asked.bytes, kind: .impact)
    }
    get("/compare", in: .compare, router) { request, query, _ in
      // Two briefs of one importer and partner to begin with: not every pair can be compared.
      let last = try await desk.shipped("briefs").suffix(2).map(\.id)
      let first = zip(["a", "b"], last).map { (name: $0, text: $1) }
      let page = ComparePage(
        desk.vintage, subjects: try await desk.shipped("briefs", "actions"),
        given: query.given + first)
      return Response(page.empty.html, to: request)
    }
    post("/compare", in: .compare, router) { _, query in try await answer("diff", query) }
  }

  /// The parameters of a form as those of its question.
  func parameters(_ path: String, _ query: PageQuery) throws -> [Route.Parameter] {
    query.parameters(of: try desk.route(path)).compactMap { name, text in
      // No draws are none asked for.
      name == "draws" && text == "0" ? nil : (name, PageDesk.document(text)) as Route.Parameter
    }
  }

  /// Answers, keeps the answer and goes to where it stays.
  private func answer(_ path: String, _ query: PageQuery) async throws -> Response {
    .seeOther(try await kept(path, try parameters(path, query)))
  }
}
