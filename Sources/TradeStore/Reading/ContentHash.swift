import TradeData

/// A SHA-256 over bytes and texts that come in pieces.
struct ContentHash {
  private var hash = SHA256()

  mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { hash.update($0) }
  }

  mutating func update(_ text: String) { update(Array(text.utf8)) }

  /// 64 hexadecimal digits; nothing may be added after them.
  mutating func finish() -> String { hash.finish() }
}
