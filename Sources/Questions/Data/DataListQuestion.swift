public import Answers
public import JSONText
import TradeData
import TradeStore

/// What is shipped, and what was imported.
public struct DataListQuestion: Question {
  public init() {}

  public static let form = Form<Self>([])

  public func answer(at desk: Desk) throws(Refusal) -> DataListAnswer {
    try Refusal.mending {
      let store = try TradeStore.existing(path: try StoreLocation.path(desk.store))
      return DataListAnswer(manifest: try Manifest.shipped(), sets: try store?.sets() ?? [])
    }
  }

  public static func document(_ answer: DataListAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
