/// The problem handed to HiGHS's integer programming as it stands: what the solver here is measured against.
public struct PlainMixedInteger {
  /// As HiGHS reports it, in floating point.
  public struct Result: Sendable {
    public let objective: Double
    public let bound: Double
    public let nodes: Int

    public var gap: Double { (objective - bound) / max(1, abs(objective)) }
  }

  private let library: HighsLibrary
  private let gap: Double
  private let seconds: Double

  /// - Parameters:
  ///   - gap: relative, at which HiGHS stops.
  ///   - seconds: after which it is stopped; what it has then is the result.
  public init(library: HighsLibrary, gap: Double, seconds: Double) {
    self.library = library
    self.gap = gap
    self.seconds = seconds
  }

  /// - Returns: `nil` when HiGHS finds no choice in time.
  /// - Throws: ``SelectionError`` when HiGHS refuses the problem.
  public func solve(_ problem: SelectionProblem) throws(SelectionError) -> Result? {
    let exact = ExactProblem(problem)
    let model = try HighsModel(library)
    try model.set("mip_rel_gap", gap)
    try model.set("time_limit", seconds)
    try model.load(exact.image(), integers: true)
    let status = model.run()
    guard status == .optimal || status == .stopped,
      let objective = model.info("objective_function_value"), objective.isFinite,
      let bound = model.info("mip_dual_bound")
    else { return nil }
    return Result(
      objective: objective * exact.costUnit, bound: bound * exact.costUnit,
      nodes: model.count("mip_node_count") ?? 0)
  }
}
