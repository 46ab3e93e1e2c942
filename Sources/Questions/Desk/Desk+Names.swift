package import TradeAction

/// What the names in a question stand for.
extension Desk {
  /// An action or a brief by its id, by a path where the desk reaches files, or the text of its file: what
  /// has more than one line.
  package func subject(_ name: String, _ field: String) throws(Refusal) -> ActionOrBrief {
    try Refusal.mending {
      if name.contains("\n") { return try ActionLibrary.actionOrBrief(text: name) }
      return try ActionLibrary.actionOrBrief(name, paths: reach == .files)
    }
  }

  /// - Throws: ``Refusal`` for a brief.
  package func action(_ name: String) throws(Refusal) -> Action {
    guard case .action(let action) = try subject(name, "action") else {
      throw .mend(
        field: "action",
        "\(Self.shown(name)) is a brief; 'tarifa design' chooses its goods and writes them as an action"
      )
    }
    return action
  }

  /// - Throws: ``Refusal`` for an action.
  package func brief(_ name: String) throws(Refusal) -> Brief {
    guard case .brief(let brief) = try subject(name, "brief") else {
      throw .mend(field: "brief", "\(Self.shown(name)) is an action; its goods are chosen already")
    }
    return brief
  }

  /// A name in a message; a text that was given in its place has none.
  private static func shown(_ name: String) -> String { name.contains("\n") ? "this" : name }

  package func caseFile(_ name: String, law: String?) throws(Refusal) -> CaseFile {
    try Refusal.mending { try CaseLibrary.caseFile(name, law: law, paths: reach == .files) }
  }
}
