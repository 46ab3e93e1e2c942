/// Reads values one after another from ``Bytes``; the mirror of ``ByteWriter``.
public struct ByteReader: Sendable {
  private let bytes: Bytes
  public private(set) var offset = 0

  public init(_ bytes: Bytes) { self.bytes = bytes }

  public var isAtEnd: Bool { offset >= bytes.count }

  /// How many bytes are left: a bound on any count read from damaged data.
  public var remaining: Int { bytes.count - offset }

  public mutating func integer<T: FixedWidthInteger>(
    _ type: T.Type = T.self
  ) throws(ArchiveError) -> T {
    guard let value = bytes.integer(at: offset, as: type) else {
      throw .damaged("ends at byte \(offset)")
    }
    offset += MemoryLayout<T>.size
    return value
  }

  public mutating func double() throws(ArchiveError) -> Double {
    Double(bitPattern: try integer(UInt64.self))
  }

  public mutating func text() throws(ArchiveError) -> String {
    let count = Int(try integer(UInt32.self))
    guard let text = bytes.text(at: offset, count: count) else {
      throw .damaged("text at byte \(offset)")
    }
    offset += count
    return text
  }

  public mutating func varint() throws(ArchiveError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try integer(UInt8.self)
      guard shift < 63 || byte <= 1 else { throw .damaged("number at byte \(offset)") }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }

  /// A count of items that each take at least one byte.
  public mutating func count() throws(ArchiveError) -> Int {
    let value = try varint()
    guard value <= UInt64(remaining) else { throw .damaged("count at byte \(offset)") }
    return Int(value)
  }
}
