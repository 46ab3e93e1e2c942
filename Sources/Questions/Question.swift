public import Answers
public import JSONText

/// A question as text, from the command line, a program or a page, that the desk answers.
public protocol Question: Sendable {
  associatedtype Answer

  init()

  /// The parameters, named like the options of the command.
  static var form: Form<Self> { get }

  /// - Throws: ``Refusal`` when there is no answer.
  func answer(at desk: Desk) throws(Refusal) -> Answer

  /// The answer as a document, and why it answers nothing where it does not.
  static func document(_ answer: Answer) -> (json: JSONValue, refusal: String?)
}

extension Question {
  /// - Throws: ``RequestError`` naming the parameter and how to mend it.
  public init(_ given: [(name: String, text: String)]) throws(RequestError) {
    self = try Self.form.fill(Self(), from: given)
  }
}
