/// A code or name as spreadsheets write it.
enum CellText {
  /// The text without spaces around it, the mark that keeps a text from being a number (`'0101`),
  /// or the formula that does the same (`="0101"`).
  ///
  /// - Returns: `nil` for any other formula, which is no fact of the source.
  static func plain(_ text: String) -> String? {
    var text = text[...]
    func trim() {
      while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
      while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    }
    trim()
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.count >= 3 {
      text = text.dropFirst(2).dropLast()
      trim()
    } else if text.hasPrefix("'") {
      text = text.dropFirst()
      trim()
    }
    if let first = text.first, "=+@".contains(first) { return nil }
    if text.hasPrefix("-"), text.count > 1 { return nil }
    return String(text)
  }
}
