import HTTPTypes
import JSONText

/// A response as it came over the socket.
struct ServerResponse: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let bytes: [UInt8]

  /// - Returns: nil when the text is no whole response.
  init?(_ text: String) {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let lines = parts[0].split(separator: "\r\n")
    let words = lines[0].split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0] == "HTTP/1.1", let code = Int(words[1]) else { return nil }
    var headers = HTTPFields()
    for line in lines.dropFirst() {
      let field = line.split(separator: ":", maxSplits: 1)
      guard field.count == 2, let name = HTTPField.Name(String(field[0])) else { return nil }
      headers.append(HTTPField(name: name, value: field[1].trimmingPrefix(" ").description))
    }
    status = HTTPResponse.Status(code: code)
    self.headers = headers
    if headers[.transferEncoding] == "chunked" {
      guard let whole = Self.joined(Array(parts[1].utf8)[...]) else { return nil }
      bytes = whole
    } else {
      bytes = Array(parts[1].utf8)
    }
  }

  /// The body as JSON, with its problem's parts.
  var document: JSONValue { get throws { try JSONValue(parsing: bytes) } }

  /// The chunks of RFC 9112, section 7.1, as one; nil when the last is missing.
  private static func joined(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var (rest, all) = (text, [UInt8]())
    while let end = rest.firstIndex(of: UInt8(ascii: "\r")),
      let count = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16),
      rest.endIndex - end >= count + 4
    {
      if count == 0 { return all }
      all += rest[(end + 2)..<(end + 2 + count)]
      rest = rest[(end + 4 + count)...]
    }
    return nil
  }
}
