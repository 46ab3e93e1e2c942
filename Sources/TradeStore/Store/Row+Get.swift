internal import GRDB

extension Row {
  /// The value of a column. Unlike a subscript it does not trap on a damaged file.
  ///
  /// - Throws: `RowDecodingError` when the column is missing or holds something else.
  func get<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String, as type: Value.Type = Value.self
  ) throws -> Value {
    try decode(Value.self, forColumn: column)
  }

  /// The same by the place of the column, for many rows.
  func get<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    at place: Int, as type: Value.Type = Value.self
  ) throws -> Value {
    try decode(Value.self, atIndex: place)
  }
}
