/// A matrix of which few entries are not zero, in coordinates.
package struct SparseMatrix: Sendable {
  package let rowCount: Int
  package let columnCount: Int
  package let rows: [Int]
  package let columns: [Int]
  package let values: [Double]

  /// - Throws: ``EconomyError`` when the columns differ in length or a place is outside.
  package init(
    rowCount: Int, columnCount: Int, rows: [Int], columns: [Int], values: [Double], name: String
  ) throws(EconomyError) {
    guard rows.count == values.count, columns.count == values.count else {
      throw EconomyError("\(name): columns of different lengths")
    }
    for index in values.indices {
      guard rows[index] >= 0, rows[index] < rowCount, columns[index] >= 0,
        columns[index] < columnCount, values[index].isFinite
      else { throw EconomyError("\(name): entry \(index) is outside the matrix") }
    }
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  package var rowSums: [Double] {
    var sums = [Double](repeating: 0, count: rowCount)
    for index in values.indices { sums[rows[index]] += values[index] }
    return sums
  }
}
