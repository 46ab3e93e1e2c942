/// Builds the bytes of an ``Archive``. The same sections in the same order give the same bytes.
public struct ArchiveWriter: Sendable {
  private var sections: [(name: String, bytes: [UInt8])] = []

  public init() {}

  /// - Precondition: no section of that name was added before.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    precondition(!sections.contains { $0.name == name }, "section '\(name)' added twice")
    sections.append((name, bytes))
  }

  public func finish() -> [UInt8] {
    var table = ByteWriter()
    table.append(contentsOf: Archive.magic)
    table.append(UInt32(sections.count))
    let header = 12 + sections.reduce(0) { $0 + 20 + $1.name.utf8.count }
    var offset = ArchiveWriter.aligned(header)
    for (name, bytes) in sections {
      table.append(text: name)
      table.append(UInt64(offset))
      table.append(UInt64(bytes.count))
      offset = ArchiveWriter.aligned(offset + bytes.count)
    }
    var output = table.bytes
    for (_, bytes) in sections {
      output.append(
        contentsOf: repeatElement(0, count: ArchiveWriter.aligned(output.count) - output.count))
      output.append(contentsOf: bytes)
    }
    return output
  }

  private static func aligned(_ offset: Int) -> Int { (offset + 7) & ~7 }
}
