import TarifaCHeader

/// A column in memory of its own, each part exactly as large as the interface may read, so that the
/// address sanitizer tells a step beyond it.
struct ColumnDraft {
  private(set) var column = tarifa_column()
  /// What makes the interface refuse the call, if anything does.
  private(set) var isMisuse = false
  private var memory: [UnsafeMutableRawPointer] = []

  /// - Parameters:
  ///   - kinds: what the field may be beside texts.
  ///   - words: texts that mean something to the field.
  init(_ choices: inout Choices, rows: Int, kinds: [Int], words: [String]) {
    var kind = choices.pick([Int(TARIFA_ABSENT), Int(TARIFA_UTF8), Int(TARIFA_LARGE_UTF8)] + kinds)
    if choices.rarely(40) { kind = choices.byte() - 8 }
    column.kind = Int32(kind)
    guard kind != Int(TARIFA_ABSENT) else { return }
    let isText = kind == Int(TARIFA_UTF8) || kind == Int(TARIFA_LARGE_UTF8)
    isMisuse = !isText && !kinds.contains(kind)
    let start = choices.below(10)
    column.offset = Int64(start)
    let count = start + rows
    if choices.rarely(3) {
      let bits = choices.bytes((count + 7) / 8)
      column.validity = UnsafePointer(keep(bits))
    }
    if isText {
      setTexts(&choices, count: count, rows: rows, isLarge: kind == Int(TARIFA_LARGE_UTF8), words)
    } else {
      setNumbers(&choices, kind: kind, count: count)
    }
    if choices.rarely(60) {
      column.offset = -1
      isMisuse = true
    }
  }

  func free() { for place in memory { place.deallocate() } }

  private mutating func setTexts(
    _ choices: inout Choices, count: Int, rows: Int, isLarge: Bool, _ words: [String]
  ) {
    var bytes: [UInt8] = []
    var ends = [0]
    for _ in 0..<count {
      switch choices.below(8) {
      case 0: break
      case 1: bytes += choices.bytes(choices.below(14))
      default: bytes += Array(choices.pick(words).utf8)
      }
      ends.append(bytes.count)
    }
    if choices.rarely(20) {
      // An offset that falls, or lies before the first byte.
      let place = choices.below(ends.count)
      ends[place] = choices.pick([-1, -10, Int(Int32.min), 1 << 30])
      let read = ends[column.offset.place...]
      let falls = zip(read, read.dropFirst()).contains { $0 > $1 } || read.contains { $0 < 0 }
      // One at the end that is too large cannot be told from a longer text.
      if !falls { ends[place] = bytes.count }
      isMisuse = isMisuse || falls && rows > 0
    }
    if !bytes.isEmpty || choices.rarely(2) { column.values = UnsafeRawPointer(keep(bytes)) }
    column.offsets =
      isLarge
      ? UnsafeRawPointer(keep(ends.map { Int64($0) }))
      : UnsafeRawPointer(keep(ends.map { Int32(truncatingIfNeeded: $0) }))
  }

  private mutating func setNumbers(_ choices: inout Choices, kind: Int, count: Int) {
    switch kind {
    case Int(TARIFA_DATE32):
      column.values = UnsafeRawPointer(
        keep(
          (0..<count).map { _ in
            choices.rarely(6)
              ? Int32(truncatingIfNeeded: choices.integer())
              : Int32(18_000 + choices.below(250) * 12)
          }))
    case Int(TARIFA_CENTS):
      column.values = UnsafeRawPointer(keep(ColumnDraft.amounts(&choices, count)))
    case Int(TARIFA_FLOAT64):
      column.values = UnsafeRawPointer(
        keep(
          (0..<count).map { _ in
            choices.rarely(4)
              ? Double(bitPattern: UInt64(bitPattern: choices.integer()))
              : Double(choices.byte()) * 12.345
          }))
    case Int(TARIFA_DECIMAL128):
      column.scale = Int32(choices.below(13))
      if choices.rarely(30) {
        column.scale = choices.pick([-1, 13, .max])
        isMisuse = true
      }
      column.values = UnsafeRawPointer(
        keep(
          (0..<count).map { _ in
            choices.rarely(6)
              ? Int128(choices.integer()) << 64 | Int128(UInt64(bitPattern: choices.integer()))
              : Int128(choices.byte()) * 1000
          }))
    case Int(TARIFA_CODE):
      column.values = UnsafeRawPointer(
        keep(
          (0..<count).map { _ in
            choices.rarely(6)
              ? UInt64(bitPattern: choices.integer())
              : choices.pick([7_101_100_000, 5_007_100_000, 8_703_210_000, 101_210_000])
          }))
    default:
      // A kind that is not read may point anywhere.
      column.values = UnsafeRawPointer(bitPattern: 16)
    }
  }

  private static func amounts(_ choices: inout Choices, _ count: Int) -> [Int64] {
    (0..<count).map { _ in
      choices.rarely(6) ? choices.integer() : Int64(choices.byte()) * 1_234
    }
  }

  private mutating func keep<T>(_ values: [T]) -> UnsafeMutablePointer<T> {
    // Of exactly this size: memory of no bytes has an address too.
    let place = UnsafeMutableRawPointer.allocate(
      byteCount: values.count * MemoryLayout<T>.stride, alignment: 16)
    memory.append(place)
    return place.initializeMemory(as: T.self, from: values, count: values.count)
  }
}

extension Int64 {
  fileprivate var place: Int { Int(self) }
}
