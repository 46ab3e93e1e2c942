/// Why a market has no solved response.
public enum EquilibriumError: Error, Hashable, Sendable {
  /// A parameter outside its range.
  case parameter(String)
  /// A rate that is not above -1, or a count of rates that is not the count of cells.
  case rate(cell: Int)
  /// The sector did not reach the tolerance.
  case notConverged(sector: String, residual: Double)
}

extension EquilibriumError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .parameter(let text): text
    case .rate(let cell): "the new rate of cell \(cell) must be a number above -1"
    case .notConverged(let sector, let residual):
      "sector \(sector) did not converge (residual \(residual))"
    }
  }
}
