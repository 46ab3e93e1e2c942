/// Builds the compiled form of a ``Schedule`` from whole editions.
///
/// A code that is the same in consecutive editions becomes one row. Texts and duties are stored
/// once each; duties with their structure, so that nothing is parsed at run time.
public struct ScheduleWriter: Sendable {
  private var editions: [(edition: Edition, rows: [ScheduleRow])] = []

  public init() {}

  /// Adds an edition. Where a code repeats, the first row that states a rate counts.
  public mutating func add(_ edition: Edition, rows: [ScheduleRow]) {
    var unique: [HTSCode: ScheduleRow] = [:]
    for row in rows {
      if let known = unique[row.code], known.hasRate || !row.hasRate { continue }
      unique[row.code] = row
    }
    editions.append((edition, unique.values.sorted { $0.code < $1.code }))
  }

  /// The sections of the archive, in order.
  public func sections() -> [(name: String, bytes: [UInt8])] {
    let ordered = editions.sorted { $0.edition.from < $1.edition.from }
    var texts = Pool<String>(first: "") { Array($0.utf8) }
    var duties = Pool<String>(first: "") { $0.isEmpty ? [] : DutyText(parsing: $0).encoded }
    var specials = Pool<String>(first: "") { $0.isEmpty ? [] : SpecialRates(parsing: $0).encoded }

    var states: [(row: ScheduleRow, first: Int, last: Int)] = []
    var open: [HTSCode: Int] = [:]
    for (index, item) in ordered.enumerated() {
      for row in item.rows {
        if let state = open[row.code], states[state].last == index - 1, states[state].row == row {
          states[state].last = index
        } else {
          open[row.code] = states.count
          states.append((row, index, index))
        }
      }
    }
    states.sort { ($0.row.code, $0.first) < ($1.row.code, $1.first) }

    var rows = ByteWriter()
    for (row, first, last) in states {
      rows.append(row.code.raw)
      rows.append(UInt16(first))
      rows.append(UInt16(last))
      rows.append(texts.index(of: row.description))
      rows.append(texts.index(of: row.context))
      rows.append(texts.index(of: row.units))
      // A row with any rate has a general rate to read, be it an empty text left unparsed.
      rows.append(duties.index(of: row.hasRate && row.general.isEmpty ? "-" : row.general))
      rows.append(specials.index(of: row.special))
      rows.append(duties.index(of: row.hasRate && row.other.isEmpty ? "-" : row.other))
      rows.append(texts.index(of: row.excluded))
    }

    var list = ByteWriter()
    list.append(varint: UInt64(ordered.count))
    for (edition, _) in ordered {
      list.append(text: edition.id)
      list.append(text: edition.title)
      list.append(edition.from.number)
      list.append(edition.published?.number ?? Int32.min)
      list.append(UInt8(edition.holdsSuffixes ? 1 : 0))
    }
    return [
      ("editions", list.bytes), ("rows", rows.bytes), ("texts", texts.section),
      ("duties", duties.section), ("specials", specials.section),
    ]
  }

  /// The archive.
  public func finish() -> [UInt8] {
    var writer = ArchiveWriter()
    for (name, bytes) in sections() { writer.add(name, bytes) }
    return writer.finish()
  }

  /// Distinct items in the order of first use.
  private struct Pool<Item: Hashable> {
    private var indices: [Item: UInt32] = [:]
    private var items: [[UInt8]] = []
    private let encode: (Item) -> [UInt8]

    init(first: Item, encode: @escaping (Item) -> [UInt8]) {
      self.encode = encode
      _ = index(of: first)
    }

    mutating func index(of item: Item) -> UInt32 {
      if let known = indices[item] { return known }
      let index = UInt32(items.count)
      indices[item] = index
      items.append(encode(item))
      return index
    }

    var section: [UInt8] { IndexedBytes.section(items) }
  }
}
