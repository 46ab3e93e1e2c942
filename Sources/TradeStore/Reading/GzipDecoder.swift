internal import CZlib

/// Decompresses a gzip stream (RFC 1952) piece by piece; several members may follow one another.
///
/// Checksums are checked by zlib. The memory in use does not grow with the stream.
final class GzipDecoder {
  /// What is wrong with the stream.
  enum Fault: Error {
    case damaged
  }

  // zlib keeps the address of its stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var offset = 0
  /// Whether the last member has ended, so that the stream may end here.
  private(set) var isComplete = false

  init() throws(Fault) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16 asks for a gzip header.
    guard
      inflateInit2_(stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Whether the input given so far is used up.
  var needsInput: Bool { offset == input.count }

  func feed(_ bytes: [UInt8]) {
    input = bytes
    offset = 0
  }

  /// At most so many decompressed bytes; none when more input is needed.
  func decode(atMost size: Int) throws(Fault) -> [UInt8] {
    if isComplete {
      // Some writers pad a file with zeros after the last member.
      while offset < input.count, input[offset] == 0 { offset += 1 }
      guard offset < input.count else { return [] }
      guard inflateReset(stream) == Z_OK else { throw .damaged }
      isComplete = false
    }
    var status = Z_OK
    var consumed = 0
    let start = offset
    let output = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress.map { $0 + start }
        stream.pointee.avail_in = UInt32(input.count - start)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(size)
        status = inflate(stream, Z_NO_FLUSH)
        consumed = input.count - start - Int(stream.pointee.avail_in)
        count = size - Int(stream.pointee.avail_out)
      }
    }
    offset += consumed
    switch status {
    case Z_STREAM_END: isComplete = true
    case Z_OK, Z_BUF_ERROR: break
    default: throw .damaged
    }
    return output
  }
}
