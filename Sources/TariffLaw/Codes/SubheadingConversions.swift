/// How the subheadings of one version of the Harmonized System became those of a later one.
///
/// The engine knows no version: which pairs there are is data, filled in by whoever makes a
/// ``LawBook``.
public struct SubheadingConversions: Hashable, Sendable {
  /// One pair of subheadings of which goods moved from the first to the second.
  public struct Pair: Hashable, Sendable {
    public let earlier: HTSCode
    public let later: HTSCode
    public let grade: Grade

    public init(earlier: HTSCode, later: HTSCode, grade: Grade) {
      self.earlier = earlier
      self.later = later
      self.grade = grade
    }
  }

  /// How much of the goods moved together, from the closest on.
  public enum Grade: Int, Hashable, Sendable, Comparable {
    /// The whole of one of the two is within the other.
    case whole
    /// Parts of both, and the conversion table names this pair as the one to use.
    case main
    /// Parts of both.
    case part

    public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
  }

  public static let none = SubheadingConversions([])

  /// All pairs, in the order given.
  let pairs: [Pair]
  private let laterOf: [HTSCode: [Pair]]
  private let earlierOf: [HTSCode: [Pair]]

  /// - Parameter pairs: a pair of a subheading with itself says nothing and is left out.
  public init(_ pairs: [Pair]) {
    let moved = pairs.filter { $0.earlier != $0.later }
    self.pairs = moved
    laterOf = Dictionary(grouping: moved, by: \.earlier)
    earlierOf = Dictionary(grouping: moved, by: \.later)
  }

  /// What became of a subheading.
  public func later(of subheading: HTSCode) -> [Pair] { laterOf[subheading] ?? [] }

  /// What a subheading came from.
  public func earlier(of subheading: HTSCode) -> [Pair] { earlierOf[subheading] ?? [] }
}
