#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The standard normal distribution.
package enum NormalDistribution {
  package static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// The value below which a share of the distribution lies, by Newton's method on ``cumulative(_:)``
  /// inside a bracket.
  ///
  /// - Parameter share: between 0 and 1, both left out.
  package static func quantile(_ share: Double) -> Double {
    var low = -38.0
    var high = 38.0
    var x = 0.0
    for _ in 0..<200 {
      let value = cumulative(x) - share
      if value < 0 { low = x } else { high = x }
      let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
      let newton = x - value / density
      let next = density > 0 && newton > low && newton < high ? newton : (low + high) / 2
      if (next - x).magnitude <= 1e-14 * max(1, x.magnitude) { return next }
      x = next
    }
    return x
  }
}
