/// How the written pages print numbers.
enum PageNumber {
  /// A whole number with commas.
  static func whole(_ value: Double) -> String {
    var digits = String(Int64(value.magnitude.rounded()))
    var text = ""
    while digits.count > 3 {
      text = "," + digits.suffix(3) + text
      digits.removeLast(3)
    }
    return (value <= -0.5 ? "-" : "") + digits + text
  }

  /// A share as percent with two places.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
