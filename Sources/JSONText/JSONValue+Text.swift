extension JSONValue {
  /// The text, two spaces an indent, ending in a line break.
  public var text: String {
    var output: [UInt8] = []
    write(into: &output, indent: 0)
    output.append(0x0A)
    return String(decoding: output, as: UTF8.self)
  }

  private func write(into output: inout [UInt8], indent: Int) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .string(let text): JSONValue.write(text, into: &output)
    case .array(let items):
      list(items, "[", "]", into: &output, indent: indent) { item, output in
        item.write(into: &output, indent: indent + 1)
      }
    case .object(let members):
      list(members, "{", "}", into: &output, indent: indent) { member, output in
        JSONValue.write(member.name, into: &output)
        output.append(contentsOf: ": ".utf8)
        member.value.write(into: &output, indent: indent + 1)
      }
    }
  }

  private func list<T>(
    _ items: [T], _ open: Unicode.Scalar, _ close: Unicode.Scalar, into output: inout [UInt8],
    indent: Int, item: (T, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: open))
    for (position, element) in items.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      output.append(0x0A)
      output.append(contentsOf: repeatElement(0x20, count: 2 * (indent + 1)))
      item(element, &output)
    }
    if !items.isEmpty {
      output.append(0x0A)
      output.append(contentsOf: repeatElement(0x20, count: 2 * indent))
    }
    output.append(UInt8(ascii: close))
  }

  static func write(_ text: String, into output: inout [UInt8]) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(hexadecimal[Int(byte >> 4)])
        output.append(hexadecimal[Int(byte & 0xF)])
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
