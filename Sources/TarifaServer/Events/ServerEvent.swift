import JSONText

/// An event of a stream (WHATWG HTML, 9.2, "Server-sent events").
struct ServerEvent: Sendable {
  let name: String
  /// The text that the client's reader joins again from the lines.
  private let data: [UInt8]

  init(_ name: String, _ document: JSONValue) { self.init(name, Array(document.line.utf8)) }

  /// - Parameter data: UTF-8 without carriage returns, which the format takes for ends of lines; JSON escapes them.
  init(_ name: String, _ data: [UInt8]) {
    self.name = name
    self.data = data
  }

  /// The event as it goes out: each line of the data behind its own field name.
  var bytes: [UInt8] {
    var bytes = Array("event: \(name)\n".utf8)
    bytes.reserveCapacity(data.count + data.count / 8 + 64)
    for line in data.split(separator: 0x0A, omittingEmptySubsequences: false) {
      bytes += "data: ".utf8
      bytes += line
      bytes.append(0x0A)
    }
    bytes.append(0x0A)
    return bytes
  }
}
