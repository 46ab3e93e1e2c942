public import TariffLaw
public import TradeAction

/// How near a chosen list comes to a published one, beside simple rankings.
public struct ListScore: Sendable {
  public let real: Brief.RealList
  /// Listed lines with trade from the partner that the brief lets be candidates, and those it keeps off.
  public let realLines: Int
  public let realValue: Double
  public let keptOffLines: Int
  public let keptOffValue: Double
  /// The choice first, then the rankings it must beat.
  public let ways: [Way]
  public let chapters: [Chapter]
  /// Inside each group that the objective weighs by itself: where a list was announced by naming goods,
  /// what the choice adds to the names.
  public let groups: [Within]
  /// Real lines not chosen and chosen lines not real, most trade first, as positions among the
  /// candidates.
  public let missed: [Int]
  public let extra: [Int]

  /// One way to choose.
  public struct Way: Hashable, Sendable {
    public let name: String
    /// Of the chosen lines those on the real list, and of the real lines those chosen; the latter counts
    /// what the brief keeps off.
    public let precision: Double
    public let recall: Double
    /// The same by dollars.
    public let precisionByValue: Double
    public let recallByValue: Double
    /// The chance that a real line ranks above another candidate: the area under the curve of true
    /// against false positives.
    public let area: Double
  }

  /// The goods of a group alone.
  public struct Within: Hashable, Sendable {
    public let group: String
    /// Candidates of the group, and those of them on the real list.
    public let lines: Int
    public let realLines: Int
    /// The share of their value that the real list takes.
    public let realShare: Double
    /// As ``Way/area``, of the brief; `nil` where all or none of them are on the real list.
    public let area: Double?
  }

  /// Dollars by chapter.
  public struct Chapter: Hashable, Sendable {
    public let chapter: HTSCode
    public let real: Double
    public let chosen: Double
    public let both: Double
  }
}

extension ListScore {
  /// - Parameters:
  ///   - isReal: by candidate.
  ///   - keptOff: real lines that are no candidates.
  init(
    _ design: Design, real: Brief.RealList, isReal: [Bool], keptOff: (lines: Int, value: Double)
  ) {
    let candidates = design.pool.candidates
    let value = candidates.map(\.line.value)
    let all = Array(candidates.indices)
    let realLines = all.filter { isReal[$0] }
    let realValue = realLines.reduce(0) { $0 + value[$1] }
    let target = design.value

    func way(_ name: String, chosen: [Int], scores: [Double]) -> Way {
      let hits = chosen.filter { isReal[$0] }
      let hitValue = hits.reduce(0) { $0 + value[$1] }
      let chosenValue = chosen.reduce(0) { $0 + value[$1] }
      func share(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 0 }
      return Way(
        name: name, precision: share(Double(hits.count), Double(chosen.count)),
        recall: share(Double(hits.count), Double(realLines.count + keptOff.lines)),
        precisionByValue: share(hitValue, chosenValue),
        recallByValue: share(hitValue, realValue + keptOff.value),
        area: Self.area(scores, isReal))
    }
    /// The first of a ranking until as much trade is covered as by the choice.
    func ranked(_ name: String, _ scores: [Double]) -> Way {
      var sum = 0.0
      var chosen: [Int] = []
      for index in all.sorted(by: { (scores[$1], $0) < (scores[$0], $1) }) {
        if sum >= target { break }
        chosen.append(index)
        sum += value[index]
      }
      return way(name, chosen: chosen, scores: scores)
    }
    let share = candidates.compactMap(\.line.partnerShare)
    let prevalence = Double(realLines.count) / Double(max(1, all.count))
    let valueShare = value.reduce(0, +) > 0 ? realValue / value.reduce(0, +) : 0
    let drawn = value.reduce(0, +) > 0 ? target / value.reduce(0, +) : 0
    var ways = [
      way("the brief", chosen: design.choice.chosen, scores: all.map { design.gain($0) }),
      // Expected: lines drawn by chance until as much trade is covered.
      Way(
        name: "by chance", precision: prevalence,
        recall: drawn * Double(realLines.count) / Double(max(1, realLines.count + keptOff.lines)),
        precisionByValue: valueShare,
        recallByValue: realValue + keptOff.value > 0
          ? drawn * realValue / (realValue + keptOff.value) : 0,
        area: 0.5),
      ranked("most trade first", value),
    ]
    if share.count == candidates.count {
      ways += [
        ranked("least from the partner first", share.map { -$0 }),
        ranked("most from the partner first", share),
      ]
    }
    self.ways = ways
    let named = Set(design.pool.brief.objective.compactMap(\.group))
    groups = design.pool.brief.groups.indices.filter {
      named.contains(design.pool.brief.groups[$0].name)
    }.map { group in
      let inside = all.filter { candidates[$0].membership[group] >= GoodsMembership.enough }
      let real = inside.filter { isReal[$0] }
      let worth = inside.reduce(0) { $0 + value[$1] }
      let area = Self.area(inside.map { design.gain($0) }, inside.map { isReal[$0] })
      return Within(
        group: design.pool.brief.groups[group].name, lines: inside.count, realLines: real.count,
        realShare: worth > 0 ? real.reduce(0) { $0 + value[$1] } / worth : 0,
        area: area.isNaN ? nil : area)
    }
    var chapters: [HTSCode: (real: Double, chosen: Double, both: Double)] = [:]
    let chosen = Set(design.choice.chosen)
    for index in all {
      let chapter = candidates[index].code.prefix(2)
      var sums = chapters[chapter] ?? (0, 0, 0)
      if isReal[index] { sums.real += value[index] }
      if chosen.contains(index) { sums.chosen += value[index] }
      if isReal[index], chosen.contains(index) { sums.both += value[index] }
      chapters[chapter] = sums
    }
    self.chapters = chapters.sorted { $0.key < $1.key }.map {
      Chapter(chapter: $0.key, real: $0.value.real, chosen: $0.value.chosen, both: $0.value.both)
    }
    self.real = real
    self.realLines = realLines.count
    self.realValue = realValue
    keptOffLines = keptOff.lines
    keptOffValue = keptOff.value
    func largest(_ lines: [Int]) -> [Int] { lines.sorted { (value[$1], $0) < (value[$0], $1) } }
    missed = largest(realLines.filter { !chosen.contains($0) })
    extra = largest(design.choice.chosen.filter { !isReal[$0] })
  }

  /// The Mann-Whitney statistic over its largest value; ties count half.
  package static func area(_ scores: [Double], _ isReal: [Bool]) -> Double {
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var ranks = 0.0
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      // Ranks from one; tied scores share their mean.
      let mean = Double(start + end + 1) / 2
      ranks += mean * Double(order[start..<end].count { isReal[$0] })
      start = end
    }
    let real = Double(isReal.count { $0 })
    let others = Double(isReal.count) - real
    guard real > 0, others > 0 else { return .nan }
    return (ranks - real * (real + 1) / 2) / (real * others)
  }
}

extension Design {
  /// The score against the published list of the brief; `nil` where it names none.
  ///
  /// - Throws: ``ActionError`` when the law has not the measures.
  public func score(_ regime: Regime) throws(ActionError) -> ListScore? {
    guard let real = pool.brief.real else { return nil }
    let measures = try regime.measures(named: real.measures)
    func isReal(_ code: HTSCode) -> Bool {
      measures.contains { regime.mayCover($0, code, on: real.on) }
    }
    let candidates = Set(pool.positions)
    var keptOff = (lines: 0, value: 0.0)
    let others = pool.model.lines.enumerated().filter { !candidates.contains($0.offset) }
      .map(\.element)
    for line in others + pool.model.unpriced where isReal(line.code) {
      keptOff.lines += 1
      keptOff.value += line.value
    }
    return ListScore(
      self, real: real, isReal: pool.candidates.map { isReal($0.code) }, keptOff: keptOff)
  }
}
