/// Numbers what a law comes to for goods: the provisions that can meet them, whatever the day and the origin
/// the law was made for. A law that changes for other goods alone has the same core for these.
final class Cores {
  private let tables: PricingTables
  private let provisions: ProvisionIndex
  private let goods: ScheduledGoods
  /// By number of the law, for entries that claim nothing.
  private var unclaimed: [Law?] = []
  private var claimed: [LawClaims: Law] = [:]
  private var numbers: [[UInt32]: Int] = [:]
  /// The law of each core, less what cannot meet its goods.
  private(set) var laws: [OriginLaw] = []

  private struct LawClaims: Hashable {
    let law: Int
    let claims: [String]
  }

  /// What is known of one law with claims made under it.
  private final class Law {
    let law: OriginLaw
    let claims: [String]
    /// Which provisions it holds, by position.
    let held: [Bool]
    var kinds: GoodsKinds
    var coreOfKind: [Int: Int] = [:]
    /// By number of the membership; -1 where not asked for yet.
    var coreOfLists: [Int32]

    init(
      _ law: OriginLaw, _ provisions: ProvisionIndex, claims: [String], membershipCount: Int
    ) {
      self.law = law
      self.claims = claims
      held = provisions.held(by: law)
      kinds = GoodsKinds(law)
      coreOfLists = Array(repeating: -1, count: membershipCount)
    }
  }

  init(_ tables: PricingTables) {
    self.tables = tables
    provisions = ProvisionIndex(tables.book.regime)
    goods = tables.scheduledGoods
  }

  /// The number of the core of a law for goods.
  ///
  /// - Parameters:
  ///   - lists: the number of the membership of the code in ``PricingTables/scheduledGoods``.
  ///   - number: of the law.
  func number(of code: HTSCode, lists: Int, under number: Int, claims: [String]) -> Int {
    let law = law(number, claims)
    let known = law.coreOfLists[lists]
    if known >= 0 { return Int(known) }
    let kind = law.kinds.kind(of: goods[lists])
    let found = law.coreOfKind[kind] ?? find(code, lists, law)
    law.coreOfKind[kind] = found
    law.coreOfLists[lists] = Int32(found)
    return found
  }

  private func law(_ number: Int, _ claims: [String]) -> Law {
    func made() -> Law {
      Law(
        tables.law(number), provisions, claims: claims, membershipCount: goods.membershipCount)
    }
    guard claims.isEmpty else {
      let key = LawClaims(law: number, claims: claims)
      if let known = claimed[key] { return known }
      let law = made()
      claimed[key] = law
      return law
    }
    if number >= unclaimed.count {
      unclaimed += Array(repeating: nil, count: number + 1 - unclaimed.count)
    }
    if let known = unclaimed[number] { return known }
    let law = made()
    unclaimed[number] = law
    return law
  }

  private func find(_ code: HTSCode, _ lists: Int, _ law: Law) -> Int {
    let met = provisions.meeting(
      code, goods[lists], held: law.held, day: law.law.day, claims: law.claims)
    if let known = numbers[met.identity] { return known }
    numbers[met.identity] = laws.count
    laws.append(OriginLaw(law.law, keeping: met.selection))
    return laws.count - 1
  }
}
