import ActionStudy
public import Answers
public import JSONText
import TabularText
import TradeAction

/// What granting exclusion requests costs an action and saves buyers.
public struct ExclusionsQuestion: Question {
  public var action = ""
  /// The text of a CSV file with the columns `id,hts` and, where needed, `origin,share`.
  public var requests: String?
  /// The exclusions that the law itself grants on the action's day.
  public var isGranted = false
  public var terms = ModelTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("action", \.action, "The id of a shipped action, or the text of an action's file."),
      .text(
        "requests", \.requests,
        "A table as CSV with the columns id,hts and, where needed, origin,share."),
      .flag(
        "granted", \.isGranted,
        "Score the exclusions that the law itself grants on the action's day."),
    ] + Form.model.filter { !["draws", "seed"].contains($0.name) }.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> ExclusionAnswer {
    guard isGranted != (requests != nil) else {
      throw .usage("exclusions: give a table of requests, or granted")
    }
    guard terms.draws == nil else {
      throw .usage("exclusions: scores are single runs; leave draws out")
    }
    let action = try desk.standing(action, "action", terms.law).action
    let ground = try desk.ground(action, terms)
    let study = try desk.study(action, terms, on: ground)
    let day = try desk.day(action, terms, in: ground.book)
    return try Refusal.mending {
      let tariffs = try ActionTariffs(action, on: day, ground)
      let asked: [ExclusionRequest]
      if let requests {
        do {
          asked = try ExclusionRequests.read(Array(requests.utf8))
        } catch let error as CSVError {
          throw Refusal.mend(field: "requests", "\(error)")
        }
      } else {
        asked = ExclusionRequests.granted(tariffs, in: ground.book.regime)
      }
      return ExclusionAnswer(
        try ExclusionStudy(study, tariffs, asked, watch: desk.watch), isGranted: isGranted)
    }
  }

  public static func document(_ answer: ExclusionAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
