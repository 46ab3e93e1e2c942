public import TariffLaw
public import TradeData

/// The goods of an edition by their words, made once for many questions.
public struct GoodsIndex: Sendable {
  /// A code with a rate, with its words folded for comparison.
  struct Entry: Sendable {
    let words: ScheduleWords
    let own: [UInt8]
    let above: [UInt8]
    /// The words of its heading, which say best what kind of good it is.
    let heading: [UInt8]
  }

  let edition: Int
  let entries: [Entry]
  let headings: [HTSCode: ScheduleWords]
  let names: HarmonizedSystem

  /// - Throws: ``ArchiveError`` when the data is damaged.
  public init(_ schedule: Schedule, edition: Int, names: HarmonizedSystem) throws(ArchiveError) {
    self.edition = edition
    self.names = names
    let all = try schedule.words(in: edition)
    headings = Dictionary(
      all.filter { !$0.hasRate }.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let headings = headings
    entries = all.filter(\.hasRate).map { words in
      let heading = words.code.prefix(4)
      let name = names.name(of: words.code) ?? ""
      return Entry(
        words: words, own: WordQuery.folded(words.description),
        above: WordQuery.folded("\(words.context) \(name)"),
        heading: WordQuery.folded(headings[heading]?.description ?? names.name(of: heading) ?? ""))
    }
  }

  /// The entries under a code, or all.
  func entries(under code: HTSCode?) -> ArraySlice<Entry> {
    guard let code else { return entries[...] }
    let first = partition { $0 >= code }
    let last = partition { $0 >= code && !code.contains($0) }
    return entries[first..<last]
  }

  /// The first position from which on all codes meet a test.
  private func partition(_ test: (HTSCode) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if test(entries[middle].words.code) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A code with its words, from the schedule where it has any, else from the Harmonized System.
  func place(_ code: HTSCode, _ schedule: Schedule) throws(ArchiveError) -> GoodsPlace {
    let below = entries(under: code)
    let own = below.first.flatMap { $0.words.code == code ? $0.words : nil } ?? headings[code]
    let general =
      own?.hasRate == true ? try schedule.line(for: code, in: edition)?.general.text : nil
    var (text, source) = (own?.description ?? "", GoodsPlace.Source.schedule)
    if text.isEmpty {
      let name =
        code.length == 2
        ? names.chapter(of: code)?.title : code.length > 6 ? nil : names.name(of: code)
      text = name ?? ""
      source = name == nil ? .none : .harmonizedSystem
    }
    return GoodsPlace(
      code: code, text: text, source: source, context: own?.context ?? "", general: general,
      below: below.count - (own?.hasRate == true ? 1 : 0))
  }
}
