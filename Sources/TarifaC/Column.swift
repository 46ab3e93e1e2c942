import TarifaCHeader
import TariffLaw

/// A column as the caller holds it, read where it is.
struct Column {
  let kind: Int32
  let scale: Int32
  private let values: UnsafeRawPointer?
  private let offsets: UnsafeRawPointer?
  private let validity: UnsafePointer<UInt8>?
  private let start: Int

  /// Kinds of texts.
  static let texts: Set<Int32> = [kind(TARIFA_UTF8), kind(TARIFA_LARGE_UTF8)]

  /// The numbers of an enumeration of C come in as unsigned.
  static func kind(_ value: some BinaryInteger) -> Int32 { Int32(truncatingIfNeeded: value) }

  /// - Parameters:
  ///   - name: of the field, for messages.
  ///   - rows: how many of its values are read.
  ///   - allowed: the kinds it may have beside texts and no column at all.
  init(
    _ column: tarifa_column, _ name: String, rows: Int, allowing allowed: Set<Int32> = []
  ) throws(Misuse) {
    kind = column.kind
    scale = column.scale
    values = column.values
    offsets = column.offsets
    validity = column.validity
    start = Int(column.offset)
    guard kind != Column.kind(TARIFA_ABSENT) else { return }
    guard Column.texts.contains(kind) || allowed.contains(kind) else {
      throw Misuse(
        "\(name): a column of kind \(kind) cannot hold it; tarifa.h names those that can")
    }
    guard (0...Column.farthest).contains(start), !Column.texts.contains(kind) || offsets != nil,
      values != nil || Column.texts.contains(kind)
    else {
      throw Misuse("\(name): the column has no values, no offsets, or an offset out of range")
    }
    guard kind != Column.kind(TARIFA_DECIMAL128) || (0...12).contains(scale) else {
      throw Misuse("\(name): decimals of \(scale) places are not read; 0 to 12 are")
    }
    guard Column.texts.contains(kind) else { return }
    let isInOrder =
      kind == Column.kind(TARIFA_UTF8)
      ? endsRise(Int32.self, rows) : endsRise(Int64.self, rows)
    guard isInOrder else {
      throw Misuse("\(name): the offsets of its texts fall or are negative, or it has no texts")
    }
  }

  /// No process has memory beyond; sums with it stay in range.
  private static let farthest = 1 << 47

  /// Whether each text begins where the one before ends or after, so that none lies before the first byte.
  private func endsRise<T: FixedWidthInteger>(_ type: T.Type, _ rows: Int) -> Bool {
    guard rows > 0, let offsets else { return true }
    let ends = offsets.assumingMemoryBound(to: type) + start
    var isInOrder = ends[0] >= 0
    for row in 0..<rows { isInOrder = isInOrder && ends[row] <= ends[row + 1] }
    return isInOrder && (values != nil || ends[0] == ends[rows])
  }

  var isAbsent: Bool { kind == Column.kind(TARIFA_ABSENT) }
  var isText: Bool { Column.texts.contains(kind) }

  func isMissing(_ row: Int) -> Bool {
    if isAbsent { return true }
    guard let validity else { return false }
    let place = start + row
    return validity[place >> 3] & (1 << UInt8(place & 7)) == 0
  }

  /// The bytes of a text; none where it is missing.
  func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    guard let offsets, !isMissing(row) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let place = start + row
    let (from, to): (Int, Int)
    if kind == Column.kind(TARIFA_UTF8) {
      let ends = offsets.assumingMemoryBound(to: Int32.self)
      (from, to) = (Int(ends[place]), Int(ends[place + 1]))
    } else {
      let ends = offsets.assumingMemoryBound(to: Int64.self)
      (from, to) = (Int(ends[place]), Int(ends[place + 1]))
    }
    guard let values, from >= 0, to > from else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: values.assumingMemoryBound(to: UInt8.self) + from, count: to - from)
  }

  /// The texts themselves and the ends of each, for a loop over plain rows; `nil` for other kinds.
  var shortTexts: (bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>)? {
    guard kind == Column.kind(TARIFA_UTF8), let values, let offsets else { return nil }
    return (
      values.assumingMemoryBound(to: UInt8.self),
      offsets.assumingMemoryBound(to: Int32.self) + start
    )
  }

  var longTexts: (bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int64>)? {
    guard kind == Column.kind(TARIFA_LARGE_UTF8), let values, let offsets else { return nil }
    return (
      values.assumingMemoryBound(to: UInt8.self),
      offsets.assumingMemoryBound(to: Int64.self) + start
    )
  }

  /// The value of a row of a column of fixed width.
  func value<T>(_ row: Int, as type: T.Type = T.self) -> T? {
    guard let values, !isMissing(row) else { return nil }
    return values.loadUnaligned(
      fromByteOffset: (start + row) * MemoryLayout<T>.stride, as: T.self)
  }

  /// The values from the first row on, for a loop.
  func values<T>(as type: T.Type) -> UnsafePointer<T>? {
    values.map { $0.assumingMemoryBound(to: T.self) + start }
  }

  /// Whether no value of any row can be missing.
  var isWhole: Bool { !isAbsent && validity == nil }
}
