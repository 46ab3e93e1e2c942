/// Uniform numbers that depend on a seed and a place in a table only, so that draws come out the same
/// in whatever order and on however many cores they are made.
///
/// Three rounds of SplitMix64 (Steele, Lea and Flood 2014) over seed, row and column.
package struct SeededUniform: Sendable {
  private let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// Above 0 and below 1.
  package func callAsFunction(row: Int, column: Int) -> Double {
    var state = Self.mixed(seed)
    state = Self.mixed(state ^ UInt64(truncatingIfNeeded: row))
    state = Self.mixed(state ^ UInt64(truncatingIfNeeded: column) << 32)
    return (Double(state >> 11) + 0.5) / Double(1 << 53)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
