/// A set of goods by code prefixes of any length; the longest prefix that contains a code decides.
///
/// A list may take a heading in and a statistical suffix of it out again.
public struct GoodsList: Hashable, Sendable {
  /// One row: everything under `code` is in, or out.
  public struct Row: Hashable, Sendable {
    public let code: HTSCode
    public let included: Bool

    public init(code: HTSCode, included: Bool = true) {
      self.code = code
      self.included = included
    }
  }

  /// Sorted by code, each code once.
  public let rows: [Row]

  /// - Throws: ``DuplicateGoods`` when a code has two rows.
  public init(_ rows: [Row]) throws(DuplicateGoods) {
    let sorted = rows.sorted { $0.code < $1.code }
    for (row, next) in zip(sorted, sorted.dropFirst()) where row.code == next.code {
      throw DuplicateGoods(code: row.code)
    }
    self.rows = sorted
  }

  /// Whether a code is in the list.
  ///
  /// `nil` when the code is shorter than a row under it that decides otherwise: only part of the
  /// line is listed, and more digits are needed.
  public func contains(_ code: HTSCode) -> Bool? {
    var verdict = false
    for length in stride(from: code.length, through: 2, by: -2) {
      if let row = row(for: code.prefix(length)) {
        verdict = row.included
        break
      }
    }
    return hasRow(below: code, other: verdict) ? nil : verdict
  }

  private func row(for code: HTSCode) -> Row? {
    let position = lowerBound(code)
    return position < rows.count && rows[position].code == code ? rows[position] : nil
  }

  private func hasRow(below code: HTSCode, other verdict: Bool) -> Bool {
    guard code.length < 10 else { return false }
    var position = lowerBound(code)
    while position < rows.count, code.contains(rows[position].code) {
      if rows[position].code != code, rows[position].included != verdict { return true }
      position += 1
    }
    return false
  }

  private func lowerBound(_ code: HTSCode) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
