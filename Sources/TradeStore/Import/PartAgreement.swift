/// What all files of a set must have in common.
struct PartAgreement {
  let year: Int
  let layout: String
  let basis: String
  private(set) var summaryRows = 0
  private(set) var summaryValue = 0
  private(set) var otherYearRows = 0
  private(set) var otherYearValue = 0

  /// - Parameters:
  ///   - parts: in the order of the set.
  ///   - wanted: the year the command names.
  /// - Throws: ``ImportError`` when years or layouts differ, or a month is missing.
  init(_ parts: [StagedPart], year wanted: Int?) throws(ImportError) {
    guard let first = parts.first else { throw ImportError("no files are named") }
    var year = wanted
    var months = 0
    for part in parts {
      if let stated = part.year {
        if let year, year != stated {
          throw ImportError(
            "holds \(stated), the parts before it \(year); import each year as a set",
            file: part.file)
        }
        year = stated
      }
      for (differs, what) in [
        (part.layout != first.layout, "layout"),
        (part.basis != first.basis, "kind of imports (consumption or general)"),
        (part.isMonthly != first.isMonthly, "kind of columns (of a month or a year)"),
      ] where differs {
        throw ImportError(
          "has another \(what) than \(first.file); import them as two sets", file: part.file)
      }
      months |= part.months
      summaryRows += part.summaryRows
      summaryValue += part.summaryValue
      otherYearRows += part.otherYearRows
      otherYearValue += part.otherYearValue
      guard max(summaryValue, otherYearValue) <= PartSum.limit else {
        throw ImportError("the amounts add up to more than any trade", file: part.file)
      }
    }
    guard let year else { throw ImportError("no record states a year; give --year") }
    if first.isMonthly {
      let missing = (1...12).filter { months & 1 << ($0 - 1) == 0 }
      guard missing.isEmpty else {
        throw ImportError(
          "the files have no values of month \(missing.map { "\($0)" }.joined(separator: ", "));"
            + " a set is a whole year, so add the missing parts")
      }
    }
    self.year = year
    layout = first.layout
    basis = first.basis
  }
}
