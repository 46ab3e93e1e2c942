import Foundation
import HTTPTypes
import TarifaReport
import TradeData

/// What every response forbids a browser.
enum SecurityHeaders {
  static let all: [(name: HTTPField.Name, value: String)] =
    [
      (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self' '\(chartStyle)'; connect-src 'self'; img-src 'self' data:; script-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
      ),
      ("X-Content-Type-Options", "nosniff"),
      // Without any, a browser says of its own forms that they come from nowhere.
      ("Referrer-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

  /// The style that every drawing has in it is let in by its hash (Content Security Policy 3, 2.3.1), and no other.
  private static let chartStyle: String = {
    let digest = Array(ChartStyle.text.utf8).withUnsafeBytes { SHA256.hexadecimal($0) }
    var (bytes, rest) = ([UInt8](), digest[...])
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }()
}
