/// How a code stands in an edition of the schedule.
package enum GoodStanding: Sendable {
  case line(ListedLine)
  /// There is no such code; the answer that says so, by its position in ``EntryPricer/shared``.
  case unknown(answer: Int)
  /// A line of which a list names some parts: they bound the answer, which a full assessment finds.
  case divided
}
