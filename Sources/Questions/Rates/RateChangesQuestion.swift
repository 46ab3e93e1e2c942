public import Answers
public import JSONText

/// What differs between the rates of two days.
public struct RateChangesQuestion: Question {
  public var from = ""
  public var to = ""
  public var selection = RatesSelection()
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("from", \.from, "The earlier day (YYYY-MM-DD)."),
      .required("to", \.to, "The later day (YYYY-MM-DD)."),
    ] + RatesSelection.form.map { $0.within(\.selection) } + Form.law.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> RateChanges {
    let (from, to) = (try Desk.day(from, "from"), try Desk.day(to, "to"))
    let request = try selection.request()
    let (book, knownOn) = (try desk.book(terms), try desk.knownOn(terms))
    return try Refusal.mending {
      try RateChanges(request, from: from, to: to, book: book, knownOn: knownOn)
    }
  }

  public static func document(_ answer: RateChanges) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
