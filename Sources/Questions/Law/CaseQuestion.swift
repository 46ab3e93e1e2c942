public import Answers
public import JSONText
import TradeAction

/// The docket of a case.
public struct CaseQuestion: Question {
  public var name = ""
  public var on = ""
  /// A folder of law files whose procedures come before the shipped ones.
  public var law: String?

  public init() {}

  public static let form = Form<Self>([
    .required("file", \.name, "The id of a shipped case."),
    .required("on", \.on, "The day it is looked at, by what was known that day (YYYY-MM-DD)."),
  ])

  public func answer(at desk: Desk) throws(Refusal) -> DocketAnswer {
    let day = try Desk.day(on, "on")
    return DocketAnswer(Docket(try desk.caseFile(name, law: law), on: day))
  }

  public static func document(_ answer: DocketAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
