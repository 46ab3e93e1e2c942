/// How wide text is when it is drawn, estimated without a font.
///
/// The widths are those of wide sans-serif faces (Verdana, DejaVu Sans) in classes, so that text
/// measured here has room in narrower ones too.
enum TextWidth {
  /// Units of the drawing, at a font size in the same units.
  static func of(_ text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
    var sum = 0.0
    for scalar in text.unicodeScalars { sum += width(scalar) }
    return sum * size * (bold ? 1.1 : 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": 0.36
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"": 0.43
    case "m", "w", "M", "W", "%", "@", "…", "—": 1.0
    case "A"..."Z", "&", "+", "=", "<", ">", "−", "×": 0.76
    case "\u{0}"..."\u{2FF}": 0.64
    case "\u{300}"..."\u{36F}": 0
    case "\u{370}"..."\u{1FFF}", "\u{2000}"..."\u{24FF}": 0.76
    default: 1.05
    }
  }

  /// The text, its end replaced by an ellipsis where it is wider than there is room.
  static func cut(
    _ text: String, to room: Double, size: Double, bold: Bool = false
  ) -> String {
    guard of(text, size: size, bold: bold) > room else { return text }
    var short = Substring(text)
    while !short.isEmpty, of(short + "…", size: size, bold: bold) > room { short.removeLast() }
    while short.last == " " { short.removeLast() }
    return short + "…"
  }

  /// The text in lines no wider than the room, broken at spaces; the last of the lines allowed is
  /// cut.
  static func wrapped(
    _ text: String, to room: Double, size: Double, bold: Bool = false, lines most: Int = .max
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    let words = text.split(separator: " ")
    for (place, word) in words.enumerated() {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || of(longer, size: size, bold: bold) <= room {
        line = longer
      } else if lines.count + 1 == most {
        line = ([line] + words[place...].map(String.init)).joined(separator: " ")
        break
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { cut($0, to: room, size: size, bold: bold) }
  }
}
