import JSONText
import Questions

/// Documents of shipped answers, as pages take them.
enum ShippedDocuments {
  static let desk = Desk(reach: .shipped)

  static func ask<Asked: Question>(
    _ question: Asked.Type, _ given: (name: String, text: String)...
  ) throws -> JSONValue {
    Asked.document(try Asked(given).answer(at: desk)).json
  }

  static func brief(_ id: String) throws -> JSONValue { try ask(BriefQuestion.self, ("brief", id)) }
}
