/// Whether one code is in the goods lists of a regime that matter for it.
struct GoodsVerdicts {
  /// Membership of a code in a list.
  enum Verdict: UInt8 {
    case out
    /// Only part of what the code names is listed.
    case partly
    case `in`
    case notAsked
  }

  let code: HTSCode
  private let membership: GoodsSignatures.Membership

  /// - Parameter membership: the lists that hold the code, of all that will be asked about.
  init(_ code: HTSCode, _ membership: GoodsSignatures.Membership) {
    self.code = code
    self.membership = membership
  }

  /// See ``GoodsSignatures/Membership/present``.
  var present: [UInt32] { membership.present }

  /// Whether the goods of a scope hold the code.
  func covers(_ goods: MeasureLinks.ScopeGoods) -> Truth {
    if goods.isEverything { return .yes }
    let inside = any(goods.lists)
    if inside == .no { return .no }
    return inside && !any(goods.except)
  }

  private func any(_ lists: [Int]) -> Truth {
    var found = Truth.no
    for list in lists {
      // A code stands in few lists.
      for entry in membership.present where entry >> 2 == UInt32(list) {
        switch membership.verdict(entry) {
        case .in: return .yes
        case .partly: found = .unknown
        case .out, .notAsked: break
        }
      }
    }
    return found
  }
}
