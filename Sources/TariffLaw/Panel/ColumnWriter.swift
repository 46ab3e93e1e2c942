/// Works out the cells of one kind of origin, good after good.
struct ColumnWriter {
  private let law: OriginLaw
  private let schedule: Schedule
  private var kinds: GoodsKinds
  /// What is known of a kind of goods after the first of them.
  private var shared: [Int: Shared] = [:]
  private let columnsAsked: ColumnsAsked

  private var cells: [LawPanel.Cell] = []
  private var positions: [LawPanel.Cell: UInt32] = [:]
  private var known: [Place: UInt32] = [:]
  private var index: [UInt32] = []
  private var plainRates: [Int: Fraction?] = [:]

  /// Goods of one kind with the same texts of the columns that count have the same cell.
  private struct Place: Hashable {
    let kind: Int
    let general: Int
    let other: Int
    let special: Int
  }

  /// Which columns the terms refer to with nothing claimed.
  private struct ColumnsAsked {
    var general = false
    var other = false
    var special = false
  }

  private struct Shared {
    let separable: EntrySummary.Separable
    let parts: [LawPanel.Part]
  }

  init(law: OriginLaw, schedule: Schedule, verdicts: [[GoodsVerdicts.Verdict]]) {
    self.law = law
    self.schedule = schedule
    kinds = GoodsKinds(law, verdicts)
    var columns = ColumnsAsked()
    for measure in law.regime.measures {
      for term in measure.terms where term.scope.claims.isEmpty {
        switch term.duty {
        case .column(.general): columns.general = true
        case .column(.other): columns.other = true
        case .column(.special): columns.special = true
        case .stated: break
        }
      }
    }
    columnsAsked = columns
  }

  var column: LawPanel.Column { LawPanel.Column(cells: cells, index: index) }

  mutating func add(_ key: LineKey, _ signature: Int) throws {
    let kind = kinds.kind(of: signature)
    let place = Place(
      kind: kind, general: columnsAsked.general ? key.general : 0,
      other: columnsAsked.other ? key.other : 0,
      special: columnsAsked.special ? key.special << 24 | key.excluded : 0)
    if let cell = known[place] {
      index.append(cell)
      return
    }
    let cell = try cell(key, kind, signature)
    let position: UInt32
    if let same = positions[cell] {
      position = same
    } else {
      position = UInt32(cells.count)
      positions[cell] = position
      cells.append(cell)
    }
    known[place] = position
    index.append(position)
  }

  private mutating func cell(
    _ key: LineKey, _ kind: Int, _ signature: Int
  ) throws -> LawPanel.Cell {
    if let shared = shared[kind], let rate = try plainRate(key, shared.separable.column) {
      return LawPanel.Cell(
        status: .ok, rate: rate + shared.separable.additional,
        additionalRate: shared.separable.additional, parts: shared.parts)
    }
    let entry = Entry(code: key.code, origin: law.origin, day: law.day)
    let summary = try law.summary(
      entry, line: try schedule.line(key), goods: kinds.verdicts(key.code, signature),
      bounded: false)
    let parts = summary.lines.compactMap { line -> LawPanel.Part? in
      guard !line.isColumn, line.status == .applied, let rate = line.rate, !rate.isZero else {
        return nil
      }
      return LawPanel.Part(measure: line.measure, authority: line.authority, rate: rate)
    }
    if summary.status == .ok, let separable = summary.separable {
      shared[kind] = Shared(separable: separable, parts: parts)
    }
    return LawPanel.Cell(
      status: summary.status, rate: summary.total.rate,
      additionalRate: summary.total.additionalRate, parts: parts)
  }

  /// The rate of a column that is a share of the value and no more; `nil` for any other.
  private mutating func plainRate(_ key: LineKey, _ column: Column) throws -> Fraction? {
    let text: Int
    switch column {
    case .general: text = key.general
    case .other: text = key.other
    case .special: return nil
    }
    if let found = plainRates[text] { return found }
    let rate = try schedule.duty(text).expression?.pureAdValorem
    plainRates[text] = rate
    return rate
  }
}
