/// Why a page was not printed.
public enum BrowserError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `TARIFA_BROWSER` names no program.
  case notThere(named: String)
  /// None of these programs is on the path.
  case missing(lookedFor: [String])
  /// The browser could not be started, or ended without a page.
  case failed(browser: String, reason: String)
  case tooSlow(browser: String, seconds: Int)
  case notWritten(path: String)

  public var description: String {
    switch self {
    case .notThere(let name):
      "TARIFA_BROWSER names \(name), which is no program here; name a Chromium, or unset it"
    case .missing(let names):
      "a PDF is printed by a browser, and none of \(names.joined(separator: ", ")) is on the path; "
        + "install Debian's package chromium, name one in TARIFA_BROWSER, or write .html and print "
        + "that"
    case .failed(let browser, let reason):
      "\(browser) did not print the page: \(reason); write .html and print that"
    case .tooSlow(let browser, let seconds):
      "\(browser) did not print the page within \(seconds) second\(seconds == 1 ? "" : "s"); write .html and print that"
    case .notWritten(let path): "\(path) cannot be written; check the folder"
    }
  }
}
