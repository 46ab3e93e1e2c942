import Foundation
import JSONText
import Testing

struct JSONTests {
  @Test func orderAndDigitsAreKept() {
    let value = JSONValue.object([
      ("z", .number("0.10")), ("a", .array([.null, .bool(true), .integer(-3)])),
      ("s", .string("q\"\\\n\u{1}é")),
    ])
    #expect(
      value.text
        == "{\n  \"z\": 0.10,\n  \"a\": [\n    null,\n    true,\n    -3\n  ],\n"
        + "  \"s\": \"q\\\"\\\\\\n\\u0001é\"\n}\n")
  }

  @Test func doublesReadBackAndUnknownIsNull() throws {
    for number in [0.1, 1.0 / 3, -2.5e-9, 1e20, 123_456_789.0, 0] {
      let text = "[" + JSONValue.double(number).text + "]"
      let array = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Double])
      #expect(array == [number])
    }
    #expect(JSONValue.double(.nan).text == "null\n")
  }
}
