/// Doubles at an address that stays, for loops that run millions of times.
final class DenseStore {
  let base: UnsafeMutablePointer<Double>
  let count: Int

  /// All zero.
  init(_ count: Int) {
    self.count = max(count, 1)
    base = .allocate(capacity: self.count)
    base.initialize(repeating: 0, count: self.count)
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Double {
    get { base[index] }
    set { base[index] = newValue }
  }

  func clear() { base.update(repeating: 0, count: count) }
}
