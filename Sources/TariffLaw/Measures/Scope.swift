/// Goods x origins x circumstances.
public struct Scope: Hashable, Sendable {
  /// The goods; all goods when `nil`.
  public var goods: GoodsReference?
  public var origins: OriginScope
  public var condition: Condition
  /// Names of which the importer must claim one (a programme's indicator, an exclusion).
  public var claims: [String]

  public init(
    goods: GoodsReference? = nil, origins: OriginScope = .any, condition: Condition = .always,
    claims: [String] = []
  ) {
    self.goods = goods
    self.origins = origins
    self.condition = condition
    self.claims = claims
  }
}
