import Answers
import Hummingbird
import TarifaPages

extension PagePaths {
  func addGoods(to router: some RouterMethods<ServerContext>) {
    get("/goods", in: .goods, router) { request, query, _ in
      var given = query.parameters(of: try desk.route("goods"))
      // Of what is found by words the best come first; the schedule is walked down whole.
      if query.text("words").isEmpty, query.text("most").isEmpty {
        given.append(("most", "\(GoodsAnswer.mostGiven)"))
      }
      let asked = try await desk.ask("goods", given)
      let html = try await desk.render {
        try GoodsPage(desk.vintage, answer: asked.document, origin: query.text("origin")).page()
          .html
      }
      return Response(html, to: request)
    }
  }

  func addLaw(to router: some RouterMethods<ServerContext>) {
    get("/law", in: .law, router) { request, query, _ in
      let given = query.parameters(of: try desk.route("law/book"))
      let book = try await desk.lasting("law/book", given)
      let data = try await desk.ask("data/list", [])
      let html = try await desk.render {
        try LawPage(desk.vintage).overview(book.document, data: data.document).html
      }
      return Response(html, to: request)
    }
    get("/law/:authority", in: .law, router) { request, query, context in
      let given = query.parameters(of: try desk.route("law/measures"))
      let asked = try await desk.lasting(
        "law/measures", given + [("authority", context.parameters.get("authority") ?? "")])
      let html = try await desk.render {
        try LawPage(desk.vintage).authority(asked.document).html
      }
      return Response(html, to: request)
    }
  }
}
