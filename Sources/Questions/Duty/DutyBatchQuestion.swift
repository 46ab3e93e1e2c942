public import Answers

/// What is owed on a table of entries; the answer is written as it is found and has no document.
public struct DutyBatchQuestion: Sendable {
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(Form.law.map { $0.within(\.terms) })

  /// - Throws: ``RequestError`` naming the parameter and how to mend it.
  public init(_ given: [(name: String, text: String)]) throws(RequestError) {
    self = try Self.form.fill(Self(), from: given)
  }

  /// - Throws: ``Refusal`` when there is no such law.
  public func answer(at desk: Desk) throws(Refusal) -> DutyBatch { try desk.batch(terms) }
}
