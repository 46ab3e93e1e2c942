/// Climbs a smooth function inside a box by projected steps of the quasi-Newton method of Broyden,
/// Fletcher, Goldfarb and Shanno, with bounds held as in Bertsekas (1982).
///
/// Near the top the function's rounding hides what a step gains; there a step is taken when the slope
/// along it falls (the approximate conditions of Hager and Zhang 2005).
struct BoundedAscent {
  let lower: Double
  let upper: Double
  /// A guess of the inverse of curvature for each variable: how far a slope of one is from the top.
  let scale: [Double]
  /// The distance from the top, judged by ``scale``, that is taken for none.
  let tolerance: Double
  /// Differences of the function that rounding can make.
  let noise: Double
  private let limit = 200

  init(lower: Double, upper: Double, scale: [Double], tolerance: Double, noise: Double) {
    self.lower = lower
    self.upper = upper
    self.scale = scale
    self.tolerance = tolerance
    self.noise = noise
  }

  /// Where the climb stands.
  struct Place<Context> {
    var point: [Double]
    var value: Double
    var slope: [Double]
    /// The largest distance from the top, judged by ``scale``, that no bound stops.
    var distance: Double
    var steps: Int
    var context: Context
  }

  /// - Parameters:
  ///   - value: the function and what its slope needs, or `nil` where there is none.
  ///   - slope: the function's derivative at a place found.
  /// - Throws: what `value` or `slope` throw.
  func climb<Context, Failure: Error>(
    from start: [Double], value: ([Double], Context?) throws(Failure) -> (Double, Context)?,
    slope: ([Double], Context) throws(Failure) -> [Double]
  ) throws(Failure) -> Place<Context>? {
    let first = start.map { min(max($0, lower), upper) }
    guard let (height, context) = try value(first, nil) else { return nil }
    var place = Place(
      point: first, value: height, slope: try slope(first, context), distance: 0, steps: 0,
      context: context)
    var inverse = guess
    var isFresh = true
    while true {
      let held = heldBounds(place)
      place.distance = place.slope.indices.reduce(0) {
        held[$1] ? $0 : max($0, scale[$1] * place.slope[$1].magnitude)
      }
      guard place.distance > tolerance, place.steps < limit else { return place }
      var direction = Self.product(inverse, place.slope, held)
      if Self.dot(direction, place.slope) <= 0 {
        inverse = guess
        isFresh = true
        direction = Self.product(inverse, place.slope, held)
      }
      // A step of more than this leaves the ground the slope speaks of.
      let longest = direction.reduce(0) { max($0, $1.magnitude) }
      if longest > 0.3 { direction = direction.map { $0 * 0.3 / longest } }
      guard let next = try step(place, direction, value, slope) else {
        if isFresh { return place }
        inverse = guess
        isFresh = true
        continue
      }
      Self.update(&inverse, from: place, to: next)
      isFresh = false
      place = next
    }
  }

  private var guess: [[Double]] {
    scale.indices.map { row in scale.indices.map { $0 == row ? scale[row] : 0 } }
  }

  private func heldBounds<Context>(_ place: Place<Context>) -> [Bool] {
    place.point.indices.map {
      (place.point[$0] <= lower && place.slope[$0] < 0)
        || (place.point[$0] >= upper && place.slope[$0] > 0)
    }
  }

  /// The longest of halved steps that climbs enough (Armijo), or whose slope falls where rounding hides
  /// the climb.
  private func step<Context, Failure: Error>(
    _ place: Place<Context>, _ direction: [Double],
    _ value: ([Double], Context?) throws(Failure) -> (Double, Context)?,
    _ slope: ([Double], Context) throws(Failure) -> [Double]
  ) throws(Failure) -> Place<Context>? {
    var length = 1.0
    for _ in 0..<20 {
      let point = place.point.indices.map {
        min(max(place.point[$0] + length * direction[$0], lower), upper)
      }
      let moved = zip(point, place.point).map { $0 - $1 }
      let gain = Self.dot(place.slope, moved)
      length /= 2
      guard let (height, context) = try value(point, place.context) else { continue }
      let climbs = height > place.value + 1e-4 * gain && gain > noise
      guard climbs || height > place.value - noise else { continue }
      let found = Place(
        point: point, value: height, slope: try slope(point, context), distance: 0,
        steps: place.steps + 1, context: context)
      if climbs || Self.dot(found.slope, moved).magnitude <= 0.8 * gain { return found }
    }
    return nil
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func product(
    _ matrix: [[Double]], _ vector: [Double], _ held: [Bool]
  ) -> [Double] {
    matrix.indices.map { row in
      held[row]
        ? 0
        : matrix[row].indices.reduce(0) { held[$1] ? $0 : $0 + matrix[row][$1] * vector[$1] }
    }
  }

  /// The update of the inverse of curvature (of the function's negative, which is convex at a top).
  private static func update<Context>(
    _ inverse: inout [[Double]], from old: Place<Context>, to new: Place<Context>
  ) {
    let count = old.point.count
    let moved = (0..<count).map { new.point[$0] - old.point[$0] }
    let bent = (0..<count).map { old.slope[$0] - new.slope[$0] }
    let along = dot(moved, bent)
    guard along > 1e-10 * (dot(moved, moved) * dot(bent, bent)).squareRoot() else { return }
    let image = inverse.map { dot($0, bent) }
    let turn = 1 + dot(bent, image) / along
    for row in 0..<count {
      for column in 0..<count {
        inverse[row][column] +=
          (turn * moved[row] * moved[column] - image[row] * moved[column]
            - moved[row] * image[column]) / along
      }
    }
  }
}
