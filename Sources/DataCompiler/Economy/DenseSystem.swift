/// A square system of linear equations, by Gaussian elimination with partial pivoting.
enum DenseSystem {
  /// Solves `matrix x = right` for every column of `right` at once.
  ///
  /// - Parameters:
  ///   - matrix: rows of equal length, as many as columns.
  ///   - right: as many rows as `matrix`, of any width.
  /// - Returns: `nil` when the matrix is singular to working precision.
  static func solve(_ matrix: [[Double]], _ right: [[Double]]) -> [[Double]]? {
    var a = matrix
    var b = right
    let n = a.count
    let largest = a.reduce(0) { max($0, $1.reduce(0) { max($0, $1.magnitude) }) }
    for column in 0..<n {
      var pivot = column
      for row in column..<n where a[row][column].magnitude > a[pivot][column].magnitude {
        pivot = row
      }
      guard a[pivot][column].magnitude > 1e-12 * largest else { return nil }
      a.swapAt(column, pivot)
      b.swapAt(column, pivot)
      let (top, topRight) = (a[column], b[column])
      for row in (column + 1)..<max(n, column + 1) where a[row][column] != 0 {
        let factor = a[row][column] / top[column]
        for k in column..<n { a[row][k] -= factor * top[k] }
        for k in topRight.indices { b[row][k] -= factor * topRight[k] }
      }
    }
    for column in stride(from: n - 1, through: 0, by: -1) {
      let diagonal = a[column][column]
      for k in b[column].indices { b[column][k] /= diagonal }
      let solved = b[column]
      for row in 0..<column where a[row][column] != 0 {
        let factor = a[row][column]
        for k in solved.indices { b[row][k] -= factor * solved[k] }
      }
    }
    return b
  }
}
