import Foundation
import Testing

/// `tarifa diff` with briefs, as it is typed.
struct DiffCommandTests {
  private func run(_ arguments: String...) throws -> (status: Int32, output: Data, errors: String) {
    // The command is built beside the tests.
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent()
      .appendingPathComponent("tarifa")
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Nothing here writes more than a pipe holds to the second.
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, written, String(decoding: said, as: UTF8.self))
  }

  private func withBrief(_ change: (String) -> String, _ body: (String) throws -> Void) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("Actions/brief-us-cn-30bn/brief.yaml"),
      encoding: .utf8)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("brief-\(UUID().uuidString).yaml")
    try Data(change(text).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path)
  }

  @Test func aBriefStandsForItsList() throws {
    let (status, output, errors) = try run(
      "diff", "brief-us-301-list-1", "us-301-list-1", "--assumptions", "fontagne-2022", "--json")
    #expect(status == 0 && errors.isEmpty)
    let document = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    let a = try #require(document["a"] as? [String: Any])
    let designed = try #require(a["designed"] as? [String: Any])
    #expect(designed["brief"] as? String == "brief-us-301-list-1")
    #expect(a["measures"] as? [String] == ["us/proposed/brief-us-301-list-1"])
    let b = try #require(document["b"] as? [String: Any])
    #expect(b["designed"] is NSNull)
    let amounts = try #require(document["amounts"] as? [String: [String: Any]])
    let covered = try #require(amounts["covered_imports"]?["a"] as? [String: Any])
    let value = try #require(covered["value"] as? Double)
    #expect(abs(value - 34e9) < 0.01 * 34e9)
  }

  /// One message, nothing else, and exit 1.
  @Test func aBriefThatCannotBeMetIsOneMessage() throws {
    try withBrief({ $0.replacing("value: 30000000000", with: "value: 900000000000") }) { path in
      let (status, output, errors) = try run("diff", path, "brief-us-cn-60bn")
      #expect(status == 1 && output.isEmpty)
      #expect(
        errors
          == "tarifa: \(path): no list meets the brief; 'tarifa design \(path)' says what clashes\n"
      )
    }
  }

  @Test func whatDiffersIsSaidBeforeTheWork() throws {
    let (status, output, errors) = try run("diff", "brief-us-cn-30bn", "us-301-list-1")
    #expect(status == 1 && output.isEmpty)
    #expect(errors.contains("different assumptions (fontagne-2022, fgkk-2020)"))
    #expect(errors.contains("--assumptions") && errors.split(separator: "\n").count == 1)
  }
}
