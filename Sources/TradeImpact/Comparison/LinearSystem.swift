/// Small dense systems of linear equations.
enum LinearSystem {
  /// Gaussian elimination with partial pivoting.
  ///
  /// - Throws: ``EquilibriumError/parameter(_:)`` when the matrix is singular.
  static func solve(
    _ matrix: [[Double]], _ right: [Double]
  ) throws(EquilibriumError) -> [Double] {
    var rows = matrix
    var answer = right
    let count = right.count
    for column in 0..<count {
      var pivot = column
      for row in column..<count where rows[row][column].magnitude > rows[pivot][column].magnitude {
        pivot = row
      }
      guard rows[pivot][column].magnitude > 1e-300 else {
        throw .parameter("the markets do not clear: their system is singular")
      }
      rows.swapAt(column, pivot)
      answer.swapAt(column, pivot)
      for row in (column + 1)..<max(count, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        guard factor != 0 else { continue }
        for other in column..<count { rows[row][other] -= factor * rows[column][other] }
        answer[row] -= factor * answer[column]
      }
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for other in (row + 1)..<max(count, row + 1) {
        answer[row] -= rows[row][other] * answer[other]
      }
      answer[row] /= rows[row][row]
    }
    return answer
  }
}
