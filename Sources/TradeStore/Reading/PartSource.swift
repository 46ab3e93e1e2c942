import Foundation

/// A file read in pieces, decompressed where its first bytes say gzip.
final class PartSource {
  /// The name without its folder.
  let name: String
  private let handle: FileHandle
  private let limits: ImportLimits
  private var gzip: GzipDecoder?
  private var head: [UInt8] = []
  private var isAtEnd = false
  private var given = 0
  private var hash = ContentHash()
  /// Bytes of the file read so far, compressed or not.
  private(set) var bytesRead = 0

  private static let pieceSize = 1 << 20

  /// - Throws: ``ImportError`` when the file cannot be opened.
  init(path: String, limits: ImportLimits) throws(ImportError) {
    name = Self.name(of: path)
    self.limits = limits
    handle = try Self.open(path)
    head = try readFile()
    if head.starts(with: [0x1F, 0x8B]) {
      do {
        let decoder = try GzipDecoder()
        decoder.feed(head)
        gzip = decoder
        head = []
      } catch {
        throw ImportError("zlib cannot be started", file: name)
      }
    }
  }

  deinit { try? handle.close() }

  static func name(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

  private static func open(_ path: String) throws(ImportError) -> FileHandle {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ImportError("there is no such file; check the path", file: path)
    }
    guard !isFolder.boolValue else {
      throw ImportError("is a folder; name the files in it", file: path)
    }
    // A file is read twice, for its hash and for its records; a pipe can be read once.
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let kind: FileAttributeType?
    do {
      kind = try FileManager.default.attributesOfItem(atPath: real)[.type] as? FileAttributeType
    } catch {
      throw ImportError("cannot be looked at; check its permissions", file: path)
    }
    guard kind == .typeRegular else {
      throw ImportError("is no regular file; save it as one", file: path)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ImportError("cannot be opened; check its permissions", file: path)
    }
    return handle
  }

  /// The hash of the file as it stands, and its size.
  ///
  /// - Throws: ``ImportError`` when the file cannot be read.
  static func hash(
    path: String, progress: (Int) -> Void = { _ in }
  ) throws(ImportError) -> (sha256: String, bytes: Int) {
    let handle = try open(path)
    defer { try? handle.close() }
    var hash = ContentHash()
    var count = 0
    while true {
      let piece: Data
      do {
        piece = try handle.read(upToCount: pieceSize) ?? Data()
      } catch {
        throw ImportError("cannot be read", file: name(of: path))
      }
      guard !piece.isEmpty else { return (hash.finish(), count) }
      hash.update([UInt8](piece))
      count += piece.count
      progress(count)
    }
  }

  /// The hash of what was read; nothing may be read after it.
  func finishHash() -> String { hash.finish() }

  /// The next bytes; none at the end.
  ///
  /// - Throws: ``ImportError`` when the file cannot be read, is cut off, damaged, or too large.
  func next() throws(ImportError) -> [UInt8] {
    let piece = try nextPiece()
    given += piece.count
    guard given <= limits.partBytes else {
      throw ImportError(
        "has more than \(limits.partBytes >> 20) MB of text; split it into parts", file: name)
    }
    return piece
  }

  private func nextPiece() throws(ImportError) -> [UInt8] {
    guard let gzip else {
      if !head.isEmpty {
        defer { head = [] }
        return head
      }
      return try readFile()
    }
    while true {
      if gzip.needsInput {
        let more = try readFile()
        guard !more.isEmpty else {
          guard gzip.isComplete else {
            throw ImportError("the gzip file is cut off; fetch it again", file: name)
          }
          return []
        }
        gzip.feed(more)
      }
      do {
        let piece = try gzip.decode(atMost: Self.pieceSize)
        if !piece.isEmpty { return piece }
      } catch {
        throw ImportError("the gzip file is damaged; fetch it again", file: name)
      }
    }
  }

  private func readFile() throws(ImportError) -> [UInt8] {
    guard !isAtEnd else { return [] }
    do {
      let piece = try handle.read(upToCount: Self.pieceSize) ?? Data()
      let bytes = [UInt8](piece)
      isAtEnd = bytes.isEmpty
      bytesRead += bytes.count
      hash.update(bytes)
      return bytes
    } catch {
      throw ImportError("cannot be read", file: name)
    }
  }
}
