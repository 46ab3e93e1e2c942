import ListSelection
import TariffLaw
import TradeAction
import TradeImpact

/// A brief as a selection: costs and rows over the candidates that are free, in whole cents.
struct DesignProblem {
  let terms: DesignTerms
  let problem: SelectionProblem
  let conditions: [Condition]
  /// Positions of the free candidates; the others must be on the list.
  let free: [Int]
  let must: [Int]
  /// The objective of what must be on the list, cents, and what it comes to on each row.
  let fixedCost: Int64
  let settled: [Int64]
  private let costs: [Int64]

  /// - Parameters:
  ///   - target: in place of the brief's, for the frontier, dollars.
  ///   - weights: in place of the brief's, for how the choice moves with them.
  /// - Throws: ``ActionError`` when an amount is beyond what can be counted.
  init(
    _ pool: CandidatePool, _ impacts: [LineImpact], target: Fraction? = nil,
    weights: [Brief.Weight]? = nil
  ) throws {
    let brief = pool.brief
    let terms = DesignTerms(pool, impacts)
    self.terms = terms
    let all = pool.candidates.indices
    free = all.filter { pool.candidates[$0].mustReason == nil }
    must = all.filter { pool.candidates[$0].mustReason != nil }
    let weights = weights ?? brief.objective
    let costs = all.map { DesignTerms.cents(terms.objective(weights, of: $0)) }
    fixedCost = must.reduce(0) { $0 + costs[$1] }

    var rows = Rows(free: free, must: must, count: pool.candidates.count)
    let amount = target ?? brief.target.amount
    let measure = brief.target.measure
    let slack = amount * brief.target.tolerance
    rows.add(
      Condition(
        kind: .target(measure), name: Self.name(brief.target), unit: .dollars, isFirm: false),
      lower: ((amount - slack) * 100).doubleValue.rounded(.up),
      upper: ((amount + slack) * 100).doubleValue.rounded(.down)
    ) { DesignTerms.cents(terms.amount(measure, of: $0)) }
    if brief.fewestLines != nil || brief.mostLines != nil {
      rows.add(
        Condition(kind: .lines, name: "number of lines", unit: .lines, isFirm: false),
        lower: brief.fewestLines.map(Double.init), upper: brief.mostLines.map(Double.init)
      ) { _ in 1 }
    }
    for bound in brief.floors {
      Self.add(bound, isFloor: true, target: (measure, amount), pool, terms, &rows)
    }
    for bound in brief.caps {
      Self.add(bound, isFloor: false, target: (measure, amount), pool, terms, &rows)
    }
    guard rows.isCountable else {
      throw ActionError(
        message: "brief '\(brief.id)': an amount is too large to be counted exactly")
    }
    conditions = rows.conditions
    settled = rows.settled
    self.costs = costs
    problem = SelectionProblem(costs: free.map { costs[$0] }, rows: rows.rows)
  }

  /// The objective of a candidate, dollars a year.
  func cost(of index: Int) -> Double { Double(costs[index]) / 100 }

  private static func name(_ target: Brief.Target) -> String {
    switch target.measure {
    case .value: "value of the list"
    case .duty: "duty on unchanged imports"
    case .lostSales: "sales the partner loses"
    }
  }

  private static func add(
    _ bound: Brief.Bound, isFloor: Bool, target: (measure: Brief.Target.Measure, amount: Fraction),
    _ pool: CandidatePool, _ terms: DesignTerms, _ rows: inout Rows
  ) {
    let share = bound.share.doubleValue
    func add(_ name: String, isEach: Bool = false, _ belongs: (Int) -> Double) {
      let kind: Condition.Kind =
        isFloor ? .floor(name, share: share) : .cap(name, share: share)
      let words =
        (isFloor ? "at least " : "at most ")
        + "\((bound.share * 100).decimalText(digits: 4))% \(name)"
      if isEach, target.measure == .value {
        // Of the target rather than of the list, which is as large within the tolerance: a row then
        // holds the goods it is about and no others.
        let limit = ((target.amount * bound.share) * 100).doubleValue
        rows.add(
          Condition(
            kind: kind, name: words + " of the target", unit: .dollars, isFirm: bound.isFirm),
          lower: isFloor ? limit.rounded(.up) : nil, upper: isFloor ? nil : limit.rounded(.down)
        ) { DesignTerms.cents(pool.candidates[$0].line.value * belongs($0)) }
      } else {
        rows.add(
          Condition(
            kind: kind, name: words, unit: .dollarsBeyondShare, isFirm: bound.isFirm),
          lower: isFloor ? 0 : nil, upper: isFloor ? nil : 0
        ) { index in
          DesignTerms.cents(pool.candidates[index].line.value * (belongs(index) - share))
        }
      }
    }
    switch bound.subject {
    case .group(let name):
      add(pool.brief.group(name)?.title ?? name) { terms.membership(of: $0, in: name) }
    case .partnerShare: add("from the partner") { pool.candidates[$0].line.partnerShare ?? 0 }
    case .eachChapter:
      for chapter in Set(pool.candidates.map { $0.code.prefix(2) }).sorted() {
        add("chapter \(chapter.digits)", isEach: true) {
          pool.candidates[$0].code.prefix(2) == chapter ? 1 : 0
        }
      }
    case .eachSector:
      for sector in Set(pool.candidates.map(\.sector)).sorted() {
        add("industry \(sector)", isEach: true) { pool.candidates[$0].sector == sector ? 1 : 0 }
      }
    }
  }

  /// Rows over the free candidates, what must be on the list taken off their bounds.
  private struct Rows {
    let free: [Int]
    let must: [Int]
    let count: Int
    var rows: [SelectionRow] = []
    var conditions: [Condition] = []
    var settled: [Int64] = []
    var isCountable = true

    mutating func add(
      _ condition: Condition, lower: Double?, upper: Double?, _ value: (Int) -> Int64
    ) {
      var columns: [Int] = []
      var values: [Int64] = []
      for (column, index) in free.enumerated() {
        let value = value(index)
        guard value != 0 else { continue }
        columns.append(column)
        values.append(value)
      }
      let settled = must.reduce(Int64(0)) { $0 + value($1) }
      self.settled.append(settled)
      func bound(_ bound: Double?) -> Int64? {
        guard let bound else { return nil }
        guard bound.magnitude < 9e15 else {
          isCountable = false
          return nil
        }
        return Int64(bound) - settled
      }
      conditions.append(condition)
      rows.append(
        SelectionRow(
          name: condition.name, lower: bound(lower), upper: bound(upper), columns: columns,
          values: values, isFirm: condition.isFirm))
    }
  }
}
