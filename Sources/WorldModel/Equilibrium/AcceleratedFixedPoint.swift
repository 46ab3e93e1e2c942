/// Finds the fixed point of a map by Anderson's acceleration.
///
/// The next point is the image of the mix of past points whose step is least (Anderson 1965; Walker and
/// Ni 2011, equation 2.2). Where the mix leads astray the memory is dropped and a damped step taken from
/// the best point.
struct AcceleratedFixedPoint {
  /// How many past steps are mixed.
  let depth: Int
  /// The length of the vectors.
  let count: Int

  /// What came of a search.
  struct Search {
    var point: [Double]
    var residual: Double
    var evaluations: Int
  }

  /// - Parameters:
  ///   - start: where to begin.
  ///   - image: writes the image of its first argument into its second, and returns the residual, or
  ///     `nil` where the map is not defined.
  func search(
    from start: [Double], tolerance: Double, evaluations limit: Int,
    image: ([Double], inout [Double]) -> Double?
  ) -> Search {
    var memory = StepMemory(depth: depth, count: count)
    var point = start
    var mapped = start
    var best = Search(point: start, residual: .infinity, evaluations: 0)
    var damping = 1.0
    var sinceBest = 0
    for evaluation in 1...limit {
      best.evaluations = evaluation
      guard let residual = image(point, &mapped), residual.isFinite,
        residual < max(1e4 * best.residual, 1e3)
      else {
        // Astray: back to the best point, more carefully.
        guard best.residual.isFinite, damping > 1e-3 else { return best }
        damping /= 4
        memory.clear()
        point = best.point
        guard image(point, &mapped) != nil else { return best }
        for index in 0..<count { point[index] += damping * (mapped[index] - point[index]) }
        continue
      }
      if residual < best.residual {
        if residual < 0.9 * best.residual { sinceBest = 0 }
        best.point = point
        best.residual = residual
      }
      sinceBest += 1
      if residual <= tolerance { return best }
      // Rounding sets a floor; waiting longer does not lower it.
      if sinceBest > 80 { return best }
      memory.advance(&point, mapped, damping: damping)
      damping = min(1, damping * 1.3)
    }
    return best
  }
}
