import Foundation

/// The folder a compiled set is written to. A file is written beside its place and renamed, so that
/// nothing is ever half-written.
public struct OutputFolder: Sendable {
  private let root: URL

  public init(_ path: String) { root = URL(fileURLWithPath: path, isDirectory: true) }

  public func read(_ path: String) throws(RawFileError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
    } catch {
      throw RawFileError(file: path, problem: "cannot be read: \(error.localizedDescription)")
    }
  }

  public func write(_ bytes: [UInt8], to path: String) throws(RawFileError) {
    let url = root.appendingPathComponent(path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw RawFileError(file: path, problem: "cannot be written: \(error.localizedDescription)")
    }
  }
}
