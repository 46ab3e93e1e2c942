#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
package import TradeAction

/// How one uncertain parameter is drawn.
package struct ParameterAxis: Sendable {
  package let name: String
  package let distribution: Distribution

  package init(name: String, distribution: Distribution) {
    self.name = name
    self.distribution = distribution
  }

  /// How a parameter is drawn; `nil` where it has neither a published error nor an assumed spread.
  package init?(_ parameter: Assumptions.Parameter) {
    if let error = parameter.standardError, let value = parameter.value {
      self.init(
        name: parameter.name,
        distribution: .normal(mean: value, deviation: error, least: parameter.minimum))
    } else if let spread = parameter.assumedSpread {
      self.init(name: parameter.name, distribution: .factor(logDeviation: spread))
    } else {
      return nil
    }
  }

  package enum Distribution: Hashable, Sendable {
    /// A published estimate with its standard error, cut off below a least value that makes sense.
    case normal(mean: Double, deviation: Double, least: Double?)
    /// A factor on every value of the parameter, one at the median; its spread is assumed.
    case factor(logDeviation: Double)
  }

  package var isAssumed: Bool {
    if case .factor = distribution { true } else { false }
  }

  /// The value, or the factor, below which a share of the distribution lies.
  package func quantile(_ share: Double) -> Double {
    switch distribution {
    case .normal(let mean, let deviation, let least):
      let start = least.map { NormalDistribution.cumulative(($0 - mean) / deviation) } ?? 0
      let cut = start + share * (1 - start)
      return max(mean + deviation * NormalDistribution.quantile(cut), least ?? -.infinity)
    case .factor(let deviation):
      return exp(deviation * NormalDistribution.quantile(share))
    }
  }
}
