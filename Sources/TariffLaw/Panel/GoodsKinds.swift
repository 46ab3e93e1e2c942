/// Goods sorted into kinds that the law of one origin cannot tell apart: those whose signatures agree
/// on every list it asks about.
struct GoodsKinds {
  private let asked: [Int]
  private let verdicts: [[GoodsVerdicts.Verdict]]
  private var kindOfSignature: [Int?]
  private var kinds: [[GoodsVerdicts.Verdict]: Int] = [:]

  init(_ law: OriginLaw, _ verdicts: [[GoodsVerdicts.Verdict]]) {
    asked = Set(law.regime.links.flatMap(\.lists)).sorted()
    self.verdicts = verdicts
    kindOfSignature = Array(repeating: nil, count: verdicts.count)
  }

  /// The kind of a signature, numbered from zero in the order of asking.
  mutating func kind(of signature: Int) -> Int {
    if let kind = kindOfSignature[signature] { return kind }
    let mask = asked.map { verdicts[signature][$0] }
    let kind = kinds[mask] ?? kinds.count
    kinds[mask] = kind
    kindOfSignature[signature] = kind
    return kind
  }

  /// The membership of a code with a signature.
  func verdicts(_ code: HTSCode, _ signature: Int) -> GoodsVerdicts {
    GoodsVerdicts(code, verdicts[signature])
  }
}
