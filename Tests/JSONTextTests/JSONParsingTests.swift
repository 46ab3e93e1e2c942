import Foundation
import JSONText
import TestSupport
import Testing

struct JSONParsingTests {
  private static func parse(_ text: String) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  /// The stored results, which are answers as the program printed them.
  static func storedAnswers() throws -> [(name: String, bytes: [UInt8])] {
    let actions = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Actions")
    return try FileManager.default.contentsOfDirectory(atPath: actions.path).sorted()
      .compactMap { name in
        let file = actions.appendingPathComponent(name).appendingPathComponent("result.json")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return (name, Array(try Data(contentsOf: file)))
      }
  }

  /// Those of briefs are shortened by another program, which lays them out in its own way.
  @Test func storedAnswersAreWrittenAgainByteForByte() throws {
    let answers = try Self.storedAnswers().filter { !$0.name.hasPrefix("brief-") }
    #expect(answers.count > 8)
    for answer in answers {
      let value = try JSONValue(parsing: answer.bytes)
      #expect(Array(value.text.utf8) == answer.bytes, "\(answer.name)")
    }
  }

  @Test(arguments: ["-0", "1e400", "0.10", "123456789012345678901234567890", "1E+2", "-1.5e-07"])
  func numbersKeepTheirDigits(text: String) throws {
    let value = try Self.parse(text)
    #expect(value.text == text + "\n")
  }

  @Test func numbersAreReadAsDoubles() throws {
    #expect(try Self.parse("-0").number?.sign == .minus)
    #expect(try Self.parse("1e400").number == nil)
    #expect(try Self.parse("-1e400").number == nil)
    #expect(try Self.parse("1e-400").number == 0)
    #expect(
      try Self.parse("123456789012345678901234567890").number == 0x1.8ee90ff6c373ep+96)
    #expect(try Self.parse("\"7\"").number == nil)
  }

  @Test(arguments: [
    "01", "-", "-x", "1.", ".5", "1e", "1e+", "+1", "0x10", "1.e3", "00", "-01", "NaN",
  ])
  func otherNumbersAreRefused(text: String) {
    #expect(throws: JSONError.self) { try Self.parse(text) }
  }

  @Test(arguments: [
    (#""\ud83d\ude00""#, "😀"), (#""\u00e9\/\b\f\n\r\t\"\\""#, "é/\u{8}\u{C}\n\r\t\"\\"),
    (#""\u0000""#, "\u{0}"), (#""\uD7FF\uE000""#, "\u{D7FF}\u{E000}"), ("\"\u{7F}é😀\"", "\u{7F}é😀"),
  ])
  func escapesStandForTheirCharacters(text: String, meaning: String) throws {
    #expect(try Self.parse(text).string == meaning)
  }

  /// What is wrong is named with its line and its character in the line.
  @Test(arguments: [
    ("", 1, 1, JSONError.Problem.empty), (" \n ", 1, 1, .empty),
    ("\u{FEFF}{}", 1, 1, .byteOrderMark),
    ("[1,\n 2,]", 2, 4, .unexpected(found: "']'", expected: "a value")),
    ("{\"é\" 1}", 1, 6, .unexpected(found: "'1'", expected: "':' after a name")),
    ("{a: 1}", 1, 2, .unexpected(found: "'a'", expected: "a name in double quotes")),
    ("[1 2]", 1, 4, .unexpected(found: "'2'", expected: "',' or ']'")),
    ("{\"a\": 1,\n\"a\": 2}", 2, 1, .duplicateName("a")), ("[] []", 1, 4, .moreAfterEnd),
    ("[\"a\tb\"]", 1, 4, .controlCharacter), ("\"\\x\"", 1, 2, .badEscape),
    ("\"\\u12G4\"", 1, 2, .badEscape), ("\"\\ud800\"", 1, 2, .loneSurrogate),
    ("\"\\ud800\\u0041\"", 1, 2, .loneSurrogate), ("\"\\udc00\\ud800\"", 1, 2, .loneSurrogate),
    ("\"abc", 1, 1, .unfinished("a string")), ("[1", 1, 3, .unfinished("a list")),
    ("{\"a\": 1", 1, 8, .unfinished("an object")), ("\"\\u00", 1, 2, .unfinished("a string")),
    ("[nul]", 1, 2, .unexpected(found: "'n'", expected: "a value")), ("[01]", 1, 2, .badNumber),
  ])
  func errorsHaveAPlace(text: String, line: Int, column: Int, problem: JSONError.Problem) {
    #expect(throws: JSONError(line: line, column: column, problem: problem)) {
      try Self.parse(text)
    }
  }

  @Test func namesThatLookTheSameAreTheSame() {
    #expect(throws: JSONError.self) { try Self.parse("{\"\u{E9}\": 1, \"e\u{301}\": 2}") }
  }

  /// Overlong forms, halves of surrogates, and bytes beyond Unicode.
  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF], [0x80],
  ])
  func bytesThatAreNoTextAreRefused(bytes: [UInt8]) {
    let text = Array("[\"é".utf8) + bytes + Array("\"]".utf8)
    #expect(throws: JSONError(line: 1, column: 4, problem: .notUTF8)) {
      try JSONValue(parsing: text)
    }
    #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
  }

  @Test func sizeAndDepthAreCapped() throws {
    var limits = JSONLimits()
    limits.depth = 3
    limits.bytes = 10
    func parse(_ text: String) throws(JSONError) -> JSONValue {
      try JSONValue(parsing: Array(text.utf8), limits: limits)
    }
    #expect(try parse("[[[1]]]").array?.count == 1)
    #expect(throws: JSONError(line: 1, column: 4, problem: .tooDeep(limit: 3))) {
      try parse("[[[[]]]]")
    }
    #expect(throws: JSONError(line: 1, column: 1, problem: .tooLarge(limit: 10))) {
      try parse("[1,2,3,4,5]")
    }
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(throws: JSONError.self) { try Self.parse(deep) }
  }

  /// A damaged answer is either refused, or read as something that is written and read the same.
  @Test(arguments: 0..<300)
  func damagedAnswersNeverCrash(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let answers = try Self.storedAnswers()
    let answer = answers[random.below(answers.count)].bytes
    let start = random.below(answer.count)
    var text = random.below(3) == 0 ? answer : Array(answer[start..<min(answer.count, start + 900)])
    let pieces = ["\"", "\\u", "{", "[", "]", "}", ",", ":", "1e9", "null", "\\ud800", "-", "[[[["]
    text = damaged(text, pieces: pieces, with: &random)
    do throws(JSONError) {
      let value = try JSONValue(parsing: text)
      let again = try JSONValue(parsing: Array(value.text.utf8))
      #expect(again.text == value.text)
    } catch {
      #expect(error.line > 0 && error.column > 0 && !"\(error)".isEmpty)
    }
  }
}
