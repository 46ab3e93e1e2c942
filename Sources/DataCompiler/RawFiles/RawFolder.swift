import Foundation

/// The folder with the official files a data set is compiled from.
public struct RawFolder: Sendable {
  private let root: URL

  public init(_ path: String) { root = URL(fileURLWithPath: path, isDirectory: true) }

  /// Whether there is a file below the folder.
  public func holds(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The bytes of a file below the folder; `.gz` and `.xz` are unpacked.
  ///
  /// - Throws: ``RawFileError`` when the file is missing or does not unpack.
  public func bytes(_ path: String) throws(RawFileError) -> [UInt8] {
    let url = root.appendingPathComponent(path)
    guard holds(path) else {
      throw RawFileError(file: path, problem: "there is no such file")
    }
    if path.hasSuffix(".gz") { return try unpack(url, path, with: "gzip") }
    if path.hasSuffix(".xz") { return try unpack(url, path, with: "xz") }
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw RawFileError(file: path, problem: "cannot be read: \(error.localizedDescription)")
    }
  }

  private func unpack(
    _ url: URL, _ path: String, with tool: String
  ) throws(RawFileError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool, "-dc", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    do {
      try process.run()
    } catch {
      throw RawFileError(file: path, problem: "'\(tool)' cannot be started; install it")
    }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw RawFileError(file: path, problem: "'\(tool)' could not unpack it")
    }
    return [UInt8](data)
  }
}
