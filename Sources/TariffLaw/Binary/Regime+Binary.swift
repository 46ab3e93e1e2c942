extension Regime {
  /// The compiled form; the same regime gives the same bytes.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.append(text: importer)
    writer.append(text: title)
    writer.append(span)
    writer.append(optional: governingDayFact)
    writer.append(sorted: goodsLists) { $0.append($1) }
    writer.append(sorted: groups) { $0.append($1) }
    writer.append(sorted: facts) { $0.append($1) }
    writer.append(list: measures) { $0.append($1) }
    writer.append(list: gaps) { $0.append($1) }
    writer.append(list: deadlines) { $0.append($1) }
    writer.append(list: outside) { $0.append($1) }
    writer.append(list: counts) { $0.append($1) }
    return writer.bytes
  }

  /// Reads ``encoded`` back.
  ///
  /// - Throws: ``ArchiveError`` when the bytes are damaged.
  public init(decoding bytes: Bytes) throws(ArchiveError) {
    var reader = ByteReader(bytes)
    let importer = try reader.text()
    let title = try reader.text()
    let span = try reader.span()
    let governing = try reader.optionalText()
    let lists = try reader.dictionary { (r) throws(ArchiveError) in try r.goodsList() }
    let groups = try reader.dictionary { (r) throws(ArchiveError) in try r.group() }
    let facts = try reader.dictionary { (r) throws(ArchiveError) in try r.fact() }
    let measures = try reader.list { (r) throws(ArchiveError) in try r.measure() }
    let gaps = try reader.list { (r) throws(ArchiveError) in try r.gap() }
    let deadlines = try reader.list { (r) throws(ArchiveError) in try r.deadline() }
    let outside = try reader.list { (r) throws(ArchiveError) in try r.outsideLaw() }
    let counts = try reader.list { (r) throws(ArchiveError) in try r.officialCount() }
    guard reader.isAtEnd else { throw .damaged("bytes after the law") }
    self.init(
      importer: importer, title: title, span: span, measures: measures, goodsLists: lists,
      groups: groups, facts: facts, governingDayFact: governing, gaps: gaps, deadlines: deadlines,
      outside: outside, counts: counts)
  }
}
