/// Goods sorted into kinds that the law of one origin cannot tell apart: those whose memberships agree
/// on every list it asks about.
struct GoodsKinds {
  private let isAsked: [Bool]
  private var kinds: [[UInt32]: Int] = [:]

  init(_ law: OriginLaw) {
    var isAsked = [Bool](repeating: false, count: law.lists.count)
    for list in law.listsAsked { isAsked[list] = true }
    self.isAsked = isAsked
  }

  /// The kind of a membership, numbered from zero in the order of asking.
  mutating func kind(of membership: GoodsSignatures.Membership) -> Int {
    let asked = membership.present.filter { isAsked[Int($0 >> 2)] }
    if let known = kinds[asked] { return known }
    let kind = kinds.count
    kinds[asked] = kind
    return kind
  }
}
