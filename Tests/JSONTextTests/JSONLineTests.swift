import JSONText
import Testing

@Suite struct JSONLineTests {
  @Test func oneLineReadsBackAsTheSame() throws {
    let text = #"{"a":[1,2.50,{"b":null}],"c":"é \"x\"\n","d":true,"e":[],"f":{}}"#
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value.line == text)
    #expect(try JSONValue(parsing: Array(value.text.utf8)).line == text)
  }
}
