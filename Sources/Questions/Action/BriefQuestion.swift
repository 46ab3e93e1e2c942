public import Answers
public import JSONText

/// A brief in a form that can be changed and asked again.
public struct BriefQuestion: Question {
  public var brief = ""

  public init() {}

  public static let form = Form<Self>([
    .required("brief", \.brief, "The id of a shipped brief, or the text of a brief's file.")
  ])

  public func answer(at desk: Desk) throws(Refusal) -> BriefAnswer {
    BriefAnswer(try desk.brief(brief))
  }

  public static func document(_ answer: BriefAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
