import Foundation

extension WorldBase {
  /// The names of the sets of trade elasticities, in order; the empty name is the base's own.
  public var thetaSets: [String] {
    Set(sectors.flatMap { $0.thetas.keys }).sorted()
  }

  /// The trade elasticity of each sector by a set; `nil` when some sector lacks it.
  public func theta(_ set: String) -> [Double]? {
    let found = sectors.compactMap { $0.thetas[set] }
    return found.count == sectors.count ? found : nil
  }

  /// The spread of the sets' estimates: the standard deviation of their logarithms, by sector.
  public func thetaSpread(of sets: [String]) -> [Double] {
    let logs = sets.compactMap { theta($0) }.map { $0.map { log($0) } }
    guard logs.count > 1 else { return sectors.map { _ in 0 } }
    return sectors.indices.map { sector in
      let mean = logs.reduce(0) { $0 + $1[sector] } / Double(logs.count)
      let squares = logs.reduce(0) { $0 + ($1[sector] - mean) * ($1[sector] - mean) }
      return (squares / Double(logs.count - 1)).squareRoot()
    }
  }
}
