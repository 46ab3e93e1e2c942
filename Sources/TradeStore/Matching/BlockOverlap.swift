/// Guards against counting a block of countries and its members both.
enum BlockOverlap {
  /// - Throws: ``ImportError`` naming the block and its members when both have records.
  static func refuse(
    _ flows: [SetMatch.Key: (cell: PartSum.Cell, isSplit: Bool)], in book: OriginBook
  ) throws(ImportError) {
    let present = Set(flows.keys.map(\.origin))
    for key in present.sorted() {
      guard let block = book.origins[key], block.countries.count > 1 else { continue }
      let members = block.countries.map(\.text).filter { present.contains($0) }
      guard members.isEmpty else {
        throw ImportError(
          "the files have both \(block.name) (\(key)) and its members"
            + " \(members.prefix(5).joined(separator: ", "))\(members.count > 5 ? ", …" : ""),"
            + " which would count twice; drop one with --map (from,to: \(key),drop)")
      }
    }
  }
}
