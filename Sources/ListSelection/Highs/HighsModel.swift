/// One model in HiGHS, on one thread, silent, with a fixed seed.
///
/// What it answers is taken as advice only: every bound and every choice is computed again in whole
/// numbers.
final class HighsModel {
  /// How a run ended.
  enum Status: Equatable {
    case optimal, infeasible, stopped
    case other(Int)
  }

  private let calls: HighsCalls
  private let model: HighsCalls.Model
  private(set) var columnCount = 0
  private(set) var rowCount = 0

  init(_ library: HighsLibrary) throws(SelectionError) {
    calls = library.calls
    guard let model = calls.create() else { throw .highs(.refused(call: "Highs_create")) }
    self.model = model
    try set("output_flag", false)
    try set("threads", 1)
    try set("parallel", "off")
    try set("random_seed", 0)
  }

  deinit { calls.destroy(model) }

  func set(_ option: String, _ value: Bool) throws(SelectionError) {
    try accept(calls.setBool(model, option, value ? 1 : 0), option)
  }

  func set(_ option: String, _ value: Int) throws(SelectionError) {
    try accept(calls.setInt(model, option, CInt(value)), option)
  }

  func set(_ option: String, _ value: Double) throws(SelectionError) {
    try accept(calls.setDouble(model, option, value), option)
  }

  func set(_ option: String, _ value: String) throws(SelectionError) {
    try accept(calls.setString(model, option, value), option)
  }

  /// Replaces the model.
  ///
  /// - Parameter integers: whether all columns are whole; else none is.
  func load(_ linear: LinearModel, integers: Bool = false) throws(SelectionError) {
    columnCount = linear.costs.count
    rowCount = linear.rowLower.count
    let (columns, rows) = (CInt(columnCount), CInt(rowCount))
    let entries = CInt(linear.values.count)
    let (rowwise, minimise): (CInt, CInt) = (2, 1)
    if integers {
      let kinds = [CInt](repeating: 1, count: columnCount)
      try accept(
        calls.passMip(
          model, columns, rows, entries, rowwise, minimise, 0, linear.costs, linear.columnLower,
          linear.columnUpper, linear.rowLower, linear.rowUpper, linear.starts, linear.columns,
          linear.values, kinds), "Highs_passMip")
    } else {
      try accept(
        calls.passLp(
          model, columns, rows, entries, rowwise, minimise, 0, linear.costs, linear.columnLower,
          linear.columnUpper, linear.rowLower, linear.rowUpper, linear.starts, linear.columns,
          linear.values), "Highs_passLp")
    }
  }

  /// New bounds for all columns; the basis of the last run is kept.
  func setColumnBounds(_ lower: [Double], _ upper: [Double]) throws(SelectionError) {
    guard columnCount > 0 else { return }
    try accept(
      calls.changeColumnBounds(model, 0, CInt(columnCount - 1), lower, upper),
      "Highs_changeColsBoundsByRange")
  }

  /// A further row; the basis of the last run is kept.
  func addRow(upper: Double, columns: [CInt], values: [Double]) throws(SelectionError) {
    try accept(
      calls.addRow(model, -.infinity, upper, CInt(columns.count), columns, values), "Highs_addRow")
    rowCount += 1
  }

  func run() -> Status {
    guard calls.run(model) != -1 else { return .other(-1) }
    let status = Int(calls.modelStatus(model))
    return switch status {
    case 7: .optimal
    case 8: .infeasible
    case 11, 12, 13, 14, 16, 17: .stopped
    default: .other(status)
    }
  }

  /// The values of the columns after a run, and one dual value a row: the change of the objective
  /// for one unit more of its bound.
  func solution() -> (columns: [Double], rowDuals: [Double])? {
    var columns = [Double](repeating: 0, count: columnCount)
    var duals = [Double](repeating: 0, count: rowCount)
    guard calls.solution(model, &columns, nil, nil, &duals) != -1,
      columns.allSatisfy(\.isFinite), duals.allSatisfy(\.isFinite)
    else { return nil }
    return (columns, duals)
  }

  /// Multipliers of the rows that show that no point satisfies them, after an infeasible run.
  func dualRay() -> [Double]? {
    var ray = [Double](repeating: 0, count: rowCount)
    var exists: CInt = 0
    guard calls.dualRay(model, &exists, &ray) != -1, exists != 0, ray.allSatisfy(\.isFinite)
    else { return nil }
    return ray
  }

  func info(_ name: String) -> Double? {
    var value = 0.0
    return calls.infoDouble(model, name, &value) == -1 ? nil : value
  }

  func count(_ name: String) -> Int? {
    var value: Int64 = 0
    return calls.infoInt64(model, name, &value) == -1 ? nil : Int(value)
  }

  private func accept(_ status: CInt, _ call: String) throws(SelectionError) {
    guard status != -1 else { throw .highs(.refused(call: call)) }
  }
}
