extension JSONValue {
  /// The text on one line, without spaces or a line break at the end, as records of a log are written.
  public var line: String {
    var output: [UInt8] = []
    writeLine(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func writeLine(into output: inout [UInt8]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .string(let text): JSONValue.write(text, into: &output)
    case .array(let items):
      output.append(UInt8(ascii: "["))
      for (position, item) in items.enumerated() {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        item.writeLine(into: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        JSONValue.write(member.name, into: &output)
        output.append(UInt8(ascii: ":"))
        member.value.writeLine(into: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }
}
