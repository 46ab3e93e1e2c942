import Hummingbird
import TarifaPages

extension PagePaths {
  func addImpact(to router: some RouterMethods<ServerContext>) {
    get("/impact", in: .impact, router) { request, query, _ in
      let form = ImpactForm(
        subjects: try await desk.shipped("actions", "briefs"), given: query.given)
      return Response(ImpactPage(desk.vintage, form: form).empty.html, to: request)
    }
    post("/impact", in: .impact, router) { request, query in
      try await ask("assess", query, request)
    }
    get("/compare", in: .compare, router) { request, query, _ in
      let subjects = try await desk.shipped("briefs", "actions")
      return Response(
        ComparePage(desk.vintage, subjects: subjects, given: query.given).empty.html, to: request)
    }
    post("/compare", in: .compare, router) { request, query in
      try await ask("diff", query, request)
    }
  }

  private func ask(
    _ path: String, _ query: PageQuery, _ request: Request
  ) async throws -> Response {
    let given = query.parameters(of: try desk.route(path)).compactMap { name, text in
      // No draws are none asked for.
      name == "draws" && text == "0" ? nil : (name, PageDesk.document(text)) as Route.Parameter
    }
    let (address, asked) = try await keep(path, given)
    guard let address else { throw Problem(.noAnswer, asked.refusal ?? "") }
    return .seeOther(address)
  }
}
