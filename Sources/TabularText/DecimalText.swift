/// Numbers as decimals for people, with grouping commas.
package enum DecimalText {
  /// A number with a fixed count of decimals, rounded half away from zero.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard rounded < 1e18 else { return "\(value)" }
    let digits = String(Int64(rounded))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let text =
      decimals == 0
      ? padded : String(padded.dropLast(decimals)) + "." + String(padded.suffix(decimals))
    return (value < 0 && rounded > 0 ? "-" : "") + grouped(text)
  }

  /// Grouping commas in the whole part of a decimal text.
  package static func grouped(_ text: String) -> String {
    let negative = text.hasPrefix("-")
    let body = negative ? text.dropFirst() : Substring(text)
    let whole = body.prefix { $0 != "." }
    var output = ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { output.append(",") }
      output.append(digit)
    }
    return (negative ? "-" : "") + output + body.dropFirst(whole.count)
  }
}
