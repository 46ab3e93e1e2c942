import Foundation
import TariffLaw

/// Gathers the files of the action library into one archive, a section a file.
public enum ActionBundle {
  /// - Throws: ``RawFileError`` when the folder cannot be read.
  public static func compile(_ folder: String) throws(RawFileError) -> [UInt8] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else {
      throw RawFileError(file: folder, problem: "there is no such folder")
    }
    var paths: [String] = []
    for case let path as String in walk where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      paths.append(path)
    }
    var writer = ArchiveWriter()
    for path in paths.sorted() {
      writer.add(path, try OutputFolder(folder).read(path))
    }
    return writer.finish()
  }
}
