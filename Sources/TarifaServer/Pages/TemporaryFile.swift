import Foundation

/// A file for a library that writes to paths alone.
struct TemporaryFile {
  let path: String

  init(ending: String) {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("tarifa-\(UUID().uuidString).\(ending)").path
  }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
