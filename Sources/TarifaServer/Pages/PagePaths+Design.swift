import Hummingbird
import TarifaPages

extension PagePaths {
  func addDesign(to router: some RouterMethods<ServerContext>) {
    get("/design", in: .design, router) { request, query, _ in
      let shipped = try await desk.shipped("briefs")
      let name = query.text("brief")
      let form = try await desk.brief(name.isEmpty ? shipped.last?.id ?? "" : name)
      return Response(
        DesignPage(desk.vintage, form: form, shipped: shipped).empty.html, to: request)
    }
    post("/design", in: .design, router) { request, query in
      let form = try await filled(query)
      let given = [("brief", form.brief.text)] as [Route.Parameter]
      let asked: Asked
      switch try await outcome("design", given) {
      case .kept(let scenario, _): return .seeOther("/kept/\(scenario.id)")
      // What clashes is no answer to keep, but worth reading.
      case .refused(let refused, _): asked = refused
      }
      let shipped = try await desk.shipped("briefs")
      let html = try await desk.render {
        try DesignPage(desk.vintage, form: form, shipped: shipped)
          .page(asked.document, links: AnswerLinks(base: "/design"), permalink: nil).html
      }
      return Response(html, to: request, status: .unprocessableContent)
    }
    post("/design/frontier", in: .design, router) { request, query in
      let form = try await filled(query)
      let asked = try await desk.ask("design", [("brief", form.brief.text)])
      let html = try await desk.render {
        try DesignPage(desk.vintage, form: form, shipped: []).frontier(asked.document)
      }
      return Response(
        html, to: request, status: asked.refusal == nil ? .ok : .unprocessableContent)
    }
  }

  /// The brief of a form with what was filled in.
  private func filled(_ query: PageQuery) async throws -> BriefForm {
    var form = try await desk.brief(query.text("brief"))
    try form.apply(query.given)
    return form
  }
}
