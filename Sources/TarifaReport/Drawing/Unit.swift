import TabularText

/// What a number counts, and so how it is written.
public enum Unit: Hashable, Sendable {
  /// Estimated dollars, to three figures.
  case dollars
  /// Dollars to the cent.
  case money
  /// A fraction, written as percent.
  case share
  /// A difference of two shares, a fraction, written as percentage points.
  case points
  /// Already in percent.
  case percent
  /// A number of something, named in the plural: "jobs".
  case count(String)
  case plain
  /// A number without decimals.
  case whole

  /// The number with its unit: `$34.8 bn`, `25%`, `-213,855 jobs`.
  public func words(_ value: Double) -> String {
    let sign = value < 0 ? "-" : ""
    switch self {
    case .dollars: return sign + "$" + Unit.scaled(value.magnitude)
    case .money:
      let isWhole = value == value.rounded()
      return sign + "$" + DecimalText.fixed(value.magnitude, isWhole ? 0 : 2)
    case .share: return Unit.figures(value * 100, 4) + "%"
    case .points: return Unit.figures(value * 100, 4) + " points"
    case .percent: return Unit.figures(value, 3) + "%"
    case .count(let things):
      let number = DecimalText.fixed(value, 0)
      return "\(number) \(number == "1" ? String(things.dropLast()) : things)"
    case .plain: return Unit.figures(value, 4)
    case .whole: return DecimalText.fixed(value, 0)
    }
  }

  /// An interval: `$38 bn to $48.7 bn`, `-29,287 to -12,334`; what is counted is not said again.
  func words(_ range: ClosedRange<Double>) -> String {
    let unit = if case .count = self { Unit.whole } else { self }
    return "\(unit.words(range.lowerBound)) to \(unit.words(range.upperBound))"
  }

  /// With a plus before what is above zero.
  func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + words(value) }

  /// The label of a line of an axis, given the step from one to the next.
  func tick(_ value: Double, step: Double) -> String {
    let sign = value < 0 ? "-" : ""
    switch self {
    case .dollars, .money:
      guard value != 0 else { return "$0" }
      let (scale, suffix) = Unit.scale(max(value.magnitude, step))
      return sign + "$" + Unit.decimals(value.magnitude / scale, step: step / scale) + suffix
    case .share: return Unit.decimals(value * 100, step: step * 100) + "%"
    case .points: return Unit.decimals(value * 100, step: step * 100)
    case .percent: return Unit.decimals(value, step: step) + "%"
    case .count, .plain, .whole:
      let (scale, suffix) = step >= 1e6 ? (1e6, " m") : (1.0, "")
      return Unit.decimals(value / scale, step: step / scale) + suffix
    }
  }

  private static func scale(_ magnitude: Double) -> (scale: Double, suffix: String) {
    switch magnitude {
    case 1e12...: (1e12, " tn")
    case 1e9...: (1e9, " bn")
    case 1e6...: (1e6, " m")
    default: (1, "")
    }
  }

  private static func scaled(_ magnitude: Double) -> String {
    var (scale, suffix) = scale(magnitude)
    // What rounds up to a thousand of a unit is one of the next.
    if magnitude >= 999_500, scale < 1e12, magnitude / scale >= 999.5 {
      (scale, suffix) = self.scale(magnitude * 1.001)
    }
    guard scale > 1 else {
      return magnitude >= 100 ? DecimalText.fixed(magnitude, 0) : figures(magnitude, 3)
    }
    return figures(magnitude / scale, 3) + suffix
  }

  /// So many significant figures at least, whole digits kept, zeros at the end of decimals dropped.
  private static func figures(_ value: Double, _ count: Int) -> String {
    var (decimals, limit) = (0, 1.0)
    while decimals < 6, value != 0, value.magnitude * limit < pow10(count - 1) - 0.5 {
      decimals += 1
      limit *= 10
    }
    return trimmed(DecimalText.fixed(value, decimals))
  }

  private static func decimals(_ value: Double, step: Double) -> String {
    var (decimals, scaled) = (0, step)
    while decimals < 6, (scaled - scaled.rounded()).magnitude > 1e-9 * scaled {
      decimals += 1
      scaled *= 10
    }
    return DecimalText.fixed(value, decimals)
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = Substring(text)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : String(text)
  }

  private static func pow10(_ power: Int) -> Double {
    (0..<max(power, 0)).reduce(1) { product, _ in product * 10 }
  }
}
