/// Amounts by origin and industry. What is of no industry is kept apart, and spread over the origin's
/// other goods in the end, so that no amount is lost.
public struct IndustryAmounts: Sendable {
  public let origins: Int
  public let industries: Int
  /// By origin, then industry.
  private var known: [Double]
  /// By origin.
  private var loose: [Double]

  public init(origins: Int, industries: Int) {
    self.origins = origins
    self.industries = industries
    known = Array(repeating: 0, count: origins * industries)
    loose = Array(repeating: 0, count: origins)
  }

  /// - Parameter industry: `nil` for goods of no industry.
  public mutating func add(_ amount: Double, of industry: Int?, from origin: Int) {
    if let industry {
      known[origin * industries + industry] += amount
    } else {
      loose[origin] += amount
    }
  }

  /// The amounts by origin, then industry, with those of no industry in proportion to the values that
  /// have one; of an origin that has none, in proportion to those of all origins.
  public func spread(like values: IndustryAmounts) -> [Double] {
    var amounts = known
    let all = (0..<industries).map { industry in
      (0..<origins).reduce(0) { $0 + values.known[$1 * industries + industry] }
    }
    for origin in 0..<origins where loose[origin] != 0 {
      let row = origin * industries
      var shares = Array(values.known[row..<row + industries])
      if !shares.contains(where: { $0 > 0 }) { shares = all }
      if !shares.contains(where: { $0 > 0 }) { shares = all.map { _ in 1 } }
      let total = shares.reduce(0, +)
      for industry in shares.indices {
        amounts[row + industry] += loose[origin] * shares[industry] / total
      }
    }
    return amounts
  }
}
