import HTTPTypes
import Hummingbird
import JSONText
import Questions
import TradeStore

/// Questions that are kept with their answers.
struct ScenarioPaths: Sendable {
  static let all = "/v1/scenarios"
  static let one = "/v1/scenarios/:id"
  static let answer = "/v1/scenarios/:id/answer"

  let reception: Reception
  let clients: ConnectedClients
  let keeper: ScenarioKeeper
  let limits: ServerLimits
  let routes: [Route]

  func add(to router: some RouterMethods<ServerContext>) {
    router.post(RouterPath(Self.all)) { request, context in
      try await save(request, context)
    }
    router.get(RouterPath(Self.one)) { request, context in
      let scenario = try await keeper.scenario(context.parameters.get("id") ?? "")
      let notes = try await keeper.notes(of: scenario)
      let bytes = try await reception.run(reception.quick) {
        Result { Array(try Self.document(scenario, notes).text.utf8) }
      }.get()
      return Response(bytes: bytes, tag: EntityTag(of: bytes), to: request, isKept: true)
    }
    router.get(RouterPath(Self.answer)) { request, context in
      let bytes = try await keeper.scenario(context.parameters.get("id") ?? "").answer
      return Response(bytes: bytes, tag: EntityTag(of: bytes), to: request, isKept: true)
    }
  }

  private func save(_ request: Request, _ context: ServerContext) async throws -> Response {
    _ = try request.mediaType(among: [MediaType.json])
    let document = try JSONParameters.document(try await request.bytes(limit: limits.body))
    guard let members = document.object else {
      throw Problem(
        .malformed, "the body is JSON but no object",
        mend: "write {\"question\": \"duty\", \"parameters\": {...}}")
    }
    for (name, _) in members where !["question", "parameters"].contains(name) {
      throw Problem(
        .wrongParameter, "there is no such member", field: name,
        mend: "a scenario has 'question' and 'parameters'")
    }
    guard let question = document["question"]?.string,
      let route = routes.first(where: { $0.path == question })
    else {
      throw Problem(
        .wrongParameter, "names no question", field: "question",
        mend: "choose from " + routes.map(\.path).joined(separator: ", "))
    }
    let parameters = document["parameters"] ?? .object([])
    let given = try JSONParameters.parameters(parameters, of: route.fields)
    let (scenario, isNew) = try await clients.whileThere(context.channel) {
      switch try await keeper.ask(route, given, parameters) {
      case .kept(let scenario, let isNew): (scenario, isNew)
      case .refused(_, let why):
        throw Problem(.noAnswer, why, mend: "only answers are kept")
      }
    }
    var response = Response(
      .object(try Self.members(scenario)), status: isNew ? .created : .ok)
    response.headers[.location] = "\(Self.all)/\(scenario.id)"
    return response
  }

  private static func document(_ scenario: Scenario, _ notes: [String]) throws -> JSONValue {
    .object(try members(scenario, notes) + [("answer", try JSONValue(parsing: scenario.answer))])
  }

  /// - Parameter notes: how what answered it differs from this server; none where the scenario is new.
  private static func members(
    _ scenario: Scenario, _ notes: [String] = []
  ) throws -> [(name: String, value: JSONValue)] {
    let imported =
      scenario.imported.isEmpty
      ? .array([]) : try JSONValue(parsing: Array(scenario.imported.utf8))
    return [
      ("id", .string(scenario.id)), ("question", .string(scenario.question)),
      ("parameters", try JSONValue(parsing: Array(scenario.parameters.utf8))),
      ("engine", .string(scenario.engine)), ("data", .string(scenario.data)),
      ("imported", imported), ("notes", .array(notes.map { .string($0) })),
    ]
  }
}
