import Foundation

/// A Chromium that prints a page on paper (PDF): without a window, a network or a profile of the user.
public struct Browser: Sendable {
  /// Its program.
  public let path: String
  /// After which it is ended.
  let seconds: Int

  package init(path: String, seconds: Int = 60) {
    self.path = path
    self.seconds = seconds
  }

  private static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// The browser of `TARIFA_BROWSER`, else the first on the path.
  ///
  /// - Throws: ``BrowserError`` when there is none.
  public static func installed() throws(BrowserError) -> Browser {
    try installed(in: ProcessInfo.processInfo.environment)
  }

  package static func installed(in environment: [String: String]) throws(BrowserError) -> Browser {
    let manager = FileManager.default
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    func found(_ name: String) -> String? {
      let places = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
      return places.first { manager.isExecutableFile(atPath: $0) }
    }
    if let named = environment["TARIFA_BROWSER"], !named.isEmpty {
      guard let path = found(named) else { throw .notThere(named: named) }
      return Browser(path: path)
    }
    guard let path = names.lazy.compactMap(found).first else { throw .missing(lookedFor: names) }
    return Browser(path: path)
  }

  /// Prints a page to a file, which appears whole or not at all.
  ///
  /// - Throws: ``BrowserError``.
  package func print(_ page: String, to path: String) throws(BrowserError) {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory
      .appendingPathComponent("tarifa-print-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: folder) }
    let (source, made) = (
      folder.appendingPathComponent("report.html"), folder.appendingPathComponent("report.pdf")
    )
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(page.utf8).write(to: source)
    } catch {
      throw .notWritten(path: folder.path)
    }
    try run(arguments(source, made, folder))
    guard let bytes = try? Data(contentsOf: made), bytes.starts(with: Data("%PDF-".utf8)) else {
      throw .failed(browser: self.path, reason: "it wrote no PDF")
    }
    let temporary = path + ".part"
    guard (try? bytes.write(to: URL(fileURLWithPath: temporary))) != nil,
      rename(temporary, path) == 0
    else {
      unlink(temporary)
      throw .notWritten(path: path)
    }
  }

  private func arguments(_ page: URL, _ made: URL, _ folder: URL) -> [String] {
    [
      "--headless", "--disable-gpu", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--no-first-run",
      "--no-default-browser-check", "--disable-dev-shm-usage", "--no-pdf-header-footer",
      // Nothing is looked up and nothing fetched: every name leads nowhere.
      "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
      "--user-data-dir=\(folder.appendingPathComponent("profile").path)",
      "--print-to-pdf=\(made.path)",
    ]
      // Chromium refuses its sandbox to root.
      + (getuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
  }

  private func run(_ arguments: [String]) throws(BrowserError) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      try process.run()
    } catch {
      throw .failed(browser: path, reason: "it could not be started")
    }
    guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
      process.terminate()
      if ended.wait(timeout: .now() + .seconds(5)) != .success {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
      }
      throw .tooSlow(browser: path, seconds: seconds)
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw .failed(browser: path, reason: "it ended with \(process.terminationStatus)")
    }
  }
}
