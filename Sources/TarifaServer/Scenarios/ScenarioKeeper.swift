import JSONText
import Questions
import TradeStore

/// Keeps questions with their answers, and finds them again.
struct ScenarioKeeper: Sendable {
  let reception: Reception
  /// The file of the store; `nil` for the usual place.
  let path: String?

  /// Keeps an answer.
  ///
  /// - Throws: ``Problem`` for a document that answers nothing, and when the store does not take it.
  func keep(
    _ question: String, _ parameters: JSONValue, _ asked: Asked
  ) async throws -> (scenario: Scenario, isNew: Bool) {
    if let refusal = asked.refusal {
      throw Problem(.noAnswer, refusal, mend: "only answers are kept")
    }
    let scenario = Scenario(
      question: question, parameters: parameters.line, engine: EngineVersion.text,
      data: DataVintage.hash, answer: asked.bytes)
    let isNew = try await inStore { path throws(StoreError) in
      try TradeStore(path: path).save(scenario)
    }
    return (scenario, isNew)
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
