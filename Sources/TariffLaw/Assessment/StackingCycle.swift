/// Measures that put each other aside in a circle, so that no order of them is right.
///
/// The law files are checked for this; it is an error of the law data, not of the entry.
public struct StackingCycle: Error, Hashable, Sendable {
  public let measures: [String]
}

extension StackingCycle: CustomStringConvertible {
  public var description: String {
    "these measures displace each other in a circle: " + measures.joined(separator: ", ")
      + "; mend their stacking in the law files"
  }
}
