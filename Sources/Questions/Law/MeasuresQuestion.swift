public import Answers
public import JSONText
import TariffLaw

/// The measures of the law with their dated terms.
public struct MeasuresQuestion: Question {
  public var authority: String?
  public var on: String?
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>([
    .text("authority", \.authority, "Only the measures of one authority, such as section-301."),
    .text("on", \.on, "Only measures in force on a day (YYYY-MM-DD)."),
    .text("importer", \.terms.importer, "The importer whose law is read."),
  ])

  public func answer(at desk: Desk) throws(Refusal) -> MeasureListAnswer {
    let day = try on.map { text throws(Refusal) in try Desk.day(text, "on") }
    let book = try desk.book(terms)
    return try Refusal.mending {
      try MeasureListAnswer(book, authority: authority, on: day)
    }
  }

  public static func document(_ answer: MeasureListAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
