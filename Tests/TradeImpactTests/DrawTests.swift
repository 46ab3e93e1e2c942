import Foundation
import Testing
import TradeImpact

struct DrawTests {
  /// Known values of the standard normal distribution.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.05, -1.6448536269514729),
    (1e-9, -5.997807015007686),
  ])
  func normalQuantiles(share: Double, value: Double) {
    #expect(abs(NormalDistribution.quantile(share) - value) < 1e-9)
    #expect(abs(NormalDistribution.cumulative(value) - share) < 1e-12)
  }

  @Test func quantilesInterpolate() {
    #expect(Quantile.of([1, 2, 3, 4], at: 0.5) == 2.5)
    #expect(Quantile.of([1, 2, 3, 4], at: 0) == 1 && Quantile.of([1, 2, 3, 4], at: 1) == 4)
    #expect(Quantile.of([7], at: 0.3) == 7)
  }

  /// Moments of the uniform numbers, and no tie between rows, columns or seeds.
  @Test func uniformNumbersAreUniform() {
    let uniform = SeededUniform(seed: 42)
    let numbers = (0..<20_000).map { uniform(row: $0, column: 3) }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean - 0.5) < 0.01 && abs(variance - 1.0 / 12) < 0.003)
    #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
    let other = (0..<20_000).map { uniform(row: $0, column: 4) }
    let product = zip(numbers, other).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - 0.5) } / 20_000
    #expect(abs(product) < 0.003)
    #expect(SeededUniform(seed: 43)(row: 0, column: 3) != numbers[0])
    #expect(SeededUniform(seed: 42)(row: 0, column: 3) == numbers[0])
  }

  @Test func aTruncatedEstimateStaysAboveItsLeastValue() {
    let axis = ParameterAxis(
      name: "omega", distribution: .normal(mean: 0, deviation: 0.05, least: 0))
    let values = (1..<1000).map { axis.quantile(Double($0) / 1000) }
    #expect(values.allSatisfy { $0 >= 0 } && values == values.sorted())
    // The median of a half-normal distribution.
    #expect(abs(axis.quantile(0.5) - 0.05 * 0.6744897501960817) < 1e-9)
    let open = ParameterAxis(
      name: "eta", distribution: .normal(mean: 1.5, deviation: 0.3, least: nil))
    #expect(abs(open.quantile(0.5) - 1.5) < 1e-12)
    let factor = ParameterAxis(name: "x", distribution: .factor(logDeviation: 0.25))
    #expect(abs(factor.quantile(0.5) - 1) < 1e-12)
    #expect(abs(factor.quantile(0.95) * factor.quantile(0.05) - 1) < 1e-9)
  }
}
