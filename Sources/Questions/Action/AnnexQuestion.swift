package import ActionStudy
public import Answers
public import JSONText
import TariffLaw
import TradeAction

/// The annex of a notice: headings, rates and the table of goods in official words.
public struct AnnexQuestion: Question {
  public var action = ""
  public var on: String?
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("action", \.action, "The id of a shipped action, or the text of an action's file."),
      .text("on", \.on, "The day whose schedule and provisions are taken (YYYY-MM-DD)."),
    ] + Form.law.filter { $0.name != "importer" }.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> NoticeAnswer {
    NoticeAnswer(try notice(at: desk).notice)
  }

  /// The measures as law files.
  package func headingFiles(at desk: Desk) throws(Refusal) -> HeadingFiles {
    let (notice, book) = try notice(at: desk)
    var law = terms
    law.importer = try desk.action(action).importer
    let standing = try desk.book(law)
    return try Refusal.mending {
      try HeadingFiles(notice, standing: standing.regime, in: book)
    }
  }

  private func notice(at desk: Desk) throws(Refusal) -> (notice: Notice, book: LawBook) {
    let action = try desk.action(action)
    let day = try on.map { text throws(Refusal) in try Desk.day(text, "on") } ?? action.on
    let book = try desk.book(action, terms)
    return (try Refusal.mending { try Notice(action, on: day, in: book) }, book)
  }

  public static func document(_ answer: NoticeAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
