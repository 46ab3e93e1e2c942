import TariffLaw

/// Carries the sums of files to rate lines and countries that exist, by a map where one is given,
/// and gathers what matches nothing.
struct SetMatch {
  /// A code or origin that is not known.
  struct Stranger {
    let text: String
    /// Where it stands first.
    let file: String
    let line: Int
    var rows = 0
    /// Cents, as far as they are known.
    var value = 0
  }

  /// A code from an origin, as the store keeps it.
  struct Key: Hashable, Comparable {
    let code: HTSCode
    let origin: String

    static func < (a: Key, b: Key) -> Bool { (a.code, a.origin) < (b.code, b.origin) }
  }

  private let year: Int
  private let lines: LineBook
  private let book: OriginBook
  private let map: ImportMap?
  private(set) var flows: [Key: (cell: PartSum.Cell, isSplit: Bool)] = [:]
  private(set) var strangeCodes: [String: Stranger] = [:]
  private(set) var strangeOrigins: [String: Stranger] = [:]
  /// What all amounts so far add up to.
  private var total = 0
  private(set) var droppedRows = 0
  private(set) var droppedValue = 0
  private(set) var mappedRows = 0
  private(set) var mappedValue = 0
  /// What of the map was met.
  private var met: Set<String> = []
  private var codesOf: [HTSCode: Targets<HTSCode>] = [:]
  private var originsOf: [String: Targets<String>] = [:]

  /// What a code or origin stands for; `nil` as a target drops it.
  private struct Targets<Target> {
    let list: [(to: Target?, share: Int)]
    /// Whether a map says so.
    let isMoved: Bool
  }

  init(year: Int, lines: LineBook, book: OriginBook, map: ImportMap?) {
    self.year = year
    self.lines = lines
    self.book = book
    self.map = map
  }

  /// Adds a sum of a file.
  ///
  /// - Throws: ``ImportError`` when the map leads to what does not exist, or sums are too large.
  mutating func add(
    _ cell: PartSum.Cell, code: HTSCode, origin: String, file: String
  ) throws(ImportError) {
    total += (cell.value ?? 0) + (cell.duty ?? 0)
    guard total <= PartSum.limit else {
      throw ImportError("the amounts so far add up to more than any trade", file: file)
    }
    let codes = try targets(of: code)
    let origins = try targets(of: origin)
    if codes == nil {
      Self.note(cell, code.dotted, file, in: &strangeCodes)
    }
    if origins == nil {
      Self.note(cell, origin, file, in: &strangeOrigins)
    }
    guard let codes, let origins else { return }
    let isMoved = codes.isMoved || origins.isMoved
    // The first pair takes the records, so that their count stays.
    var isFirst = true
    var done = Portion.nothing
    for (newCode, codeShare) in codes.list {
      for (newOrigin, originShare) in origins.list {
        let share = Int128(codeShare) * Int128(originShare)
        let portion = done.next(share, of: cell)
        var part = cell
        part.value = portion.value
        part.duty = portion.duty
        part.quantity = portion.quantity
        if !isFirst { part.rows = 0 }
        if isMoved, newCode != nil, newOrigin != nil { mappedValue += portion.value ?? 0 }
        if isFirst, isMoved, newCode != nil, newOrigin != nil { mappedRows += cell.rows }
        if let newCode, let newOrigin {
          try put(part, newCode, newOrigin, isSplit: share < Portion.whole, file: file)
        } else {
          droppedRows += part.rows
          droppedValue += portion.value ?? 0
        }
        isFirst = false
      }
    }
  }

  /// Rows of the map that met nothing.
  var unusedMap: [String] { (map?.targets.keys.filter { !met.contains($0) } ?? []).sorted() }

  private mutating func put(
    _ cell: PartSum.Cell, _ code: HTSCode, _ origin: String, isSplit: Bool, file: String
  ) throws(ImportError) {
    let key = Key(code: code, origin: origin)
    guard var known = flows[key] else {
      flows[key] = (cell, isSplit)
      return
    }
    guard known.cell.add(cell) else {
      throw ImportError(
        "the amounts of \(code.dotted) from \(origin) add up to more than any trade", file: file)
    }
    flows[key] = (known.cell, known.isSplit || isSplit)
  }

  private static func note(
    _ cell: PartSum.Cell, _ text: String, _ file: String, in list: inout [String: Stranger]
  ) {
    var stranger = list[text] ?? Stranger(text: text, file: file, line: cell.line)
    stranger.rows += cell.rows
    stranger.value += cell.value ?? 0
    list[text] = stranger
  }

  private mutating func targets(
    of code: HTSCode
  ) throws(ImportError) -> Targets<HTSCode>? {
    if let known = codesOf[code] { return known }
    var found: Targets<HTSCode>?
    if let map, let (key, rows) = map.targets(of: code) {
      met.insert(key)
      var list: [(to: HTSCode?, share: Int)] = []
      for row in rows {
        guard let text = row.to else {
          list.append((nil, row.share))
          continue
        }
        let target: HTSCode
        do {
          target = try HTSCode(text)
        } catch {
          throw ImportError(
            Printable.text("\(error)"), file: map.file, line: row.line, column: "to")
        }
        guard target.length >= 8, lines.holds(target) else {
          throw ImportError(
            "'\(Printable.text(text))' is no rate line of \(year); see 'tarifa history'",
            file: map.file, line: row.line, column: "to")
        }
        list.append((target, row.share))
      }
      found = Targets(list: list, isMoved: true)
    } else if lines.holds(code) {
      found = Targets(list: [(code, ImportMap.whole)], isMoved: false)
    }
    if let found { codesOf[code] = found }
    return found
  }

  private mutating func targets(
    of origin: String
  ) throws(ImportError) -> Targets<String>? {
    if let known = originsOf[origin] { return known }
    var found: Targets<String>?
    if let map, let (key, rows) = map.targets(of: origin) {
      met.insert(key)
      var list: [(to: String?, share: Int)] = []
      for row in rows {
        guard let text = row.to else {
          list.append((nil, row.share))
          continue
        }
        guard let target = book.key(text) else {
          throw ImportError(
            "'\(Printable.text(text))' is no country; write its two letters", file: map.file,
            line: row.line, column: "to")
        }
        list.append((target, row.share))
      }
      found = Targets(list: list, isMoved: true)
    } else if let key = book.key(origin) {
      found = Targets(list: [(key, ImportMap.whole)], isMoved: false)
    }
    if let found { originsOf[origin] = found }
    return found
  }
}
