public import Answers
public import JSONText
import TradeAction
import WorldStudy

/// The actions, briefs, cases, agreements, escalations and deficit plans that are shipped.
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
        },
        agreements: try WorldLibrary.ids(.agreements).map {
          .init(id: $0, title: try WorldLibrary.agreement($0, paths: false).title)
        },
        escalations: try WorldLibrary.ids(.escalations).map {
          .init(id: $0, title: try WorldLibrary.escalation($0, paths: false).title)
        },
        deficitPlans: try WorldLibrary.ids(.deficits).map {
          .init(id: $0, title: try WorldLibrary.deficitPlan($0, paths: false).title)
        })
    }
  }

  public static func document(_ answer: ActionListAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
