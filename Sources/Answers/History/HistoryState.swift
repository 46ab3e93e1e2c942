import TariffLaw

/// What the law and the schedule say of a code on one day.
struct HistoryState {
  let edition: Edition
  let status: EntryStatus
  let total: Assessment.Total
  /// The lines that count.
  let lines: [AssessedLine]
  let line: RateLine?
  private let others: [AssessedLine]
  /// Whether an entry is answered, rather than the schedule alone told.
  private let isEntry: Bool

  /// - Parameter before: the state of an earlier day, where the law that bears on the entry has not changed since.
  /// - Throws: ``LawBookError``, or ``ArchiveError`` when the schedule is damaged.
  init(
    _ reading: HistoryRequest.Reading, on day: Day, _ book: LawBook, _ knownOn: Day?,
    sameLaw before: HistoryState? = nil
  ) throws {
    var entry = reading.entry
    entry?.day = day
    // A fact may put the law of another day in the place of the day of entry.
    let governing = entry.map { book.regime.governingDay(of: $0) } ?? day
    guard let index = book.schedule.edition(on: governing) else {
      throw RequestError(message: "no edition of the schedule is held for \(governing).")
    }
    edition = book.schedule.editions[index]
    var line = try book.schedule.line(for: reading.code, in: index)
    if line == nil, book.schedule.isAlive(reading.code, in: index) {
      line = try book.schedule.line(for: reading.code.prefix(8), in: index)
    }
    self.line = line
    isEntry = entry != nil
    // Under one law an entry of all ten digits is assessed on its line alone.
    if let before, reading.code.length == 10, line != nil, line == before.line,
      edition.holdsSuffixes == before.edition.holdsSuffixes
    {
      (status, total) = (before.status, before.total)
      (lines, others) = (before.lines, before.others)
      return
    }
    let assessment = try entry.map { try book.assess($0, knownOn: knownOn) }
    status = assessment?.status ?? (line == nil ? .unknownCode : .ok)
    total = assessment?.total ?? .unknown
    let all = assessment?.lines ?? []
    lines = all.filter { $0.status == .applied || $0.status == .needsFacts }
    others = all.filter { $0.status != .applied && $0.status != .needsFacts }
  }

  /// Whether the answer of another day is the same. Without an entry the whole of the schedule's
  /// line counts; with one, what is owed and the words for the good.
  func answers(as other: HistoryState) -> Bool {
    guard status == other.status, total == other.total, (line == nil) == (other.line == nil),
      !hasOtherWords(than: other), lines.count == other.lines.count,
      zip(lines, other.lines).allSatisfy({ $0.says(what: $1) })
    else { return false }
    return isEntry || columns.map(\.rate) == other.columns.map(\.rate)
  }

  /// Whether the schedule describes the good otherwise. Editions without suffixes come from a source
  /// that abbreviates; their words are not compared with those of others.
  private func hasOtherWords(than other: HistoryState) -> Bool {
    edition.holdsSuffixes == other.edition.holdsSuffixes
      && line?.text.plainWords != other.line?.text.plainWords
  }

  /// Why the answer differs from that of an earlier day.
  func causes(since before: HistoryState, lives: [CodeLife]) -> [HistoryCause] {
    if line == nil, before.line != nil {
      let life = lives.last { $0.last.from < edition.from }
      return [.ends(edition: edition.id, successors: life?.successors ?? [])]
    }
    if line != nil, before.line == nil {
      let life = lives.first { $0.first.id == edition.id }
      return [.begins(edition: edition.id, predecessors: life?.predecessors ?? [])]
    }
    var causes: [HistoryCause] = []
    var gone = before.lines
    var reordered: [(from: AssessedLine, to: AssessedLine)] = []
    for line in lines {
      guard let position = gone.firstIndex(where: { $0.measure == line.measure }) else {
        causes.append(.lineCame(line))
        continue
      }
      let old = gone.remove(at: position)
      if !old.says(what: line) { reordered.append((old, line)) }
    }
    causes += gone.map { line in
      let now = others.first { $0.measure == line.measure }
      return .lineWent(line, reason: now?.reason ?? "no longer in force")
    }
    // A column that prints another rate is told as the schedule's.
    let columnsNow = columns
    var changedTexts: Set<String> = []
    for (old, new) in zip(before.columns, columnsNow) where old.rate != new.rate {
      // With an entry only the columns that count.
      let counts =
        !isEntry || reordered.contains { $0.to.isColumn && $0.to.rateText == new.rate }
      guard counts else { continue }
      changedTexts.insert(new.rate)
      causes.append(
        .rate(column: new.name, from: old.rate, to: new.rate, edition: edition.id))
    }
    for (old, new) in reordered {
      if new.isColumn, let text = new.rateText, changedTexts.contains(text),
        old.citation == new.citation
      {
        continue
      }
      causes.append(.lineChanged(from: old, to: new))
    }
    if hasOtherWords(than: before), let old = before.line?.text, let new = line?.text {
      causes.append(.words(from: old, to: new, edition: edition.id))
    }
    if causes.isEmpty { causes.append(.status(from: before.status, to: status)) }
    return causes
  }

  /// The columns of the schedule as printed.
  private var columns: [(name: String, rate: String)] {
    guard let line else { return [] }
    return [
      ("general", line.general.text), ("special", line.special.printed),
      ("other", line.other.text),
    ]
  }
}

extension AssessedLine {
  /// Whether it says the same as another of the same measure, whatever the day.
  fileprivate func says(what other: AssessedLine) -> Bool {
    measure == other.measure && heading == other.heading && status == other.status
      && rate == other.rate && rateText == other.rateText && citation == other.citation
  }
}

extension SpecialRates {
  /// The column in words: each rate with its programmes.
  var printed: String {
    groups.map { "\($0.rate.text) (\($0.indicators.joined(separator: ",")))" }
      .joined(separator: " ")
  }
}
