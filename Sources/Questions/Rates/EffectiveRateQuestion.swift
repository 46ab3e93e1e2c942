public import Answers
public import JSONText

/// The effective statutory rate over time.
public struct EffectiveRateQuestion: Question {
  public var from = ""
  public var to = ""
  public var weights = "us-imports-2024"
  public var claims = "none"
  public var by: String?
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("from", \.from, "The first day (YYYY-MM-DD)."),
      .required("to", \.to, "The last day, inclusive (YYYY-MM-DD)."),
      .text(
        "weights", \.weights, "The imports to weigh by: us-imports-2024 or us-imports-2017."),
      .text(
        "claims", \.claims,
        "What importers claim: none, or observed-2024 for preferences as in that year."),
      .text("by", \.by, "Split by origin, authority or section."),
    ] + Form.law.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> EffectiveRateAnswer {
    let request: EffectiveRateRequest
    do {
      request = try EffectiveRateRequest(
        from: from, to: to, weights: weights, claims: claims, by: by)
    } catch {
      throw .mend(field: error.field, error.message)
    }
    let (book, knownOn) = (try desk.book(terms), try desk.knownOn(terms))
    return try Refusal.mending {
      try EffectiveRateAnswer(request, book: book, knownOn: knownOn, watch: desk.watch)
    }
  }

  public static func document(_ answer: EffectiveRateAnswer) -> (json: JSONValue, refusal: String?)
  {
    (answer.json, nil)
  }
}
