import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// The lines of a list and those that may come on it, each with what it costs buyers alone.
struct RotationGoods {
  /// In the order of the codes.
  let listed: [RotationLine]
  let pool: [RotationLine]
  /// The rate of the list on average over its imports.
  let rate: Double

  private struct Sum {
    var imports = 0.0
    var fitted = 0.0
    var sector = 0
    var changes: [Int: Double] = [:]
  }

  /// - Parameters:
  ///   - allowed: lines that may come on; `nil` for all.
  ///   - probe: at the rates of the baseline.
  init(
    _ study: ImpactStudy, _ tariffs: ActionTariffs, _ allowed: GoodsList?, _ probe: SectorProbe
  ) throws {
    let baseline = study.ground.baseline
    func isFitted(_ index: Int) -> Bool {
      switch baseline.provenance[index] {
      case .fitted, .unallocated: true
      case .published, .split: false
      }
    }
    var listed: [HTSCode: Sum] = [:]
    var origins: Set<Int> = []
    var duty = 0.0
    for cell in tariffs.cells {
      let place = study.marketCell(of: cell)
      origins.insert(baseline.origin[cell.indices.lowerBound])
      let code = baseline.codes[cell.indices.lowerBound].prefix(8)
      var sum = listed[code] ?? Sum()
      sum.sector = probe.sector(of: place)
      sum.changes[place, default: 0] += cell.change
      for index in cell.indices {
        sum.imports += baseline.value[index] * cell.covered
        duty += baseline.value[index] * cell.change
        if isFitted(index) { sum.fitted += baseline.value[index] * cell.covered }
      }
      listed[code] = sum
    }
    let value = listed.values.reduce(0) { $0 + $1.imports }
    let rate = value > 0 ? duty / value : 0
    self.rate = rate
    let system = try HarmonizedSystem.shipped()
    // Listed lines without imports are hit, too.
    let hit = Set(ListedLines(tariffs, study.ground).codes)
    var pool: [HTSCode: Sum] = [:]
    for index in baseline.codes.indices {
      let code = baseline.codes[index]
      let line = code.prefix(8)
      // A total of a chapter is no line, and the national chapters are no goods of their own.
      guard code.length >= 8, origins.contains(baseline.origin[index]), baseline.value[index] > 0,
        listed[line] == nil, !hit.contains(line), system.chapter(of: code) != nil,
        allowed?.contains(line) ?? true
      else { continue }
      let place = study.marketCell(at: index)
      var sum = pool[line] ?? Sum()
      sum.sector = probe.sector(of: place)
      sum.changes[place] = rate
      sum.imports += baseline.value[index]
      if isFitted(index) { sum.fitted += baseline.value[index] }
      pool[line] = sum
    }
    self.listed = try Self.lines(listed, probe)
    self.pool = try Self.lines(pool, probe)
  }

  /// Lines with their losses alone, on as many cores as there are.
  private static func lines(
    _ sums: [HTSCode: Sum], _ probe: SectorProbe
  ) throws -> [RotationLine] {
    let sorted = sums.sorted { $0.key < $1.key }.map { code, sum in
      RotationLine(
        code: code, imports: sum.imports, fittedImports: sum.fitted, loss: 0, sector: sum.sector,
        changes: sum.changes)
    }
    let piece = 64
    let pieces = stride(from: 0, to: sorted.count, by: piece).map {
      Array(sorted[$0..<min(sorted.count, $0 + piece)])
    }
    return try OriginSweep.run(sizes: pieces.map(\.count)) {
      { index in
        try pieces[index].map { line in
          var line = line
          var changes: [Int: Double] = [:]
          for (cell, change) in line.changes { changes[cell] = probe.rates[cell] + change }
          line.loss = try probe.solve(line.sector, changes).buyersLoss
          return line
        }
      }
    }.flatMap { $0 }
  }
}
