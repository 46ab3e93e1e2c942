/// Read-only bytes that live as long as something holds them: an embedded section, a mapped file,
/// or an array.
///
/// Reads are bounds-checked and little-endian; a read outside yields `nil`, so that a damaged file
/// becomes an error and not a crash.
public struct Bytes: @unchecked Sendable {
  // Safe to share: the memory is never written after construction and `owner` keeps it alive.
  private let buffer: UnsafeRawBufferPointer
  private let owner: AnyObject?

  /// Memory that is never freed, such as a section of the executable.
  public init(permanent buffer: UnsafeRawBufferPointer) {
    self.buffer = buffer
    owner = nil
  }

  /// Memory that `owner` keeps in place until it is released.
  public init(_ buffer: UnsafeRawBufferPointer, owner: AnyObject) {
    self.buffer = buffer
    self.owner = owner
  }

  /// A copy of an array.
  public init(_ array: [UInt8]) {
    let block = ByteBlock(array)
    buffer = UnsafeRawBufferPointer(block.memory)
    owner = block
  }

  public var count: Int { buffer.count }

  public func slice(at offset: Int, count: Int) -> Bytes? {
    guard offset >= 0, count >= 0, offset <= buffer.count, count <= buffer.count - offset else {
      return nil
    }
    return Bytes(sub: UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + count]), owner)
  }

  private init(sub: UnsafeRawBufferPointer, _ owner: AnyObject?) {
    buffer = sub
    self.owner = owner
  }

  /// The little-endian integer at a byte offset, which need not be aligned.
  @inlinable
  public func integer<T: FixedWidthInteger>(at offset: Int, as type: T.Type = T.self) -> T? {
    guard offset >= 0, offset <= count - MemoryLayout<T>.size else { return nil }
    return withUnsafeBytes { T(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self)) }
  }

  public func double(at offset: Int) -> Double? {
    integer(at: offset, as: UInt64.self).map { Double(bitPattern: $0) }
  }

  /// Text stored as UTF-8; damaged bytes are repaired, never trusted.
  public func text(at offset: Int, count: Int) -> String? {
    slice(at: offset, count: count).map { String(decoding: $0.buffer, as: UTF8.self) }
  }

  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try withExtendedLifetime(owner) { try body(buffer) }
  }

  public var array: [UInt8] { Array(buffer) }
}

/// The memory behind ``Bytes/init(_:)-([UInt8])``.
private final class ByteBlock {
  let memory: UnsafeMutableRawBufferPointer

  init(_ array: [UInt8]) {
    memory = .allocate(byteCount: array.count, alignment: 8)
    memory.copyBytes(from: array)
  }

  deinit { memory.deallocate() }
}
