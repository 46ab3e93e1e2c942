/// Whether one code is in each goods list of a regime, found when first asked for.
struct GoodsVerdicts {
  /// Membership of a code in a list.
  enum Verdict: UInt8 {
    case out
    /// Only part of what the code names is listed.
    case partly
    case `in`
    case notAsked
  }

  /// By list; empty when the membership is known beforehand.
  private var verdicts: [Verdict]
  private let code: HTSCode
  /// The lists that hold the code, or part of it; `nil` when not known beforehand.
  private let membership: GoodsSignatures.Membership?

  init(_ code: HTSCode, lists: Int) {
    self.code = code
    verdicts = Array(repeating: .notAsked, count: lists)
    membership = nil
  }

  /// Verdicts found already.
  init(_ code: HTSCode, _ membership: GoodsSignatures.Membership) {
    self.code = code
    self.membership = membership
    verdicts = []
  }

  /// See ``GoodsSignatures/Membership/present``.
  var present: [UInt32]? { membership?.present }

  private mutating func verdict(_ list: Int, _ lists: [GoodsList]) -> Verdict {
    if let membership {
      // A code stands in few lists.
      for entry in membership.present where entry >> 2 == UInt32(list) {
        return membership.verdict(entry)
      }
      return .out
    }
    let known = verdicts[list]
    if known != .notAsked { return known }
    let found: Verdict =
      switch lists[list].contains(code) {
      case true?: .in
      case false?: .out
      case nil: .partly
      }
    verdicts[list] = found
    return found
  }

  /// Whether the goods of a scope hold the code.
  mutating func covers(_ goods: MeasureLinks.ScopeGoods, _ lists: [GoodsList]) -> Truth {
    if goods.isEverything { return .yes }
    let inside = any(goods.lists, lists)
    if inside == .no { return .no }
    return inside && !any(goods.except, lists)
  }

  private mutating func any(_ positions: [Int], _ lists: [GoodsList]) -> Truth {
    var found = Truth.no
    for list in positions {
      switch verdict(list, lists) {
      case .in: return .yes
      case .partly: found = .unknown
      case .out, .notAsked: break
      }
    }
    return found
  }
}
