/// A code with the goods lists that hold it; see ``ListLookup``.
public struct ListedGood: Sendable {
  let verdicts: GoodsVerdicts
}
