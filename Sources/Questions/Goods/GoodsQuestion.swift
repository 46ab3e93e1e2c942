public import Answers
public import JSONText
import TariffLaw
import TradeData

/// Goods by words of their official names, or the parts of a code.
public struct GoodsQuestion: Question {
  public var request = GoodsRequest()
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>([
    .text(
      "words", \.request.words,
      "Words of the official names, in any order, or the beginning of a code."),
    .text("under", \.request.under, "Only what stands under a code of two to eight digits."),
    .text("on", \.request.on, "The day of the schedule (YYYY-MM-DD); the last held without it."),
    .whole("most", \.request.most, "The most goods to give (default: 50)."),
    .text("importer", \.terms.importer, "The importer whose schedule is read."),
  ])

  public func answer(at desk: Desk) throws(Refusal) -> GoodsAnswer {
    let book = try desk.book(terms)
    let last = book.regime.span.last ?? book.schedule.editions.last?.from
    guard
      let day = try request.on.map({ text throws(Refusal) in try Desk.day(text, "on") }) ?? last,
      let edition = book.schedule.edition(on: day)
    else {
      throw .mend(
        field: "on",
        "no schedule is held for \(request.on ?? "any day"); the first is of "
          + (book.schedule.editions.first.map { "\($0.from)" } ?? "no day"))
    }
    let index = try desk.goods(of: terms, book, edition)
    return try Refusal.mending {
      try GoodsAnswer(request, on: day, book: book, index: index)
    }
  }

  public static func document(_ answer: GoodsAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
