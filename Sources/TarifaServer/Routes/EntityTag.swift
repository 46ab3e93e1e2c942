import Questions
import TradeData

/// A strong entity tag (RFC 9110, 8.8.3): the first half of a SHA-256 over the bytes, the version of the engine and
/// the hash of the data.
struct EntityTag: Hashable, Sendable {
  /// With its quotes.
  let text: String

  init(of bytes: [UInt8]) {
    var hash = SHA256()
    for part in [EngineVersion.text, DataVintage.hash] {
      Array((part + "\n").utf8).withUnsafeBytes { hash.update($0) }
    }
    bytes.withUnsafeBytes { hash.update($0) }
    text = "\"\(hash.finish().prefix(32))\""
  }

  /// Whether an `If-None-Match` names it; weak forms count, as its comparison is weak (RFC 9110, 13.1.2).
  func isNamed(in condition: String) -> Bool {
    condition.split(separator: ",").contains { candidate in
      let candidate = candidate.drop { $0 == " " || $0 == "\t" }
      let name = candidate.hasPrefix("W/") ? candidate.dropFirst(2) : candidate
      return name.prefix { $0 != " " && $0 != "\t" } == text || name == "*"
    }
  }
}
