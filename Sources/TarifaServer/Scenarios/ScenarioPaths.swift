import HTTPTypes
import Hummingbird
import JSONText
import Questions
import TradeData
import TradeStore

/// Questions that are kept with their answers.
struct ScenarioPaths: Sendable {
  static let all = "/v1/scenarios"
  static let one = "/v1/scenarios/:id"
  static let answer = "/v1/scenarios/:id/answer"

  let reception: Reception
  let clients: ConnectedClients
  let path: String?
  let limits: ServerLimits
  let routes: [Route]

  func add(to router: some RouterMethods<ServerContext>) {
    router.post(RouterPath(Self.all)) { request, context in
      try await save(request, context)
    }
    router.get(RouterPath(Self.one)) { request, context in
      let scenario = try await saved(context)
      let sets = try await inStore { path throws(StoreError) in
        try TradeStore.existing(path: path)?.sets() ?? []
      }
      let bytes = try await reception.run(reception.quick) {
        Result { Array(try Self.document(scenario, sets).text.utf8) }
      }.get()
      return Response(bytes: bytes, tag: EntityTag(of: bytes), to: request, isKept: true)
    }
    router.get(RouterPath(Self.answer)) { request, context in
      let bytes = try await saved(context).answer
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
      let timed = try await reception.timed(route, given)
      if let refusal = timed.asked.refusal {
        throw Problem(.noAnswer, refusal, mend: "only answers are kept")
      }
      let scenario = Scenario(
        question: question, parameters: parameters.line, engine: EngineVersion.text,
        data: DataVintage.hash, imported: Self.line(timed.imported), answer: timed.asked.bytes)
      let isNew = try await inStore { path throws(StoreError) in
        try TradeStore(path: path).save(scenario)
      }
      return (scenario, isNew)
    }
    var response = Response(
      .object(try Self.members(scenario)), status: isNew ? .created : .ok)
    response.headers[.location] = "\(Self.all)/\(scenario.id)"
    return response
  }

  private func saved(_ context: ServerContext) async throws -> Scenario {
    let id = context.parameters.get("id") ?? ""
    let found = try await inStore { path throws(StoreError) in
      try TradeStore.existing(path: path)?.scenario(id)
    }
    guard let found else {
      throw Problem(.missing, "there is no scenario '\(id)'", field: "id")
    }
    return found
  }

  private func inStore<Value: Sendable>(
    _ use: @escaping @Sendable (String) throws(StoreError) -> Value
  ) async throws -> Value {
    try await reception.run(reception.quick) { [path] () -> Result<Value, Problem> in
      do throws(StoreError) {
        return .success(try use(try StoreLocation.path(path)))
      } catch {
        return .failure(Problem(.store, "\(error)"))
      }
    }.get()
  }

  /// Imported sets as one line of JSON; empty for none.
  private static func line(_ sets: [ImportedSet]) -> String {
    guard !sets.isEmpty else { return "" }
    return JSONValue.array(
      sets.map {
        .object([
          ("baseline", .string($0.baseline)), ("year", .integer($0.year)),
          ("sha256", .string($0.sha256)),
        ])
      }
    ).line
  }

  private static func document(_ scenario: Scenario, _ sets: [ImportedSet]) throws -> JSONValue {
    .object(try members(scenario, sets) + [("answer", try JSONValue(parsing: scenario.answer))])
  }

  /// - Parameter sets: those the store has now; `nil` where the scenario is new.
  private static func members(
    _ scenario: Scenario, _ sets: [ImportedSet]? = nil
  ) throws -> [(name: String, value: JSONValue)] {
    let imported =
      scenario.imported.isEmpty
      ? .array([]) : try JSONValue(parsing: Array(scenario.imported.utf8))
    var notes: [JSONValue] = []
    if scenario.engine != EngineVersion.text {
      notes.append(
        .string("answered by engine \(scenario.engine); this is \(EngineVersion.text)"))
    }
    if scenario.data != DataVintage.hash {
      notes.append(
        .string("answered on data \(scenario.data); this server has \(DataVintage.hash)"))
    }
    if let sets {
      for set in imported.array ?? [] {
        let (name, hash) = (set["baseline"]?.string ?? "", set["sha256"]?.string ?? "")
        guard !sets.contains(where: { $0.baseline == name && $0.sha256 == hash }) else { continue }
        notes.append(.string("answered on another set \(name) than the store has now, if any"))
      }
    }
    return [
      ("id", .string(scenario.id)), ("question", .string(scenario.question)),
      ("parameters", try JSONValue(parsing: Array(scenario.parameters.utf8))),
      ("engine", .string(scenario.engine)), ("data", .string(scenario.data)),
      ("imported", imported), ("notes", .array(notes)),
    ]
  }
}
