/// Named sections of bytes in one file: the container of everything Tarifa compiles.
///
/// Layout, little-endian: the magic `TARIFA01`, the number of sections (UInt32), then for each
/// section the length of its name (UInt32), the name in UTF-8, its offset from the start of the
/// file and its length (UInt64 each). Sections start at multiples of eight.
///
/// Opening checks that every section lies inside the file; the contents are hashed only by
/// `tarifa data verify`.
public struct Archive: Sendable {
  private let bytes: Bytes
  private let sections: [String: Range<Int>]

  /// The section names in the order of the file.
  public let names: [String]

  package static let magic = Array("TARIFA01".utf8)
  /// More sections than any file of ours has; a damaged count must not make us loop for long.
  private static let sectionLimit = 65_536

  /// - Throws: ``ArchiveError`` when the bytes are not an archive or a section lies outside them.
  public init(_ bytes: Bytes) throws(ArchiveError) {
    guard bytes.count >= 12, bytes.slice(at: 0, count: 8)?.array == Archive.magic else {
      throw .notAnArchive
    }
    guard let count = bytes.integer(at: 8, as: UInt32.self), count <= Archive.sectionLimit else {
      throw .damaged("section count")
    }
    var offset = 12
    var names: [String] = []
    var sections: [String: Range<Int>] = [:]
    for _ in 0..<count {
      guard let length = bytes.integer(at: offset, as: UInt32.self),
        let name = bytes.text(at: offset + 4, count: Int(length)),
        let start = bytes.integer(at: offset + 4 + Int(length), as: UInt64.self),
        let size = bytes.integer(at: offset + 12 + Int(length), as: UInt64.self)
      else { throw .damaged("section table") }
      offset += 20 + Int(length)
      guard start <= UInt64(bytes.count), size <= UInt64(bytes.count) - start else {
        throw .damaged("section '\(name)' lies outside the file")
      }
      guard sections.updateValue(Int(start)..<Int(start + size), forKey: name) == nil else {
        throw .damaged("section '\(name)' appears twice")
      }
      names.append(name)
    }
    self.bytes = bytes
    self.names = names
    self.sections = sections
  }

  /// - Throws: ``ArchiveError/missingSection(_:)`` when there is no such section.
  public func section(_ name: String) throws(ArchiveError) -> Bytes {
    guard let range = sections[name],
      let slice = bytes.slice(at: range.lowerBound, count: range.count)
    else { throw .missingSection(name) }
    return slice
  }

  public func contains(_ name: String) -> Bool { sections[name] != nil }
}
