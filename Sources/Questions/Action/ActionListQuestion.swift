public import Answers
public import JSONText
import TradeAction

/// The actions, briefs and cases that are shipped.
public struct ActionListQuestion: Question {
  public init() {}

  public static let form = Form<Self>([])

  public func answer(at desk: Desk) throws(Refusal) -> ActionListAnswer {
    try Refusal.mending {
      ActionListAnswer(
        actions: try ActionLibrary.ids().map {
          .init(id: $0, title: try ActionLibrary.action($0, paths: false).title)
        },
        briefs: try ActionLibrary.briefIDs().map {
          .init(id: $0, title: try ActionLibrary.brief($0, paths: false).title)
        },
        cases: try CaseLibrary.ids().map {
          .init(id: $0, title: try CaseLibrary.caseFile($0, law: nil, paths: false).title)
        })
    }
  }

  public static func document(_ answer: ActionListAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
