import Foundation
import TarifaReport
import Testing

struct BrowserTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tarifa-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// A program that stands for a browser.
  private func program(_ text: String, in folder: URL, _ name: String = "browser") throws -> String
  {
    let file = folder.appendingPathComponent(name)
    try Data(("#!/bin/sh\n" + text + "\n").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return file.path
  }

  private static let hasBrowser = (try? Browser.installed()) != nil

  @Test(.enabled(if: hasBrowser, "no Chromium is installed"))
  func aPageIsPrinted() throws {
    try withFolder { folder in
      let report = try Report(try ShippedAnswers.steel.get(), .duty)
      let path = folder.appendingPathComponent("a.pdf").path
      try report.write(to: path)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes.starts(with: Data("%PDF-".utf8)) && bytes.count > 10_000)
      #expect(bytes.suffix(16).range(of: Data("%%EOF".utf8)) != nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.pdf"])
    }
  }

  @Test func theBrowserIsThatOfTheEnvironment() throws {
    try withFolder { folder in
      let named = try program("exit 0", in: folder)
      let usual = try program("exit 0", in: folder, "google-chrome")
      let found = try Browser.installed(in: ["TARIFA_BROWSER": named, "PATH": folder.path])
      #expect(found.path == named)
      #expect(try Browser.installed(in: ["PATH": "/nowhere:\(folder.path)"]).path == usual)
      #expect(throws: BrowserError.notThere(named: "/no/browser")) {
        try Browser.installed(in: ["TARIFA_BROWSER": "/no/browser", "PATH": folder.path])
      }
    }
  }

  @Test func withoutABrowserItIsSaidWhatToDo() throws {
    do throws(BrowserError) {
      _ = try Browser.installed(in: ["PATH": "/nowhere"])
      Issue.record("one was found")
    } catch {
      for word in ["chromium", "TARIFA_BROWSER", ".html"] { #expect("\(error)".contains(word)) }
      #expect(!"\(error)".contains("\n"))
    }
  }

  /// A browser that hangs, fails, or prints nothing leaves no file.
  @Test(arguments: [
    ("exec sleep 60", "within 1 second"), ("exit 3", "ended with 3"), ("exit 0", "no PDF"),
  ])
  func aBrowserThatDoesNotPrintIsSaid(text: String, words: String) throws {
    try withFolder { folder in
      let browser = Browser(path: try program(text, in: folder), seconds: 1)
      let path = folder.appendingPathComponent("a.pdf").path
      do throws(BrowserError) {
        try browser.print("<p>", to: path)
        Issue.record("it was printed")
      } catch {
        #expect("\(error)".contains(words))
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
