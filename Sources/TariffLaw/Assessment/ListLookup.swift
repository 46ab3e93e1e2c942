/// Finds the goods lists that hold a code, of those some laws ask about, once for many origins.
public struct ListLookup: Sendable {
  private let asked: [Int]
  private let lists: [GoodsList]

  /// - Parameter laws: those that will ask; all of one regime, or of regimes with the same lists.
  public init(for laws: [OriginLaw]) {
    asked = Set(laws.flatMap(\.listsAsked)).sorted()
    lists = laws.first?.lists ?? []
  }

  public func listed(_ code: HTSCode) -> ListedGood {
    ListedGood(
      verdicts: GoodsVerdicts(code, GoodsSignatures.Membership(of: code, in: lists, asked: asked)))
  }
}
