/// All assumptions of a study, at the border and behind it, and how they are drawn together.
struct StudySpace: Sendable {
  let equilibrium: ParameterSpace
  /// `nil` where the importer's economy is not held.
  let economy: EconomySpace?

  /// Every uncertain assumption. Those of the economy come last, so that the draws of the equilibrium
  /// are the same with and without them.
  var axes: [ParameterAxis] { equilibrium.axes + (economy?.axes ?? []) }

  var central: StudyParameters { parameters(at: [:]) }

  /// The values with each assumption at its share of its distribution; those without a share stay
  /// central.
  func parameters(at shares: [String: Double]) -> StudyParameters {
    let border = equilibrium.parameters(at: shares)
    return StudyParameters(
      equilibrium: border, economy: economy?.parameters(at: shares, with: border))
  }

  /// A draw of every uncertain assumption, each on its own.
  func draw(_ index: Int, seed: UInt64) -> StudyParameters {
    let uniform = SeededUniform(seed: seed)
    return parameters(
      at: Dictionary(
        axes.enumerated().map { column, axis in (axis.name, uniform(row: index, column: column)) },
        uniquingKeysWith: { first, _ in first }))
  }
}
