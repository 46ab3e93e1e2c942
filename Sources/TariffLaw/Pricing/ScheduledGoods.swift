/// Which goods lists hold each code that any edition of a schedule has, found once for all editions.
final class ScheduledGoods: Sendable {
  /// Codes of equal numbers stand in the same lists, wholly or partly.
  private let numbers: [UInt64: Int]
  private let memberships: [GoodsSignatures.Membership]

  /// - Parameter used: positions of the lists that matter; others count as holding nothing.
  init(_ schedule: Schedule, lists: [GoodsList], used: Set<Int>) {
    let codes = schedule.allCodes
    let signatures = GoodsSignatures(codes: codes, lists: lists, used: used)
    numbers = Dictionary(
      zip(codes.map(\.raw), signatures.signature), uniquingKeysWith: { first, _ in first })
    memberships = signatures.memberships
  }

  /// How many different memberships there are.
  var membershipCount: Int { memberships.count }

  /// The number of the membership of a code; `nil` for one that no edition has.
  func number(of code: HTSCode) -> Int? { numbers[code.raw] }

  /// A membership by its number.
  subscript(number: Int) -> GoodsSignatures.Membership { memberships[number] }
}
