/// Numbers texts that recur from row to row, as the claims of a column, without making a string of each.
struct TextTable {
  private var texts: [[UInt8]] = []
  private var numbers = [Int32](repeating: -1, count: 64)

  var count: Int { texts.count }

  /// - Returns: `nil` for a text that was not added.
  func number(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = TextTable.start(text) & (numbers.count - 1)
    while numbers[place] >= 0 {
      let known = Int(numbers[place])
      if texts[known].elementsEqual(text) { return known }
      place = (place + 1) & (numbers.count - 1)
    }
    return nil
  }

  /// - Precondition: the text was not added before.
  /// - Returns: its number, counted from zero.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    texts.append(Array(text))
    if texts.count * 2 > numbers.count {
      numbers = [Int32](repeating: -1, count: numbers.count * 4)
      for number in texts.indices { put(number) }
    } else {
      put(texts.count - 1)
    }
    return texts.count - 1
  }

  private mutating func put(_ number: Int) {
    var place = texts[number].withUnsafeBufferPointer { TextTable.start($0) } & (numbers.count - 1)
    while numbers[place] >= 0 { place = (place + 1) & (numbers.count - 1) }
    numbers[place] = Int32(number)
  }

  /// Fowler, Noll and Vo.
  private static func start(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF)
  }
}
