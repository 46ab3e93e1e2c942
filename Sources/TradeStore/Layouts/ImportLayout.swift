/// The shapes of files that can be imported, known by the names of their columns.
public enum ImportLayout: String, Hashable, Sendable, CaseIterable {
  /// Our own: `hts,origin,year,value,duty,quantity,unit`.
  case plain
  /// An export of USITC DataWeb.
  case dataWeb = "usitc-dataweb"
  /// Merchandise trade of the Census Bureau, by its database and service names.
  case census

  /// What a column holds.
  enum Role: Hashable, CaseIterable {
    case code, origin, year, month, row, unit
    case value, duty, quantity
    /// The same of one month, where the layout has both.
    case monthValue, monthDuty, monthQuantity
    /// General imports, taken where imports for consumption are absent.
    case generalValue, generalQuantity, monthGeneralValue, monthGeneralQuantity
    /// Which measure a record holds, where measures stand in rows.
    case measure
    /// Whether a record is a sum over codes or countries.
    case codeLevel, originLevel
  }

  /// Names of columns, in lower case with single spaces. The first is the one messages give.
  static let names: [ImportLayout: [Role: [String]]] = [
    .plain: [
      .code: ["hts"], .origin: ["origin"], .year: ["year"], .value: ["value"], .duty: ["duty"],
      .quantity: ["quantity"], .unit: ["unit"], .row: ["row"],
    ],
    .dataWeb: [
      .code: ["hts number", "htsus number"], .origin: ["country", "country name"],
      .year: ["year"], .month: ["month"], .value: ["customs value"],
      .duty: ["calculated duties"], .quantity: ["first unit of quantity"],
      .unit: ["quantity description"], .generalValue: ["general customs value"],
      .measure: ["data type"],
    ],
    .census: [
      .code: ["commodity", "i commodity"], .origin: ["cty code"], .year: ["year", "time"],
      .month: ["month"], .value: ["con val yr"], .duty: ["cal dut yr"],
      .quantity: ["con qy1 yr"], .unit: ["unit qy1", "unit"], .monthValue: ["con val mo"],
      .monthDuty: ["cal dut mo"], .monthQuantity: ["con qy1 mo"],
      .generalValue: ["gen val yr"], .generalQuantity: ["gen qy1 yr"],
      .monthGeneralValue: ["gen val mo"], .monthGeneralQuantity: ["gen qy1 mo"],
      .codeLevel: ["comm lvl"], .originLevel: ["summary lvl"],
    ],
  ]

  /// The months as DataWeb heads its columns.
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// What a header must have, for the message when it fits no layout.
  static let expectation =
    "expected one of: hts,origin,year,value,duty,quantity,unit (plain); 'HTS Number', 'Country',"
    + " 'Year' and 'Customs Value' or 'Calculated Duties', or 'Data Type' with the months (USITC"
    + " DataWeb); COMMODITY or I_COMMODITY, CTY_CODE, YEAR and CON_VAL_YR or CON_VAL_MO (Census)"
}
