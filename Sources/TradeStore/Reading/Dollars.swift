/// Cents as dollars with grouping commas: `1,234,567`, and cents only where there are any.
public enum Dollars {
  public static func text(cents: Int) -> String {
    var whole = "\(cents / 100)"
    var place = whole.count - 3
    while place > 0 {
      whole.insert(",", at: whole.index(whole.startIndex, offsetBy: place))
      place -= 3
    }
    let rest = cents % 100
    return rest == 0 ? whole : whole + (rest < 10 ? ".0\(rest)" : ".\(rest)")
  }
}
