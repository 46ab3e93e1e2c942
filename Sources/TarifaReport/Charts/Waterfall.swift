/// Parts that add up to a total, and those that stand aside.
public struct Waterfall: Chart {
  public enum Kind: String, Sendable {
    case applied
    /// Counted at its default, since the answer lacks a fact.
    case assumed = "needs facts"
    /// Not counted: another stands in its place.
    case displaced
    /// Not counted: held void.
    case void
  }

  public struct Step: Sendable {
    public let label: String
    /// What it adds, negative for what it takes off; what it would have added where it is not
    /// counted, if that is known.
    public let amount: Double?
    public let kind: Kind
    /// Why, and by which text.
    public let reason: String

    public init(label: String, amount: Double?, kind: Kind, reason: String = "") {
      self.label = label
      self.amount = amount
      self.kind = kind
      self.reason = reason
    }

    var isCounted: Bool { kind == .applied || kind == .assumed }
  }

  public let title: String
  public let subtitle: String
  public let steps: [Step]
  /// `nil` where it hangs on facts that are not stated.
  public let total: Double?
  /// What the total may be, where it hangs on facts or readings.
  public let range: ClosedRange<Double>?
  public let unit: Unit

  public init(
    title: String, subtitle: String = "", steps: [Step], total: Double?,
    range: ClosedRange<Double>? = nil, unit: Unit
  ) {
    self.title = title
    self.subtitle = subtitle
    self.steps = steps
    self.total = total
    self.range = range
    self.unit = unit
  }

  public var words: String {
    let counted = steps.filter(\.isCounted)
    var sentences = ["\(title). In total \(totalWords)."]
    if !counted.isEmpty {
      sentences.append(
        "It is made of "
          + counted.map { step in
            "\(step.label) \(step.amount.map { unit.words($0) } ?? "not known")"
              + (step.kind == .assumed ? " (a fact is missing)" : "")
          }.joined(separator: "; ") + ".")
    }
    for step in steps where !step.isCounted {
      let amount = step.amount.map { ", which would be \(unit.words($0))," } ?? ""
      sentences.append("\(step.label)\(amount) is \(step.kind.rawValue): \(step.reason).")
    }
    return sentences.joined(separator: " ")
  }

  var totalWords: String {
    guard let range, range.lowerBound < range.upperBound else {
      return total.map { unit.words($0) } ?? "not known"
    }
    return (total.map { "\(unit.words($0)), " } ?? "") + "between "
      + "\(unit.words(range.lowerBound)) and \(unit.words(range.upperBound))"
  }

  public var table: Table {
    Table(
      title,
      [.init("part"), .init("status"), .init("amount", unit), .init("reason")],
      steps.map {
        [.text($0.label), .text($0.kind.rawValue), .number($0.amount), .text($0.reason)]
      } + [[.text("total"), .missing, .number(total), .missing]])
  }
}
