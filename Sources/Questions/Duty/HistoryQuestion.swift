public import Answers
public import JSONText

/// The life of a code.
public struct HistoryQuestion: Question {
  public var request = HistoryRequest(hts: "")
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("hts", \.request.hts, "The code: a rate line of eight digits or all ten."),
      .text(
        "origin", \.request.origin,
        "Country of origin, two letters; the schedule alone without it."),
      .text("from", \.request.from, "The first day (YYYY-MM-DD); that of the law held without it."),
      .text("to", \.request.to, "The last day (YYYY-MM-DD); that of the law held without it."),
      .list("claim", \.request.claims, "A programme or exclusion to claim; may repeat."),
      .list("fact", \.request.facts, "A fact as NAME=VALUE; may repeat."),
    ] + Form.law.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> CodeHistory {
    let (book, knownOn) = (try desk.book(terms), try desk.knownOn(terms))
    return try Refusal.mending { try CodeHistory(request, book: book, knownOn: knownOn) }
  }

  public static func document(_ answer: CodeHistory) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
