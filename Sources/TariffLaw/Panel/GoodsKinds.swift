/// Goods sorted into kinds that the law of one origin cannot tell apart: those whose signatures agree
/// on every list it asks about.
struct GoodsKinds {
  private let isAsked: [Bool]
  private let memberships: [GoodsSignatures.Membership]
  private var kindOfSignature: [Int?]
  private var kinds: [[UInt32]: Int] = [:]

  init(_ law: OriginLaw, _ signatures: GoodsSignatures) {
    var isAsked = [Bool](repeating: false, count: law.regime.lists.count)
    for links in law.regime.links { for list in links.lists { isAsked[list] = true } }
    self.isAsked = isAsked
    memberships = signatures.memberships
    kindOfSignature = Array(repeating: nil, count: memberships.count)
  }

  /// The kind of a signature, numbered from zero in the order of asking.
  mutating func kind(of signature: Int) -> Int {
    if let kind = kindOfSignature[signature] { return kind }
    let asked = memberships[signature].present.filter { isAsked[Int($0 >> 2)] }
    let kind = kinds[asked] ?? kinds.count
    kinds[asked] = kind
    kindOfSignature[signature] = kind
    return kind
  }

  /// The membership of a code with a signature.
  func verdicts(_ code: HTSCode, _ signature: Int) -> GoodsVerdicts {
    GoodsVerdicts(code, memberships[signature])
  }
}
