/// How an equilibrium is looked for.
public struct SolverOptions: Sendable {
  public var deficits: DeficitRule
  public var labour: LabourMobility
  /// The largest relative error of any equation that is taken for zero.
  public var tolerance: Double
  /// Evaluations allowed for one stretch of the way.
  package var evaluations = 400

  public init(
    deficits: DeficitRule = .fixed, labour: LabourMobility = .mobile, tolerance: Double = 1e-10
  ) {
    self.deficits = deficits
    self.labour = labour
    self.tolerance = tolerance
  }
}
