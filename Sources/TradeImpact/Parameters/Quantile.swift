/// Quantiles of a sample, by linear interpolation between order statistics (Hyndman and Fan 1996,
/// type 7).
package enum Quantile {
  /// - Parameter sorted: ascending and not empty.
  package static func of(_ sorted: [Double], at share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = min(max(Int(place.rounded(.down)), 0), sorted.count - 1)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
