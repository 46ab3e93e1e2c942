import TabularText

/// The grammar of RFC 4180 section 2 read a byte at a time, with what the reader adds to it: a byte
/// order mark and empty lines are skipped, and a carriage return alone ends a record too. Written
/// from the grammar, apart from the reader it is held against.
extension Reading {
  init(slowly bytes: [UInt8], _ limits: CSVReader.Limits) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      while let first = rest.first, first == 10 || first == 13 { rest = rest.dropFirst() }
      guard !rest.isEmpty else { return }
      // A line is what a line feed ends.
      let line = 1 + bytes[..<rest.startIndex].count { $0 == 10 }
      var fields: [String] = []
      repeat {
        if !fields.isEmpty { rest = rest.dropFirst() }
        let column = fields.count + 1
        let (field, size, fault) = Reading.field(&rest)
        var problem = fault
        // A quote that is never closed has no size.
        if problem != .unclosedQuote, size > limits.fieldBytes { problem = .fieldTooLong }
        if problem == nil, column > limits.fields { problem = .tooManyFields }
        if let problem {
          error = CSVError(line: line, column: column, problem: problem)
          return
        }
        fields.append(field)
      } while rest.first == 0x2C
      records.append(Record(line: line, fields: fields))
    }
  }

  /// Takes one field, up to the comma or line end after it.
  ///
  /// - Returns: its text, how many bytes stand for it, and what is wrong with it.
  private static func field(
    _ rest: inout ArraySlice<UInt8>
  ) -> (text: String, size: Int, problem: CSVError.Problem?) {
    let ends: [UInt8] = [0x2C, 10, 13]
    guard rest.first == 0x22 else {
      let plain = rest.prefix { !ends.contains($0) }
      rest = rest.dropFirst(plain.count)
      return (String(decoding: plain, as: UTF8.self), plain.count, nil)
    }
    rest = rest.dropFirst()
    var text: [UInt8] = []
    var size = 0
    while let byte = rest.popFirst() {
      if byte != 0x22 {
        text.append(byte)
        size += 1
      } else if rest.first == 0x22 {
        rest = rest.dropFirst()
        text.append(byte)
        size += 2
      } else {
        let isEnd = rest.first.map(ends.contains) ?? true
        return (String(decoding: text, as: UTF8.self), size, isEnd ? nil : .textAfterQuote)
      }
    }
    return (String(decoding: text, as: UTF8.self), size, .unclosedQuote)
  }
}
