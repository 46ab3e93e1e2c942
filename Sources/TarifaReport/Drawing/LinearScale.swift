/// Numbers laid out along a line of the drawing, with round ticks.
struct LinearScale {
  let domain: ClosedRange<Double>
  /// Where the ends of the domain are drawn; the second may be the smaller, as upwards.
  let ends: (Double, Double)
  let step: Double

  /// - Parameters:
  ///   - values: what must lie on the scale.
  ///   - fromZero: whether zero must lie on it too, as where lengths are compared.
  ///   - ticks: about how many ticks.
  init(
    holding values: [Double], fromZero: Bool = true, ends: (Double, Double), ticks: Int = 5
  ) {
    // Sums and differences of what lies on the scale must be numbers still.
    let values = values.filter { $0.magnitude < 1e300 }
    let first = fromZero ? 0 : values.first ?? 0
    let low = values.reduce(first, min)
    let high = values.reduce(first, max)
    // Numbers that are all but the same are not torn apart.
    let size = max(low.magnitude, high.magnitude)
    let span = size > 0 ? max(high - low, size * 1e-6) : 1
    step = LinearScale.roundStep(span / Double(max(ticks, 1)))
    let bottom = (low / step).rounded(.down)
    domain = bottom * step...max((high / step).rounded(.up), bottom + 1) * step
    self.ends = ends
  }

  func place(_ value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return ends.0 + share * (ends.1 - ends.0)
  }

  var ticks: [Double] {
    let first = Int((domain.lowerBound / step).rounded())
    let last = Int((domain.upperBound / step).rounded())
    return (first...max(first, last)).map { Double($0) * step }
  }

  /// The least of 1, 2, 2.5 and 5 times a power of ten that is not less.
  private static func roundStep(_ least: Double) -> Double {
    guard least > 1e-300 else { return 1 }
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    for factor in [1, 2, 2.5, 5] where factor * power >= least * (1 - 1e-9) {
      return factor * power
    }
    return 10 * power
  }
}
