/// A linear programme in floating point, as HiGHS takes it: minimise costs, rows and columns in bounds.
///
/// Infinite bounds are `Double.infinity` with its sign.
struct LinearModel {
  var costs: [Double]
  var columnLower: [Double]
  var columnUpper: [Double]
  var rowLower: [Double] = []
  var rowUpper: [Double] = []
  /// Entries of row r are `starts[r]..<starts[r + 1]`.
  var starts: [CInt] = [0]
  var columns: [CInt] = []
  var values: [Double] = []

  /// Columns between 0 and 1.
  init(unitColumns costs: [Double]) {
    self.costs = costs
    columnLower = Array(repeating: 0, count: costs.count)
    columnUpper = Array(repeating: 1, count: costs.count)
  }

  mutating func addRow(lower: Double, upper: Double, columns: [CInt], values: [Double]) {
    rowLower.append(lower)
    rowUpper.append(upper)
    self.columns += columns
    self.values += values
    starts.append(CInt(self.columns.count))
  }

  /// A further column at a cost, in some rows.
  mutating func addColumn(
    cost: Double, lower: Double, upper: Double, entries: [(row: Int, value: Double)]
  ) {
    let column = CInt(costs.count)
    costs.append(cost)
    columnLower.append(lower)
    columnUpper.append(upper)
    for (row, value) in entries {
      let place = Int(starts[row + 1])
      columns.insert(column, at: place)
      values.insert(value, at: place)
      for later in (row + 1)..<starts.count { starts[later] += 1 }
    }
  }
}
