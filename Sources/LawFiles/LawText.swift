public import TariffLaw

/// One file of law as it was read.
public struct LawText: Hashable, Sendable {
  /// Below the importer's folder; it names goods lists and measures.
  public let path: String
  /// The name to give it in messages.
  public let file: String
  public let bytes: [UInt8]

  public init(path: String, file: String, bytes: [UInt8]) {
    self.path = path
    self.file = file
    self.bytes = bytes
  }
}

extension Regime {
  /// The same law with the measures, lists, groups and facts of files added.
  ///
  /// - Throws: ``LawErrors`` with everything that is wrong in them.
  public func extended(by texts: [LawText]) throws(LawErrors) -> Regime {
    var draft = RegimeDraft(extending: self)
    for text in texts { draft.add(text) }
    return try draft.regime()
  }
}

extension RegimeDraft {
  mutating func add(_ text: LawText) { add(path: text.path, file: text.file, bytes: text.bytes) }
}
