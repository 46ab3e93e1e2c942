import TabularText
package import TariffLaw

/// How amounts are written in text answers.
package enum Amount {
  /// `34%`, `7.75%`; at most four decimals.
  package static func percent(_ rate: Fraction) -> String {
    (rate * 100).decimalText(digits: 4) + "%"
  }

  /// Dollars with cents and grouping commas.
  package static func grouped(_ value: Fraction) -> String { grouped(value.moneyText) }

  /// Billions of dollars with so many decimals, sign kept: `-12.3`.
  package static func billions(_ value: Double, decimals: Int = 1) -> String {
    fixed(value / 1e9, decimals)
  }

  /// A number with a fixed count of decimals, rounded half away from zero, with grouping commas.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    DecimalText.fixed(value, decimals)
  }

  /// Grouping commas in the whole part of a decimal text.
  package static func grouped(_ text: String) -> String { DecimalText.grouped(text) }

  package static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  package static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
