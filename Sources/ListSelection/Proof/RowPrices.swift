/// A price for each row, exact: the multipliers of a Lagrangian bound.
///
/// A positive price rests on the row's lower bound, a negative one on its upper bound. Whatever the
/// prices are, the bound that they give is true (weak duality; Geoffrion 1974, Lagrangean relaxation
/// for integer programming); good prices make it a good one.
public struct RowPrices: Hashable, Sendable {
  /// Prices are in units of 2 to the minus `scale` of cost a unit of the row.
  public let scale: Int
  /// One a row.
  public let prices: [Int128]

  public init(scale: Int, prices: [Int128]) {
    self.scale = scale
    self.prices = prices
  }

  /// Cost a unit of the row, rounded.
  public subscript(row: Int) -> Double {
    Double(prices[row]) / Double(sign: .plus, exponent: scale, significand: 1)
  }
}
