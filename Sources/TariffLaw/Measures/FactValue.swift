/// What an entry states for a fact.
public enum FactValue: Hashable, Sendable {
  case number(Fraction)
  case day(Day)
  /// One of the fact's values, a country, or other text; compared without regard to case.
  case text(String)
}

extension FactValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let value): value.decimalText()
    case .day(let day): day.description
    case .text(let text): text
    }
  }
}
