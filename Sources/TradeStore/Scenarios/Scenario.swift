import TradeData

/// A question with the answer it had, and what answered it.
public struct Scenario: Hashable, Sendable {
  /// The path of the question: `assess`.
  public let question: String
  /// The parameters as one line of JSON, in the order they were given.
  public let parameters: String
  /// The version of the engine.
  public let engine: String
  /// The hash of the manifest of the data.
  public let data: String
  /// The imported sets it was answered on, as one line of JSON; empty for shipped data alone.
  public let imported: String
  /// The document of the answer, byte for byte.
  public let answer: [UInt8]

  public init(
    question: String, parameters: String, engine: String, data: String, imported: String = "",
    answer: [UInt8]
  ) {
    self.question = question
    self.parameters = parameters
    self.engine = engine
    self.data = data
    self.imported = imported
    self.answer = answer
  }

  /// SHA-256 over all parts, each with its length before it, as 64 hexadecimal digits: the same question with the
  /// same answer has the same id, and no other has it.
  public var id: String {
    var hash = SHA256()
    let texts = [question, parameters, engine, data] + (imported.isEmpty ? [] : [imported])
    for part in texts.map({ Array($0.utf8) }) + [answer] {
      withUnsafeBytes(of: UInt64(part.count).littleEndian) { hash.update($0) }
      part.withUnsafeBytes { hash.update($0) }
    }
    return hash.finish()
  }
}
