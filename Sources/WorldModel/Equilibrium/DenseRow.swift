/// Sums over rows of doubles, four lanes at a time, in an order that never changes.
enum DenseRow {
  /// The sum of products; `count` is a multiple of 4.
  @inline(__always)
  static func dot(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    var sum = SIMD4<Double>.zero
    let left = UnsafeRawPointer(a)
    let right = UnsafeRawPointer(b)
    var offset = 0
    while offset < count * 8 {
      sum +=
        left.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
        * right.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
      offset += 32
    }
    return sum.sum()
  }

  /// Adds a multiple of one row to another.
  @inline(__always)
  static func add(
    _ factor: Double, _ row: UnsafePointer<Double>, to sum: UnsafeMutablePointer<Double>,
    _ count: Int
  ) {
    for index in 0..<count { sum[index] += factor * row[index] }
  }

  /// A count of doubles rounded up to whole lanes.
  static func padded(_ count: Int) -> Int { (count + 3) / 4 * 4 }
}
