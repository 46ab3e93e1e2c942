public import Answers
public import JSONText

/// The law as pages to read, with what it holds and lacks.
public struct LawBookQuestion: Question {
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>([
    .text("importer", \.terms.importer, "The importer whose law is read.")
  ])

  public func answer(at desk: Desk) throws(Refusal) -> PrintedLaw {
    PrintedLaw(try desk.book(terms))
  }

  public static func document(_ answer: PrintedLaw) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
