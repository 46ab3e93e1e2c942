/// Finds cuts of a sparse row that a relaxed point does not satisfy.
struct CoverSeparation {
  let row: Int
  /// The row's upper bound over the open columns.
  let room: Int128
  /// Open columns of the row with their values.
  let columns: [Int]
  let values: [Int64]

  /// - Returns: `nil` for a row that is not sparse, has no upper bound, or has values that are not positive.
  init?(_ row: Int, of problem: ExactProblem) {
    let entries = problem.rows[row]
    guard let upper = entries.upper, upper >= 0, entries.columns.count > 1,
      entries.columns.count * 4 < max(40, problem.costs.count),
      entries.values.allSatisfy({ $0 > 0 })
    else { return nil }
    self.row = row
    room = upper
    columns = entries.columns
    values = entries.values
  }

  /// A lifted cover that the point violates.
  ///
  /// The cover is begun with what the point chooses most and made minimal; the other columns are lifted in
  /// the order of their part in the point (Gu, Nemhauser and Savelsbergh 1998).
  ///
  /// - Parameter relaxed: one value a column of the problem.
  /// - Returns: positions in ``columns``, their values and the limit.
  func cut(at relaxed: [Double]) -> (places: [Int], values: [Int64], limit: Int64)? {
    func part(_ place: Int) -> Double { relaxed[columns[place]] }
    guard columns.indices.contains(where: { part($0) > 1e-6 && part($0) < 1 - 1e-6 }) else {
      return nil
    }
    let order = columns.indices.sorted { a, b in
      let (x, y) = ((1 - part(a)) / Double(values[a]), (1 - part(b)) / Double(values[b]))
      return x != y ? x < y : values[a] != values[b] ? values[a] > values[b] : a < b
    }
    var cover: [Int] = []
    var weight: Int128 = 0
    for place in order {
      cover.append(place)
      weight += Int128(values[place])
      if weight > room { break }
    }
    guard weight > room else { return nil }
    // What the point chooses least goes first.
    for place in cover.sorted(by: { (part($0), $0) < (part($1), $1) })
    where weight - Int128(values[place]) > room {
      weight -= Int128(values[place])
      cover.removeAll { $0 == place }
    }
    let limit = cover.count - 1
    guard limit >= 1, limit <= Int(CoverCut.largestLimit) else { return nil }

    // The least weight of a choice by its sum, up to the limit.
    var least = [Int128?](repeating: nil, count: limit + 1)
    least[0] = 0
    func include(_ place: Int, _ value: Int) {
      for sum in (0...(limit - value)).reversed() {
        guard let start = least[sum] else { continue }
        let total = start + Int128(values[place])
        if total < least[sum + value] ?? Int128.max { least[sum + value] = total }
      }
    }
    var taken = Set(cover)
    var (places, coefficients) = (cover, [Int64](repeating: 1, count: cover.count))
    for place in cover { include(place, 1) }
    let others = columns.indices.filter { !taken.contains($0) }.sorted { a, b in
      part(a) != part(b)
        ? part(a) > part(b) : values[a] != values[b] ? values[a] > values[b] : a < b
    }
    for place in others {
      let rest = room - Int128(values[place])
      guard rest >= 0 else { continue }
      let most = least.indices.last { sum in least[sum].map { $0 <= rest } ?? false } ?? 0
      let value = limit - most
      guard value > 0 else { continue }
      taken.insert(place)
      places.append(place)
      coefficients.append(Int64(value))
      include(place, value)
    }
    let reached = zip(places, coefficients).reduce(0.0) { $0 + part($1.0) * Double($1.1) }
    return reached > Double(limit) + 1e-4 ? (places, coefficients, Int64(limit)) : nil
  }
}
