import Foundation
import TradeStore
package import WorldModel

extension BaseFiles {
  /// Bytes of a file after decompression; far more than any table of countries and sectors needs.
  private static let mostBytes = 256 << 20

  /// The files of a folder, plain or compressed by gzip.
  package init(folder: String) {
    self.init { name throws(BaseError) in
      let names = [name + ".csv", name + ".csv.gz"]
      let path = { URL(fileURLWithPath: folder).appendingPathComponent($0).path }
      let found = names.filter { FileManager.default.fileExists(atPath: path($0)) }
      guard found.count < 2 else {
        throw BaseError(names[0], "stands there plain and as \(names[1]); keep one of them")
      }
      guard let file = found.first else { return nil }
      return (file, try Self.bytes(path(file), named: file))
    }
  }

  /// A table at a path, plain or compressed by gzip.
  package static func table(path: String) throws(BaseError) -> BaseTable {
    let name = URL(fileURLWithPath: path).lastPathComponent
    return try BaseTable(name: name, bytes: try bytes(path, named: name))
  }

  private static func bytes(_ path: String, named name: String) throws(BaseError) -> [UInt8] {
    do throws(ImportError) {
      return try WholeFile.bytes(path: path, most: mostBytes)
    } catch {
      throw BaseError(name, error.message)
    }
  }
}
