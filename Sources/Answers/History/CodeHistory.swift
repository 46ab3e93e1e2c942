public import TariffLaw

/// The life of a code: what it owed, day by day, and why that changed.
public struct CodeHistory: Sendable {
  public let code: HTSCode
  public let origin: CountryCode?
  public let claims: [String]
  public let span: ClosedRange<Day>
  /// In the order of days; together they are the span, without gap or overlap.
  public let intervals: [HistoryInterval]
  public let lives: [CodeLife]
  /// Texts that begin or end after the last day of the law held.
  public let scheduled: [ScheduledText]
  /// The last day of the law held.
  public let heldUntil: Day?
  /// The names of the editions by position, for ``CodeRelative/edition``.
  let editions: [Edition]

  /// - Throws: ``RequestError`` naming the field and how to mend it, ``LawBookError`` when the law or
  ///   the data is damaged.
  public init(_ request: HistoryRequest, book: LawBook, knownOn: Day? = nil) throws {
    let reading = try request.reading(in: book)
    code = reading.code
    origin = reading.entry?.origin
    claims = reading.entry?.claims ?? []
    span = reading.span
    heldUntil = book.regime.span.last
    editions = book.schedule.editions
    do {
      lives = try CodeHistory.lives(of: reading.code, book)
      intervals = try CodeHistory.intervals(reading, lives, book, knownOn)
    } catch let error as ArchiveError {
      throw LawBookError.data(error)
    }
    scheduled = book.regime.scheduled(for: reading.code, origin: origin, knownOn: knownOn)
  }

  // MARK: Intervals

  private static func intervals(
    _ reading: HistoryRequest.Reading, _ lives: [CodeLife], _ book: LawBook, _ knownOn: Day?
  ) throws -> [HistoryInterval] {
    let starts =
      reading.entry.map {
        book.regime.daysOfChange(
          for: reading.code, origin: $0.origin, in: reading.span, schedule: book.schedule)
      } ?? book.regime.daysOfChange(in: reading.span, schedule: book.schedule)
    let daysOfLaw = reading.entry.map {
      book.regime.daysOfLaw(for: reading.code, origin: $0.origin, in: reading.span)
    }
    var kept: [(start: Day, state: HistoryState, causes: [HistoryCause])] = []
    var before: HistoryState?
    for day in starts {
      let sameLaw = daysOfLaw?.contains(day) == false ? before : nil
      let state = try HistoryState(reading, on: day, book, knownOn, sameLaw: sameLaw)
      defer { before = state }
      guard let before else {
        kept.append((day, state, []))
        continue
      }
      if before.answers(as: state) { continue }
      kept.append((day, state, state.causes(since: before, lives: lives)))
    }
    return kept.indices.map { index in
      let end =
        index + 1 < kept.count ? kept[index + 1].start.advanced(by: -1) : reading.span.upperBound
      let state = kept[index].state
      return HistoryInterval(
        days: kept[index].start...end, firstEdition: state.edition,
        lastEdition: book.schedule.edition(on: end).map { book.schedule.editions[$0] }
          ?? state.edition,
        status: state.status, total: state.total, lines: state.lines, schedule: state.line,
        causes: kept[index].causes)
    }
  }

  // MARK: Lives

  private static func lives(of code: HTSCode, _ book: LawBook) throws -> [CodeLife] {
    let schedule = book.schedule
    return try schedule.life(of: code).map { range in
      let before = range.lowerBound - 1
      let after = range.upperBound + 1
      let mayBeOlder = before >= 0 && schedule.isAlive(code, in: before)
      let predecessors =
        before < 0 || mayBeOlder
        ? []
        : try schedule.relatives(
          of: code, from: range.lowerBound, in: before, conversions: try book.conversions())
      let isOver = after < schedule.editions.count
      let successors =
        isOver
        ? try schedule.relatives(
          of: code, from: range.upperBound, in: after, conversions: try book.conversions()) : []
      return CodeLife(
        first: schedule.editions[range.lowerBound], last: schedule.editions[range.upperBound],
        until: isOver ? schedule.editions[after].from.advanced(by: -1) : nil,
        mayBeOlder: mayBeOlder, predecessors: Array(predecessors.prefix(relativesListed)),
        successors: Array(successors.prefix(relativesListed)))
    }
  }

  private static let relativesListed = 8
}
