/// Text of a file as messages show it: short, and without characters that act on a terminal.
enum Printable {
  static func text(_ text: some StringProtocol) -> String {
    let kept = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "?" : Character(scalar)
    }
    return kept.count > 60 ? String(kept.prefix(60)) + "…" : String(kept)
  }

  /// A message that quotes a file, kept as long as it is.
  static func message(_ message: String) -> String {
    String(message.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0) })
  }
}
