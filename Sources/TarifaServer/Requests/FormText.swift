/// Reads `application/x-www-form-urlencoded`, which queries use too.
enum FormText {
  /// - Throws: ``Problem`` for a broken escape or bytes that are no UTF-8.
  static func parameters(_ bytes: some Collection<UInt8>) throws(Problem) -> [Route.Parameter] {
    var parameters: [Route.Parameter] = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try decoded(parts[0])
      parameters.append((name, parts.count > 1 ? try decoded(parts[1]) : ""))
    }
    return parameters
  }

  private static func decoded(_ bytes: some Collection<UInt8>) throws(Problem) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): plain.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
          throw Problem(
            .malformed, "a '%' is not followed by two hexadecimal digits",
            mend: "write a percent sign as %25")
        }
        plain.append(high << 4 | low)
      default: plain.append(byte)
      }
    }
    guard let text = String(validating: plain, as: UTF8.self) else {
      throw Problem(
        .malformed, "a parameter is not UTF-8", mend: "encode texts as UTF-8 before escaping them")
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
