package import JSONText
package import TariffLaw

extension JSONValue {
  /// An exact number as a decimal of at most twelve places; `null` when unknown.
  package static func exact(_ value: Fraction?) -> JSONValue {
    guard let value, value.isDefined else { return .null }
    return .number(value.decimalText())
  }

  /// Money rounded half-up to the cent; `null` when unknown.
  package static func money(_ value: Fraction?) -> JSONValue {
    exact(value?.roundedToCent)
  }

  package static func day(_ day: Day?) -> JSONValue { .text(day?.description) }
}
