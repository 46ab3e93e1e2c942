import Foundation

/// Standard output and error, and files that appear whole or not at all.
enum Console {
  static func output(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// - Throws: ``Failure`` when the file cannot be read.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .input("\(path) cannot be read; check the path")
    }
  }

  /// Opens a file to read it in pieces.
  ///
  /// - Throws: ``Failure`` when there is no such file.
  static func open(_ path: String) throws(Failure) -> FileHandle {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .input("\(path) cannot be read; check the path")
    }
    return handle
  }

  /// Writes a file through a temporary one beside it, renamed when complete.
  static func write(
    to path: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let temporary = path + ".part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else { throw Failure.input("\(path) cannot be written; check the folder") }
    do {
      try body { try handle.write(contentsOf: Data($0)) }
      try handle.close()
      guard rename(temporary, path) == 0 else {
        throw Failure.input("\(path) cannot be written; check the folder")
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes a folder that was not there, through one beside it that is renamed when complete.
  ///
  /// - Throws: ``Failure`` when there is such a folder, or the disk does not take it.
  static func writeFolder(to path: String, _ files: [(path: String, text: String)]) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else {
      throw Failure.input("\(path) is there already; remove it or give another name")
    }
    let temporary = path + ".part"
    do {
      if manager.fileExists(atPath: temporary) { try manager.removeItem(atPath: temporary) }
      for file in files {
        let place = URL(fileURLWithPath: temporary).appendingPathComponent(file.path)
        try manager.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: place)
      }
      try manager.moveItem(atPath: temporary, toPath: path)
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure.input(
        "\(path) cannot be written; check the folder (\(error.localizedDescription))")
    }
  }
}
