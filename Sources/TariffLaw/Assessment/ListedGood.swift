/// A code with the goods lists that hold it, found once for many origins.
public struct ListedGood: Sendable {
  let verdicts: GoodsVerdicts

  /// - Parameter laws: those that will ask; all of one regime, or of regimes with the same lists.
  public init(_ code: HTSCode, for laws: [OriginLaw]) {
    let asked = Set(laws.flatMap(\.listsAsked)).sorted()
    verdicts = GoodsVerdicts(
      code, GoodsSignatures.Membership(of: code, in: laws.first?.lists ?? [], asked: asked))
  }
}
