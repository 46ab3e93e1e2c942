import Foundation
import TestSupport
import Testing

/// `--report`, as it is typed.
struct ReportOptionTests {
  private static let duty = [
    "duty", "8482.10.50.44", "--origin", "CN", "--on", "2018-07-06", "--value", "10000",
  ]

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tarifa-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// The report goes along with the answer, and changes nothing of it.
  @Test func aReportGoesAlongWithTheAnswer() throws {
    try withFolder { folder in
      let page = folder.appendingPathComponent("a.html")
      let plain = try BuiltCommand.run(Self.duty)
      let reported = try BuiltCommand.run(Self.duty + ["--report", page.path])
      #expect(plain.code == 0 && reported.code == 0 && plain.output == reported.output)
      let text = try String(contentsOf: page, encoding: .utf8)
      #expect(text.contains("34%") && text.contains("Source: Tarifa 0."))
    }
  }

  @Test(arguments: ["a.doc", "/nowhere/at/all/a.html", "."])
  func whatCannotBeWrittenEndsWithOne(path: String) throws {
    let (output, code) = try BuiltCommand.run(Self.duty + ["--report", path])
    #expect(code == 1 && output.isEmpty)
  }

  @Test func aBatchHasNoReport() throws {
    let (output, code) = try BuiltCommand.run(["duty", "--batch", "a.csv", "--report", "a.html"])
    #expect(code == 2 && output.isEmpty)
  }
}
