import JSONText
import Questions
import TradeData
import TradeStore

/// Keeps questions with their answers, and finds them again.
struct ScenarioKeeper: Sendable {
  let reception: Reception
  /// The file of the store; `nil` for the usual place.
  let path: String?

  /// What became of a question that was to be kept.
  enum Outcome: Sendable {
    case kept(Scenario, isNew: Bool)
    /// A document that answers nothing, and why; it is not kept.
    case refused(Asked, why: String)
  }

  /// Answers a question and keeps it with its answer.
  ///
  /// - Parameter parameters: as the scenario keeps them.
  /// - Throws: ``Problem`` when the question is wrong, or the store does not take it.
  func ask(
    _ route: Route, _ given: [Route.Parameter], _ parameters: JSONValue
  ) async throws -> Outcome {
    let timed = try await reception.timed(route, given)
    if let why = timed.asked.refusal { return .refused(timed.asked, why: why) }
    let scenario = Scenario(
      question: route.path, parameters: parameters.line, engine: EngineVersion.text,
      data: DataVintage.hash, imported: Self.line(timed.imported), answer: timed.asked.bytes)
    let isNew = try await inStore { path throws(StoreError) in
      try TradeStore(path: path).save(scenario)
    }
    return .kept(scenario, isNew: isNew)
  }

  /// - Throws: ``Problem`` when there is none of this id.
  func scenario(_ id: String) async throws -> Scenario {
    let found = try await inStore { path throws(StoreError) in
      try TradeStore.existing(path: path)?.scenario(id)
    }
    guard let found else {
      throw Problem(.missing, "there is no scenario '\(id)'", field: "id")
    }
    return found
  }

  /// The answer that this engine gave to a question on this data before; `nil` where none was kept.
  func answered(_ question: String, _ parameters: JSONValue) async throws -> Scenario? {
    let line = parameters.line
    return try await inStore { path throws(StoreError) in
      try TradeStore.existing(path: path)?.scenario(
        of: question, parameters: line, engine: EngineVersion.text, data: DataVintage.hash)
    }
  }

  /// How what answered a scenario differs from this server.
  func notes(of scenario: Scenario) async throws -> [String] {
    var notes: [String] = []
    if scenario.engine != EngineVersion.text {
      notes.append("answered by engine \(scenario.engine); this is \(EngineVersion.text)")
    }
    if scenario.data != DataVintage.hash {
      notes.append("answered on data \(scenario.data); this server has \(DataVintage.hash)")
    }
    guard !scenario.imported.isEmpty else { return notes }
    let sets = try await inStore { path throws(StoreError) in
      try TradeStore.existing(path: path)?.sets() ?? []
    }
    let imported = try JSONValue(parsing: Array(scenario.imported.utf8))
    for set in imported.array ?? [] {
      let (name, hash) = (set["baseline"]?.string ?? "", set["sha256"]?.string ?? "")
      guard !sets.contains(where: { $0.baseline == name && $0.sha256 == hash }) else { continue }
      notes.append("answered on another set \(name) than the store has now, if any")
    }
    return notes
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
}
