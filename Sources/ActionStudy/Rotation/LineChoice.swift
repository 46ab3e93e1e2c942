import TariffLaw

/// Which lines to take so that their imports come to a sum within bounds, for the least loss, where the
/// loss of a set is the sum of its lines' own.
///
/// It fills from the line with the least loss for a dollar, passes over what would overshoot, looks at every
/// step for the one line that would be enough, and takes back what proves needless. The bound is that of the same task with lines that can be divided, which no
/// choice of whole lines can beat; the gap between the two is what is not proven.
package struct LineChoice {
  package let lines: [RotationLine]
  package let imports: Double
  package let loss: Double
  /// The least loss that any lines summing to the lower bound could have.
  package let bound: Double

  /// - Parameters:
  ///   - least: the sum to reach; `most`: the sum not to pass.
  /// - Returns: `nil` when whole lines cannot reach the least without passing the most this way.
  package init?(from pool: [RotationLine], least: Double, most: Double) {
    // A line above the most can be part of no choice.
    let sorted = pool.filter { $0.imports > 0 && $0.imports <= most }
      .sorted { ($0.lossPerDollar, $0.code) < ($1.lossPerDollar, $1.code) }
    var bound = 0.0
    var left = max(0, least)
    for line in sorted where left > 0 {
      let part = min(1, left / line.imports)
      bound += part * line.loss
      left -= part * line.imports
    }
    guard left <= 1e-9 * max(least, 1) else { return nil }
    var best: [RotationLine]?
    func offer(_ candidate: [RotationLine]) {
      let kept = Self.withoutNeedless(candidate, least: least)
      func loss(_ lines: [RotationLine]) -> Double { lines.reduce(0) { $0 + $1.loss } }
      if let known = best, loss(known) <= loss(kept) { return }
      best = kept
    }
    if least <= 0 { offer([]) }
    var chosen: [RotationLine] = []
    var sum = 0.0
    for (place, line) in sorted.enumerated() where sum < least {
      // One line more may be enough; the cheapest such, of those not passed yet.
      let last = sorted[place...].filter { sum + $0.imports >= least && sum + $0.imports <= most }
        .min { ($0.loss, $0.code) < ($1.loss, $1.code) }
      if let last { offer(chosen + [last]) }
      if sum + line.imports <= most {
        chosen.append(line)
        sum += line.imports
      }
    }
    if sum >= least { offer(chosen) }
    guard let chosen = best else { return nil }
    lines = chosen.sorted { $0.code < $1.code }
    imports = chosen.reduce(0) { $0 + $1.imports }
    loss = chosen.reduce(0) { $0 + $1.loss }
    self.bound = bound
  }

  /// Lines without those that the least sum does not need, the most loss first.
  private static func withoutNeedless(_ lines: [RotationLine], least: Double) -> [RotationLine] {
    var sum = lines.reduce(0) { $0 + $1.imports }
    var needless: Set<HTSCode> = []
    for line in lines.sorted(by: { ($1.loss, $0.code) < ($0.loss, $1.code) })
    where sum - line.imports >= least {
      sum -= line.imports
      needless.insert(line.code)
    }
    return needless.isEmpty ? lines : lines.filter { !needless.contains($0.code) }
  }
}

extension LineChoice {
  /// Lines of a list that come to a least sum and little more, from those with the most loss for a
  /// dollar.
  ///
  /// - Returns: `nil` when all lines together do not come to it.
  package static func worst(
    of list: [RotationLine], least: Double, slack: Double
  ) -> [RotationLine]? {
    let sorted = list.sorted { ($1.lossPerDollar, $0.code) < ($0.lossPerDollar, $1.code) }
    var chosen: [RotationLine] = []
    var sum = 0.0
    for line in sorted where sum < least && sum + line.imports <= least + slack {
      chosen.append(line)
      sum += line.imports
    }
    if sum < least {
      // Only large lines are left: the smallest that is enough.
      let taken = Set(chosen.map(\.code))
      guard
        let last = sorted.filter({ !taken.contains($0.code) && sum + $0.imports >= least })
          .min(by: { ($0.imports, $0.code) < ($1.imports, $1.code) })
      else { return nil }
      chosen.append(last)
    }
    return chosen.sorted { $0.code < $1.code }
  }
}
