import TariffLaw
import TradeData

/// Compiles the baseline of 2017: imports and duty by rate line and origin.
public struct BaselineCompiler: Sendable {
  private let inputs: BaselineInputs

  /// - Parameter catalogue: the bytes of `sources/baseline-origins.csv`.
  public init(folder: RawFolder, catalogue: [UInt8]) throws(RawFileError) {
    inputs = try BaselineInputs(folder, origins: BaselineOrigin.catalogue(catalogue))
  }

  /// What was compiled.
  public struct Output: Sendable {
    public let archive: [UInt8]
    public let report: String
    public let cells: Int
  }

  /// A cell before it is rounded.
  struct Cell {
    let code: HTSCode
    let origin: Int
    var value: Double
    var duty: Double
    let provenance: ImportBaseline.Provenance
    /// Ad valorem equivalent of the general rate, as a fraction.
    let rate: Double
  }

  public func compile() throws(RawFileError) -> Output {
    let fit = BaselineFit(inputs)
    var cells: [Cell] = []
    for (h, six) in inputs.subheadings.enumerated() {
      for o in inputs.origins.indices {
        let index = h * inputs.origins.count + o
        guard fit.cells[index] > 0 else { continue }
        cells += try split(six, o, fit.cells[index], isKnown: fit.isKnown[index])
      }
    }
    for (chapter, origin, value) in fit.unallocated {
      cells.append(
        Cell(
          code: try code(chapter), origin: origin, value: value, duty: 0, provenance: .unallocated,
          rate: 0))
    }
    fitDuty(&cells, fit)
    let rounded = round(cells, fit)
    let archive = try write(rounded)
    return Output(
      archive: archive, report: BaselineReport(inputs: inputs, fit: fit, cells: rounded).page,
      cells: rounded.count)
  }

  private func code(_ digits: String) throws(RawFileError) -> HTSCode {
    do {
      return try HTSCode(digits)
    } catch {
      throw RawFileError(file: "baseline", problem: "\(error)")
    }
  }

  // MARK: Rate lines

  /// Splits a subheading to its rate lines: by the origin's own 2024 values where most of them lie
  /// in lines the year has, else by world shares of 2012 to 2014, else equally.
  private func split(
    _ six: String, _ origin: Int, _ value: Double, isKnown: Bool
  ) throws(RawFileError) -> [Cell] {
    guard let lines = inputs.lines[six], !lines.isEmpty else {
      // No rate line of the year: the figure stays with its subheading.
      return [
        Cell(
          code: try code(six), origin: origin, value: value, duty: 0, provenance: .unallocated,
          rate: 0)
      ]
    }
    let own = lines.map { inputs.lineSeeds[$0.line]?[origin]?.value ?? 0 }
    let ownSum = own.reduce(0, +)
    let h = inputs.subheadings.firstIndex(sorted: six)
    let seed = h.map { inputs.seeds[$0][origin] } ?? 0
    var shares = own
    if ownSum <= 0 || ownSum < seed / 2 {
      let world = Dictionary(
        (inputs.worldLines[six] ?? []).map { ($0.line, $0.share) }, uniquingKeysWith: +)
      shares = lines.map { world[$0.line] ?? 0 }
    }
    var sum = shares.reduce(0, +)
    if sum <= 0 {
      shares = lines.map { _ in 1 }
      sum = Double(lines.count)
    }
    return zip(lines, shares).compactMap { line, share in
      share > 0
        ? Cell(
          code: line.line, origin: origin, value: value * share / sum, duty: 0,
          provenance: isKnown ? .split : .fitted, rate: line.rate) : nil
    }
  }

  // MARK: Duty

  /// Calculated duty: the lower of the general rate and the rate collected in 2024 (preferences
  /// lower it, later actions only raise it), scaled to the published duty of each chapter and
  /// origin.
  private func fitDuty(_ cells: inout [Cell], _ fit: BaselineFit) {
    for index in cells.indices {
      let cell = cells[index]
      var rate = cell.rate
      if let seed = inputs.lineSeeds[cell.code]?[cell.origin], seed.value > 0 {
        rate = min(rate, seed.duty / seed.value)
      }
      cells[index].duty = cell.value * rate
    }
    for (members, total) in groups(cells, fit, \.duty) {
      let sum = members.reduce(0) { $0 + cells[$1].duty }
      let base = members.reduce(0) { $0 + cells[$1].value }
      for index in members {
        if sum > 0 {
          cells[index].duty *= total / sum
        } else if base > 0 {
          cells[index].duty = total * cells[index].value / base
        }
      }
    }
  }

  /// The cells of each chapter and origin, or pool of origins, with the published total.
  private func groups(
    _ cells: [Cell], _ fit: BaselineFit, _ figure: KeyPath<(value: Double, duty: Double), Double>
  ) -> [(members: [Int], total: Double)] {
    var members: [String: [Int: [Int]]] = [:]
    for (index, cell) in cells.enumerated() {
      members[String(cell.code.digits.prefix(2)), default: [:]][cell.origin, default: []]
        .append(index)
    }
    let world = inputs.chapterMargins["TOTAL"] ?? [:]
    var named: [String: Double] = [:]
    var result: [(members: [Int], total: Double)] = []
    for (chapter, origins, _) in fit.chapterGroups {
      let list = origins.flatMap { members[chapter]?[$0] ?? [] }
      let isPool = origins.contains { inputs.origins[$0].chapters.isEmpty }
      var total = 0.0
      if isPool {
        total = (world[chapter]?[keyPath: figure] ?? 0) - named[chapter, default: 0]
      } else {
        for origin in origins {
          for code in inputs.origins[origin].chapters {
            total += inputs.chapterMargins[code]?[chapter]?[keyPath: figure] ?? 0
          }
        }
        named[chapter, default: 0] += total
      }
      result.append((list, max(total, 0)))
    }
    return result
  }

  // MARK: Rounding

  /// Whole dollars that add up to each published total: the largest remainders round up.
  private func round(_ cells: [Cell], _ fit: BaselineFit) -> [Cell] {
    var rounded = cells
    for (members, total) in groups(cells, fit, \.value) {
      for (index, value) in zip(members, Self.apportion(members.map { cells[$0].value }, total)) {
        rounded[index].value = value
      }
    }
    for (members, total) in groups(cells, fit, \.duty) {
      for (index, duty) in zip(members, Self.apportion(members.map { cells[$0].duty }, total)) {
        rounded[index].duty = duty
      }
    }
    return rounded.filter { $0.value > 0 || $0.duty > 0 }
  }

  static func apportion(_ values: [Double], _ total: Double) -> [Double] {
    var whole = values.map { $0.rounded(.down) }
    var missing = Int((total - whole.reduce(0, +)).rounded())
    let order = values.indices.sorted {
      let (a, b) = (values[$0] - whole[$0], values[$1] - whole[$1])
      return a == b ? $0 < $1 : a > b
    }
    var position = 0
    while missing > 0, !order.isEmpty {
      whole[order[position % order.count]] += 1
      missing -= 1
      position += 1
    }
    position = order.count - 1
    while missing < 0, position >= 0 {
      if whole[order[position]] > 0 {
        whole[order[position]] -= 1
        missing += 1
      }
      position -= 1
    }
    return whole
  }

  // MARK: Output

  private func write(_ cells: [Cell]) throws(RawFileError) -> [UInt8] {
    var blocks: [(name: String, countries: String)] = []
    var blockOf: [Int] = []
    for origin in inputs.origins {
      if let index = blocks.firstIndex(where: { $0.name == origin.block }) {
        blockOf.append(index)
      } else {
        blockOf.append(blocks.count)
        blocks.append((origin.block, origin.countries))
      }
    }
    var merged: [CellKey: (value: Int64, duty: Int64)] = [:]
    for cell in cells {
      let key = CellKey(
        code: cell.code, origin: blockOf[cell.origin], provenance: cell.provenance.rawValue)
      let sum = merged[key] ?? (0, 0)
      merged[key] = (sum.value + Int64(cell.value), sum.duty + Int64(cell.duty))
    }
    let rows = merged.sorted { $0.key < $1.key }
    var writer = TableWriter()
    writer.add("about", "id", texts: ["us-imports-2017"])
    writer.add("about", "year", integers: [2017])
    writer.add("origins", "name", texts: blocks.map(\.name))
    writer.add("origins", "countries", texts: blocks.map(\.countries))
    writer.add("cells", "code", integers: rows.map { Int64(bitPattern: $0.key.code.raw) })
    writer.add("cells", "origin", integers: rows.map { Int64($0.key.origin) })
    writer.add("cells", "value", integers: rows.map(\.value.value))
    writer.add("cells", "duty", integers: rows.map(\.value.duty))
    writer.add("cells", "provenance", integers: rows.map(\.key.provenance))
    do {
      return try writer.finish()
    } catch {
      throw RawFileError(file: "baseline-2017", problem: "\(error)")
    }
  }

  private struct CellKey: Hashable, Comparable {
    let code: HTSCode
    let origin: Int
    let provenance: Int64

    static func < (a: CellKey, b: CellKey) -> Bool {
      (a.code, a.origin, a.provenance) < (b.code, b.origin, b.provenance)
    }
  }
}

extension [String] {
  /// The position of an item in a sorted array.
  func firstIndex(sorted item: String) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == item ? low : nil
  }
}
