public import Answers
public import JSONText

/// Every rate of a day.
public struct RatesQuestion: Question {
  public var on = ""
  public var selection = RatesSelection()
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [.required("on", \.on, "The day (YYYY-MM-DD).")]
      + RatesSelection.form.map { $0.within(\.selection) } + Form.law.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> RatesTable {
    let day = try Desk.day(on, "on")
    let request = try selection.request()
    let (book, knownOn) = (try desk.book(terms), try desk.knownOn(terms))
    return try Refusal.mending {
      try RatesTable(request, on: day, book: book, knownOn: knownOn)
    }
  }

  public static func document(_ answer: RatesTable) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
