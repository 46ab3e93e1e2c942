/// Works out the cells of one kind of origin, good after good.
struct ColumnWriter {
  private let law: OriginLaw
  /// The first of the origins of the kind; it stands for all.
  private let origin: CountryCode
  private let asksForPreferences: Bool
  private let schedule: Schedule
  private let signatures: GoodsSignatures
  private var kinds: GoodsKinds
  private var kindOfSignature: [Int?]
  /// What is known of a kind of goods after the first of them.
  private var shared: [Int: Shared] = [:]
  private var cells: [LawPanel.Cell] = []
  private var positions: [CellKey: UInt32] = [:]
  /// The cell of each kind of goods and text of the columns, plus one; zero where not found yet.
  private var known: [[UInt32]] = []
  private var index: [UInt32] = []
  private let textCount: Int
  private var columnRates: [Int: ColumnRate] = [:]

  /// What a column of the schedule comes to with neither value nor quantity known.
  private enum ColumnRate {
    case plain(Fraction)
    /// It depends on a quantity or on parts of the article.
    case open
    case unparsed
  }

  /// Cells of one kind of goods with equal keys are equal.
  private struct CellKey: Hashable {
    let kind: Int
    let status: EntryStatus
    let rate: Fraction?
    let additional: Fraction?
  }

  private struct Shared {
    let status: EntryStatus
    let separable: EntrySummary.Separable
    let parts: [LawPanel.Part]
  }

  init(
    law: OriginLaw, origin: CountryCode, schedule: Schedule, signatures: GoodsSignatures,
    texts: RateTexts
  ) {
    self.origin = origin
    asksForPreferences = law.columns.contains { if case .special = $0 { true } else { false } }
    self.law = law
    self.schedule = schedule
    self.signatures = signatures
    kinds = GoodsKinds(law)
    kindOfSignature = Array(repeating: nil, count: signatures.memberships.count)
    textCount = texts.count
  }

  /// Which columns the terms of a law refer to.
  static func columns(of law: OriginLaw) -> RateTexts.Columns {
    var general = false
    var other = false
    for column in law.columns {
      switch column {
      case .general: general = true
      case .other: other = true
      case .special: return .all
      }
    }
    return general && other ? .all : general ? .general : other ? .other : .none
  }

  var column: LawPanel.Column { LawPanel.Column(cells: cells, index: index) }

  /// - Parameter text: the number of the line's texts among ``RateTexts``.
  mutating func add(_ key: LineKey, _ signature: Int, text: Int) throws {
    let kind = kindOfSignature[signature] ?? kinds.kind(of: signatures.memberships[signature])
    kindOfSignature[signature] = kind
    while known.count <= kind { known.append(Array(repeating: 0, count: textCount)) }
    if known[kind][text] > 0 {
      index.append(known[kind][text] - 1)
      return
    }
    let cell = try cell(key, kind, signature)
    let cellKey = CellKey(
      kind: kind, status: cell.status, rate: cell.rate, additional: cell.additionalRate)
    let position = positions[cellKey] ?? UInt32(cells.count)
    if position == cells.count {
      positions[cellKey] = position
      cells.append(cell)
    }
    known[kind][text] = position + 1
    index.append(position)
  }

  private mutating func cell(
    _ key: LineKey, _ kind: Int, _ signature: Int
  ) throws -> LawPanel.Cell {
    if let shared = shared[kind], let column = try columnRate(key, shared.separable.column) {
      return cell(shared, column)
    }
    let entry = Entry(code: key.code, origin: origin, day: law.day)
    let summary = try law.summary(
      entry, line: try schedule.line(key),
      goods: GoodsVerdicts(key.code, signatures.memberships[signature]),
      bounded: false)
    let parts = summary.lines.compactMap { line -> LawPanel.Part? in
      guard !line.isColumn, line.status == .applied, let rate = line.rate, !rate.isZero else {
        return nil
      }
      return LawPanel.Part(measure: line.measure, authority: line.authority, rate: rate)
    }
    if !asksForPreferences, let separable = summary.separable, summary.total.rate != nil {
      shared[kind] = Shared(status: summary.status, separable: separable, parts: parts)
    }
    return LawPanel.Cell(
      status: summary.status, rate: summary.total.rate,
      additionalRate: summary.total.additionalRate, parts: parts)
  }

  private func cell(_ shared: Shared, _ column: ColumnRate) -> LawPanel.Cell {
    let additional = shared.separable.additional
    switch column {
    case .plain(let rate):
      return LawPanel.Cell(
        status: shared.status, rate: rate + additional, additionalRate: additional,
        parts: shared.parts)
    case .open:
      return LawPanel.Cell(
        status: .needsFacts, rate: nil, additionalRate: additional, parts: shared.parts)
    case .unparsed:
      return LawPanel.Cell(
        status: .unparsed, rate: nil, additionalRate: nil, parts: shared.parts)
    }
  }

  private mutating func columnRate(_ key: LineKey, _ column: Column) throws -> ColumnRate? {
    let text: Int
    switch column {
    case .general: text = key.general
    case .other: text = key.other
    case .special: return nil
    }
    if let found = columnRates[text] { return found }
    let found: ColumnRate
    switch try schedule.duty(text) {
    case .parsed(let expression, _):
      found = expression.pureAdValorem.map { .plain($0) } ?? .open
    case .unparsed: found = .unparsed
    }
    columnRates[text] = found
    return found
  }
}
