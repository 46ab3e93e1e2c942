/// Iterative proportional fitting (RAS; Deming and Stephan 1940) of imports by subheading and
/// origin to three sets of margins: chapter x origin, industry x origin, and subheading of the
/// world.
///
/// Each pass scales the cells to each margin in turn, the chapter margins last, so that these hold
/// exactly; the others are met as nearly as they allow, and their residuals are reported.
struct MarginFit {
  /// A set of cells with a published total.
  struct Group {
    let cells: [Int]
    let total: Double
  }

  /// How far the fit ends from a set of margins.
  struct Residual {
    let name: String
    /// The sum of absolute differences over the sum of the margins.
    let share: Double
    /// The largest absolute difference, dollars.
    let largest: Double
  }

  private(set) var cells: [Double]
  let chapters: [Group]
  let industries: [Group]
  let world: [Group]

  static let passes = 60
  /// The world margin is some years older than the fit, so the cells only lean towards it, in the
  /// first passes: scaled by the square root of what is missing, at most by ``leanLimit``. Holding
  /// known origins out shows that scaling to it in full does harm (`docs/data/baseline-2017.md`).
  static let worldPasses = 1
  static let leanLimit = 4.0

  mutating func run() -> [Residual] {
    for pass in 0..<Self.passes {
      if pass < Self.worldPasses { lean(to: world) }
      scale(to: industries)
      scale(to: chapters)
    }
    return [
      residual("chapter x origin", chapters), residual("industry x origin", industries),
      residual("subheading, world", world),
    ]
  }

  private mutating func scale(to groups: [Group]) {
    for group in groups {
      let sum = group.cells.reduce(0) { $0 + cells[$1] }
      guard sum > 0 else { continue }
      let factor = group.total / sum
      for cell in group.cells { cells[cell] *= factor }
    }
  }

  private mutating func lean(to groups: [Group]) {
    for group in groups {
      let sum = group.cells.reduce(0) { $0 + cells[$1] }
      guard sum > 0 else { continue }
      let factor = (group.total / sum).squareRoot()
      let bounded = min(max(factor, 1 / Self.leanLimit), Self.leanLimit)
      for cell in group.cells { cells[cell] *= bounded }
    }
  }

  private func residual(_ name: String, _ groups: [Group]) -> Residual {
    var gap = 0.0
    var total = 0.0
    var largest = 0.0
    for group in groups {
      let difference = (group.cells.reduce(0) { $0 + cells[$1] } - group.total).magnitude
      gap += difference
      total += group.total
      largest = max(largest, difference)
    }
    return Residual(name: name, share: total > 0 ? gap / total : 0, largest: largest)
  }
}
