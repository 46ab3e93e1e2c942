#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Nodes and weights of Gauss-Legendre quadrature on the unit interval.
enum GaussLegendre {
  /// Six points: exact for polynomials of degree eleven.
  static let unit: [(node: Double, weight: Double)] = rule(6)

  /// Newton's method on the Legendre polynomial from Chebyshev starts.
  static func rule(_ count: Int) -> [(node: Double, weight: Double)] {
    (1...count).map { index in
      var x = cos(Double.pi * (Double(index) - 0.25) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        var (p0, p1) = (1.0, x)
        for k in 2...count {
          (p0, p1) = (p1, ((2 * Double(k) - 1) * x * p1 - (Double(k) - 1) * p0) / Double(k))
        }
        slope = Double(count) * (x * p1 - p0) / (x * x - 1)
        let step = p1 / slope
        x -= step
        if step.magnitude < 1e-16 { break }
      }
      return ((1 - x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
  }
}
