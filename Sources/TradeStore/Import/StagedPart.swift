internal import GRDB

/// What is staged of one file, without its cells.
struct StagedPart {
  let sha256: String
  let file: String
  let rows: Int
  /// `nil` when no record states it.
  let year: Int?
  let layout: String
  let basis: String
  let isMonthly: Bool
  /// One bit a month of which there is a value.
  let months: Int
  let summaryRows: Int
  let summaryValue: Int
  let otherYearRows: Int
  let otherYearValue: Int

  init(_ row: Row) throws {
    sha256 = try row.get("sha256")
    file = try row.get("file")
    rows = try row.get("rows")
    year = try row.get("year")
    layout = try row.get("layout")
    basis = try row.get("basis")
    isMonthly = try row.get("is_monthly")
    months = try row.get("months")
    summaryRows = try row.get("summary_rows")
    summaryValue = try row.get("summary_value")
    otherYearRows = try row.get("other_year_rows")
    otherYearValue = try row.get("other_year_value")
  }
}
