/// A table from numbers that are not zero to positions, for loops that look up one a row: open addressing
/// with a power of two of places, at most half of them taken.
final class NumberTable<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  private var places: UnsafeMutablePointer<Place>
  private var mask: Int
  private(set) var count = 0

  struct Place: BitwiseCopyable {
    var number: Number
    var position: Int32
  }

  /// The table as it stands, for a loop; adding to the table ends its use.
  struct View {
    fileprivate let places: UnsafeMutablePointer<Place>
    fileprivate let mask: Int

    /// - Returns: ``NumberTable/none`` for a number that is not held.
    @inline(__always)
    func position(of number: Number) -> Int32 {
      var place = NumberTable.start(number, mask)
      while true {
        let found = places[place]
        if found.number == number { return found.position }
        if found.number == 0 { return NumberTable.none }
        place = (place + 1) & mask
      }
    }
  }

  /// A position that no number has.
  static var none: Int32 { .min }

  init() {
    mask = 1023
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: Place(number: 0, position: 0), count: mask + 1)
  }

  deinit { places.deallocate() }

  @inline(__always)
  fileprivate static func start(_ number: Number, _ mask: Int) -> Int {
    // The golden ratio spreads neighbouring numbers; the high bits are the mixed ones.
    let mixed = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & mask
  }

  var view: View { View(places: places, mask: mask) }

  /// - Precondition: the number is not zero and not held yet.
  func add(_ number: Number, _ position: Int32) {
    if count * 2 > mask { grow() }
    put(Place(number: number, position: position))
    count += 1
  }

  private func put(_ new: Place) {
    var place = NumberTable.start(new.number, mask)
    while places[place].number != 0 { place = (place + 1) & mask }
    places[place] = new
  }

  private func grow() {
    let (old, size) = (places, mask + 1)
    mask = size * 2 - 1
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: Place(number: 0, position: 0), count: mask + 1)
    for place in 0..<size where old[place].number != 0 { put(old[place]) }
    old.deallocate()
  }
}
