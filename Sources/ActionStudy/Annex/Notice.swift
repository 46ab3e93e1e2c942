public import TariffLaw
public import TradeAction
import TradeData

/// The annex of a notice: each measure of an action with its provisions and the table of its goods, as
/// the schedule of the day numbers and words them.
public struct Notice: Sendable {
  /// How much a notice lists.
  public struct Counts: Hashable, Sendable {
    /// Lines of eight digits, each once, whole or in part.
    public internal(set) var lines = 0
    /// Of them only parts are listed.
    public internal(set) var partly = 0
    /// The ten-digit parts that are listed.
    public internal(set) var parts = 0
    public internal(set) var chapters = 0
    /// Rows that take the name of the subheading, as the schedule held has no words, and rows without
    /// any.
    public internal(set) var bySubheading = 0
    public internal(set) var unnamed = 0
    /// Listed codes that the schedule of the day has not.
    public internal(set) var missing = 0
  }

  public let action: Action
  public let day: Day
  /// The edition of the schedule that numbers the goods.
  public let edition: Edition
  public let sections: [NoticeSection]
  public let counts: Counts
  /// What stands for a heading that is not assigned yet.
  public let placeholder: String

  /// - Parameter book: with the measures of the action.
  /// - Throws: ``ActionError`` when the law has not the action's measures, none of them is in force on
  ///   the day or the schedule does not hold it; `ArchiveError` when shipped data is damaged.
  public init(_ action: Action, on day: Day, in book: LawBook) throws {
    let measures = try book.regime.measures(named: action.measures)
    let listed = ListedLines(measures: measures.map(\.id), on: day, in: book)
    guard let edition = listed.edition else {
      throw ActionError(message: "no edition of the schedule is held for \(day)")
    }
    guard !listed.goods.isEmpty else {
      throw ActionError(
        message: "no measure of \(action.id) is in force on \(day); give a day with --on")
    }
    let system = try HarmonizedSystem.shipped()
    func description(_ code: HTSCode) throws -> GoodsDescription {
      GoodsDescription(try book.schedule.line(for: code, in: edition), code, system)
    }
    var counts = Counts()
    var lines: [HTSCode: Bool] = [:]
    func count(_ description: GoodsDescription) {
      switch description.source {
      case .schedule: break
      case .subheading: counts.bySubheading += 1
      case .none: counts.unnamed += 1
      }
    }
    sections = try listed.goods.map { goods in
      var chapters: [(code: HTSCode, lines: [NoticeLine])] = []
      for line in goods.lines {
        let row = NoticeLine(
          code: line.code, description: try description(line.code),
          parts: try line.parts.map {
            NoticeLine.Part(code: $0, description: try description($0))
          })
        count(row.description)
        for part in row.parts { count(part.description) }
        counts.parts += row.parts.count
        // A line that one measure lists whole is not listed in part.
        lines[row.code] = (lines[row.code] ?? true) && !row.parts.isEmpty
        if chapters.last?.code == row.code.prefix(2) {
          chapters[chapters.count - 1].lines.append(row)
        } else {
          chapters.append((row.code.prefix(2), [row]))
        }
      }
      counts.missing += goods.missing.count
      return NoticeSection(
        measure: goods.measure, provisions: goods.terms, isAllGoods: goods.reference == nil,
        chapters: chapters.map {
          NoticeSection.Chapter(
            code: $0.code, title: system.chapter(of: $0.code)?.title ?? "", lines: $0.lines)
        },
        missing: goods.missing,
        exemptions: goods.measure.exemptions.count { $0.validity.span.contains(day) })
    }
    counts.lines = lines.count
    counts.partly = lines.values.count { $0 }
    counts.chapters = Set(lines.keys.map { $0.prefix(2) }).count
    self.counts = counts
    self.action = action
    self.day = day
    self.edition = book.schedule.editions[edition]
    placeholder = HeadingPlaceholder.text(for: book.regime) ?? "to be assigned"
  }
}
