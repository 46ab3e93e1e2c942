/// Splits the amounts of a cell by shares so that the parts sum to the whole, to the cent.
struct Portion {
  /// One, in the units shares of a code and an origin multiply to.
  static let whole = Int128(ImportMap.whole) * Int128(ImportMap.whole)

  static let nothing = Portion(share: 0, value: nil, duty: nil, quantity: nil)

  private var share: Int128
  private(set) var value: Int?
  private(set) var duty: Int?
  private(set) var quantity: Int?

  /// The next part: what the shares so far come to, rounded down, less what the shares before came
  /// to. The last part takes the rest.
  mutating func next(_ added: Int128, of cell: PartSum.Cell) -> Portion {
    let before = share
    share += added
    let after = share
    func part(_ amount: Int?) -> Int? {
      amount.map { Int(Self.floor($0, after) - Self.floor($0, before)) }
    }
    return Portion(
      share: added, value: part(cell.value), duty: part(cell.duty), quantity: part(cell.quantity))
  }

  /// A share of an amount, rounded down. Amounts have up to 18 digits and shares 18 decimals, so
  /// that the product fits.
  private static func floor(_ amount: Int, _ share: Int128) -> Int128 {
    Int128(amount) * share / whole
  }
}
