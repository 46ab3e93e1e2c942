/// A file read whole, decompressed where its first bytes say gzip.
package enum WholeFile {
  /// - Parameter most: bytes after decompression.
  /// - Throws: ``ImportError`` when the file cannot be read, is cut off, damaged, or too large.
  package static func bytes(path: String, most: Int) throws(ImportError) -> [UInt8] {
    var limits = ImportLimits()
    limits.partBytes = most
    let source = try PartSource(path: path, limits: limits)
    var bytes: [UInt8] = []
    while true {
      let piece = try source.next()
      guard !piece.isEmpty else { return bytes }
      bytes += piece
    }
  }
}
