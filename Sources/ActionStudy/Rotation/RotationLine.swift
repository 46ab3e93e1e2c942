public import TariffLaw

/// A rate line that is on a list, or may come on it.
public struct RotationLine: Hashable, Sendable {
  public let code: HTSCode
  /// Covered imports of it at the baseline, dollars a year.
  public let imports: Double
  /// The part of them that rests on fitted cells.
  public let fittedImports: Double
  /// What buyers lose by the duty on this line alone, dollars a year, with the central assumptions.
  public internal(set) var loss: Double
  let sector: Int
  /// The rate the action adds, by cell of the market.
  let changes: [Int: Double]

  package init(
    code: HTSCode, imports: Double, fittedImports: Double = 0, loss: Double, sector: Int = 0,
    changes: [Int: Double] = [:]
  ) {
    self.code = code
    self.imports = imports
    self.fittedImports = fittedImports
    self.loss = loss
    self.sector = sector
    self.changes = changes
  }

  /// Loss for each dollar covered.
  var lossPerDollar: Double { imports > 0 ? loss / imports : .infinity }
}
