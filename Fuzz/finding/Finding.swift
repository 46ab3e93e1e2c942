/// Ends the run when a property does not hold; libFuzzer then keeps the input that broke it.
///
/// - Parameter what: the property that is broken, and by what.
public func hold(_ property: Bool, _ what: @autoclosure () -> String) {
  guard !property else { return }
  // A zero byte in it would end what is shown.
  fatalError("finding: \(what().debugDescription)")
}

/// The input of one run.
public func input(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}
