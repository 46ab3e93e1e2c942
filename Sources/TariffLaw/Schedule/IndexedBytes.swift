/// Items of varying length stored one after another and found by index: a count (UInt32), then an
/// end offset for each (UInt32), then the bytes.
struct IndexedBytes: Sendable {
  private let section: Bytes
  let count: Int

  init(_ section: Bytes) throws(ArchiveError) {
    guard let count = section.integer(at: 0, as: UInt32.self),
      Int(count) <= section.count / 4
    else { throw .damaged("index of a text section") }
    self.section = section
    self.count = Int(count)
  }

  func bytes(_ index: Int) throws(ArchiveError) -> Bytes {
    guard index >= 0, index < count,
      let start = index == 0 ? 0 : section.integer(at: index * 4, as: UInt32.self),
      let end = section.integer(at: 4 + index * 4, as: UInt32.self), end >= start,
      let item = section.slice(at: 4 + count * 4 + Int(start), count: Int(end - start))
    else { throw .damaged("item \(index) of a text section") }
    return item
  }

  func text(_ index: Int) throws(ArchiveError) -> String {
    let item = try bytes(index)
    return item.text(at: 0, count: item.count) ?? ""
  }

  /// Writes the section; the mirror of ``init(_:)``.
  static func section(_ items: [[UInt8]]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(items.count))
    var end: UInt32 = 0
    for item in items {
      end += UInt32(item.count)
      writer.append(end)
    }
    for item in items { writer.append(contentsOf: item) }
    return writer.bytes
  }
}
