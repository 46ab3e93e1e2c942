/// A fact an entry may state: name, type, unit and what is assumed without it.
public struct FactDefinition: Hashable, Sendable {
  /// How a stated value is read.
  public enum Kind: Hashable, Sendable {
    /// A number of percent of the customs value, 0 to 100.
    case percent
    /// A number in ``FactDefinition/unit``, not negative.
    case number
    case day
    /// One of the listed values.
    case choice([String])
    /// A two-letter country code.
    case country
  }

  /// What a missing fact means for the answer.
  public enum Missing: Hashable, Sendable {
    /// The answer is bounded and asks for the fact.
    case asks
    /// The fact only ever grants relief, which is not assumed: the answer stands and offers the
    /// other outcome as a reading.
    case offersRelief
  }

  public let name: String
  public let title: String
  public let kind: Kind
  public let unit: String?
  /// The value of the default reading; without one the rate of the default reading is unknown.
  public let defaultValue: FactValue?
  public let missing: Missing
  /// A name that facts share which are parts of one whole: together at most 100 percent.
  public let partOf: String?

  public init(
    name: String, title: String, kind: Kind, unit: String? = nil, defaultValue: FactValue? = nil,
    missing: Missing = .asks, partOf: String? = nil
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.unit = unit
    self.defaultValue = defaultValue
    self.missing = missing
    self.partOf = partOf
  }

  /// Reads a stated value.
  ///
  /// - Returns: `nil` when the text is not of the fact's kind.
  public func value(parsing text: String) -> FactValue? {
    switch kind {
    case .percent:
      guard let number = Fraction(decimal: text), !number.isNegative, number <= 100 else {
        return nil
      }
      return .number(number)
    case .number:
      guard let number = Fraction(decimal: text), !number.isNegative else { return nil }
      return .number(number)
    case .day: return Day(text).map { .day($0) }
    case .choice(let values):
      let folded = text.lowercased()
      return values.contains(folded) ? .text(folded) : nil
    case .country: return CountryCode(text).map { .text($0.text.lowercased()) }
    }
  }

  /// What may be stated, for a message.
  public var allowed: String {
    switch kind {
    case .percent: "a number from 0 to 100 (percent)"
    case .number: "a number that is not negative" + (unit.map { ", in \($0)" } ?? "")
    case .day: "a day as YYYY-MM-DD"
    case .choice(let values): values.joined(separator: " or ")
    case .country: "a two-letter country code"
    }
  }
}
