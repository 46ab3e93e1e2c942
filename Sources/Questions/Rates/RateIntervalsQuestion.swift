public import Answers

/// Every rate over a span of days; the answer is written as it is found, and its document is a summary.
public struct RateIntervalsQuestion {
  public var from = ""
  public var to = ""
  public var selection = RatesSelection()
  public var terms = LawTerms()

  public init() {}

  /// - Throws: ``Refusal`` when there is no answer.
  public func answer(at desk: Desk) throws(Refusal) -> RateIntervals {
    let (from, to) = (try Desk.day(from, "from"), try Desk.day(to, "to"))
    let request = try selection.request()
    let (book, knownOn) = (try desk.book(terms), try desk.knownOn(terms))
    return try Refusal.mending {
      try RateIntervals(request, from: from, to: to, book: book, knownOn: knownOn)
    }
  }
}
