import HTTPTypes
import Hummingbird
import TarifaPages

/// The pages for people, at paths beside those of the interface.
struct PagePaths: Sendable {
  let desk: PageDesk
  let keeper: ScenarioKeeper
  let clients: ConnectedClients
  let limits: ServerLimits

  /// Adds a page; what goes wrong is a page too.
  func get(
    _ path: String, in room: PageRoom? = nil, _ router: some RouterMethods<ServerContext>,
    _ answer: @escaping @Sendable (Request, PageQuery, ServerContext) async throws -> Response
  ) {
    router.get(RouterPath(path)) { request, context in
      try await page(request, room) {
        let query = PageQuery(try request.queryParameters())
        return try await clients.whileThere(context.channel) {
          try await answer(request, query, context)
        }
      }
    }
  }

  /// Adds what a form sends to.
  func post(
    _ path: String, in room: PageRoom, _ router: some RouterMethods<ServerContext>,
    _ answer: @escaping @Sendable (Request, PageQuery) async throws -> Response
  ) {
    router.post(RouterPath(path)) { request, context in
      try await page(request, room) {
        _ = try request.mediaType(among: [MediaType.form])
        let bytes = try await request.bytes(limit: limits.body)
        let query = PageQuery(try FormText.parameters(bytes))
        return try await clients.whileThere(context.channel) { try await answer(request, query) }
      }
    }
  }

  private func page(
    _ request: Request, _ room: PageRoom?, _ answer: () async throws -> Response
  ) async throws -> Response {
    do {
      return try await answer()
    } catch let problem as Problem {
      return try await self.problem(problem, request, room)
    } catch let error as PageFormError {
      return try await self.problem(
        Problem(.wrongParameter, error.message, field: error.field), request, room)
    }
  }

  private func problem(
    _ problem: Problem, _ request: Request, _ room: PageRoom?
  ) async throws -> Response {
    var form: DutyForm?
    if room == .duty, let given = try? request.queryParameters() {
      form = DutyForm(
        countries: try desk.countries, given: PageQuery(given).given, day: try await desk.day())
    }
    return Response(problem, in: room, form: form, to: request)
  }

  func add(to router: some RouterMethods<ServerContext>) {
    for asset in PageAsset.all {
      router.get(RouterPath(asset.path)) { request, _ in
        var response = Response(PageFile(asset.bytes, type: asset.type), to: request)
        // Its address changes with its content.
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
      }
    }
    get("/", router) { request, _, _ in
      let form = DutyForm(countries: try desk.countries, day: try await desk.day())
      return Response(StartPage(desk.vintage, duty: form).page.html, to: request)
    }
    addDuty(to: router)
    addGoods(to: router)
    addDesign(to: router)
    addImpact(to: router)
    addWorld(to: router)
    addTimeline(to: router)
    addLaw(to: router)
    addKept(to: router)
  }

  /// Answers a question and keeps the answer.
  ///
  /// - Returns: where it stays.
  /// - Throws: ``Problem`` where there is no answer to keep.
  func kept(_ path: String, _ given: [Route.Parameter]) async throws -> String {
    switch try await outcome(path, given) {
    case .kept(let scenario, _): return "/kept/\(scenario.id)"
    case .refused(_, let why): throw Problem(.noAnswer, why, mend: "only answers are kept")
    }
  }

  func outcome(
    _ path: String, _ given: [Route.Parameter]
  ) async throws -> ScenarioKeeper.Outcome {
    let route = try desk.route(path)
    return try await keeper.ask(route, given, PageDesk.object(given, of: route))
  }
}
