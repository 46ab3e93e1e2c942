public import TariffLaw

/// What a partner promises to buy, by kinds of goods.
public struct PurchasePromise: Hashable, Sendable {
  public let id: String
  public let title: String
  public let buyer: CountryCode
  public let seller: CountryCode
  /// The goods of each kind: codes of any length, the longest that a good starts with counts.
  public let goods: [Goods]
  /// The year the amounts are above.
  public let above: Int
  public let amounts: [Amount]
  public let citation: String
  public let leavesOut: String
  public let notes: String?

  /// A code and the kind its goods are of.
  public struct Goods: Hashable, Sendable {
    public let code: HTSCode
    public let category: String
  }

  /// Dollars promised for a kind in a year.
  public struct Amount: Hashable, Sendable {
    public let year: Int
    public let category: String
    public let value: Fraction
  }
}
