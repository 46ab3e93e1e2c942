public import TariffLaw

/// A rate line that one of two actions, or both, lay a duty on.
public struct ComparedLine: Sendable {
  public let code: HTSCode
  /// `nil` where the action does not list the line. A listed line without imports has zero of them and no
  /// rate.
  public let a: ActionLine?
  public let b: ActionLine?

  /// Rates further apart than this differ; below it are the roundings of averages.
  private static let tolerance = 1e-9

  /// Whether both list the line and change its duty by other rates; lines without imports, whose rate is
  /// not known, do not count.
  public var ratesDiffer: Bool {
    guard let a = a?.rate, let b = b?.rate else { return false }
    return (a - b).magnitude > Self.tolerance
  }
}
