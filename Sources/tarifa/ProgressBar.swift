import Foundation

/// One line on standard error that says how far work is; nothing where that is no terminal.
final class ProgressBar {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = ""
  private var shownAt = Date.distantPast

  /// - Parameters:
  ///   - bytes: done of the current part.
  ///   - size: its bytes, where they are known.
  func show(_ what: String, part: Int, of parts: Int, bytes: Int, size: Int?) {
    guard isShown, Date().timeIntervalSince(shownAt) > 0.1 else { return }
    shownAt = Date()
    let width = 20
    let ofPart = size.map { $0 > 0 ? min(1, Double(bytes) / Double($0)) : 0 } ?? 0
    let filled = Int((Double(part - 1) + ofPart) / Double(max(1, parts)) * Double(width))
    last =
      "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
      + "] part \(part) of \(parts), \(bytes >> 20) MB, \(what)"
    write("\r\u{1B}[K" + last.prefix(100))
  }

  /// Takes the line away, so that what follows stands alone.
  func clear() {
    if isShown, !last.isEmpty { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
