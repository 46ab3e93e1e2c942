import Hummingbird

extension ResponseBodyWriter {
  /// Writes bytes in small parts, so that a client that takes the answer slowly is told from one that does not.
  mutating func write(slicing bytes: [UInt8]) async throws {
    let slice = 64 << 10
    for start in stride(from: 0, to: bytes.count, by: slice) {
      try await write(ByteBuffer(bytes: bytes[start..<min(start + slice, bytes.count)]))
    }
  }
}
