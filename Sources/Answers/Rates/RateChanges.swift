import TabularText
public import TariffLaw

/// What differs between the panels of two days.
public struct RateChanges: Sendable {
  public let before: LawPanel
  public let after: LawPanel
  /// Every way in which cells differ, each once.
  public let kinds: [RateChange]
  /// Codes of either day, ascending, with their position on each.
  private let codes: [(code: HTSCode, before: Int?, after: Int?)]
  /// For each pair of kinds of origin, the position in ``kinds`` of each code; negative where the
  /// two days agree.
  private let pairs: [[Int32]]
  private let pairOfOrigin: [Int]
  /// Origins in the order of their codes.
  private let order: [Int]

  /// - Throws: ``RequestError`` for days outside the law or out of order, ``LawBookError`` when data
  ///   is damaged.
  public init(
    _ request: RatesRequest, from: Day, to: Day, book: LawBook, knownOn: Day? = nil
  ) throws {
    let span = try book.span(from: from, to: to)
    let origins = try request.known(in: book)
    if let never = request.goods?.first(where: { !book.schedule.hasAnything(under: $0) }) {
      throw RequestError(
        field: "hts", message: "no edition of the schedule has \(never.dotted) or anything under it"
      )
    }
    let maker = PanelMaker(book, knownOn: knownOn)
    func panel(_ day: Day) throws -> LawPanel {
      try maker.panel(on: day, origins: origins, goods: request.filter(book.schedule, on: day))
    }
    self.init(try panel(span.lowerBound), try panel(span.upperBound))
  }

  /// - Parameter before, after: panels for the same origins.
  public init(_ before: LawPanel, _ after: LawPanel) {
    self.before = before
    self.after = after
    codes = RateChanges.merged(before.codes, after.codes)
    var kinds: [RateChange] = []
    var numbers: [RateChange: Int32] = [:]
    var pairNumbers: [[Int]: Int] = [:]
    var pairs: [[Int32]] = []
    var pairOfOrigin: [Int] = []
    for origin in before.origins.indices {
      let pair = [before.kind(of: origin), after.kind(of: origin)]
      if let known = pairNumbers[pair] {
        pairOfOrigin.append(known)
        continue
      }
      let old = before.column(origin)
      let new = after.column(origin)
      // Few pairs of cells occur; each is compared once.
      var known: [UInt64: Int32] = [:]
      pairs.append(
        codes.map { code in
          let cells = (code.before.map { old.index[$0] }, code.after.map { new.index[$0] })
          let key = UInt64(cells.0 ?? .max) << 32 | UInt64(cells.1 ?? .max)
          if let number = known[key] { return number }
          let change = RateChange(
            cells.0.map { old.cells[Int($0)] }, cells.1.map { new.cells[Int($0)] })
          var number: Int32 = -1
          if let change {
            number = numbers[change] ?? Int32(kinds.count)
            if number == kinds.count {
              numbers[change] = number
              kinds.append(change)
            }
          }
          known[key] = number
          return number
        })
      pairNumbers[pair] = pairs.count - 1
      pairOfOrigin.append(pairs.count - 1)
    }
    self.kinds = kinds
    self.pairs = pairs
    self.pairOfOrigin = pairOfOrigin
    order = before.origins.indices.sorted { before.origins[$0] < before.origins[$1] }
  }

  /// How many cells there are, of codes of either day.
  public var cellCount: Int { codes.count * order.count }

  /// Every cell that differs, by code, then origin.
  ///
  /// - Parameter body: gets the code, the origin and the position in ``kinds``.
  public func forEach(
    _ body: (_ code: HTSCode, _ origin: CountryCode, _ kind: Int) throws -> Void
  ) rethrows {
    for position in codes.indices {
      for origin in order {
        let kind = pairs[pairOfOrigin[origin]][position]
        if kind >= 0 { try body(codes[position].code, before.origins[origin], Int(kind)) }
      }
    }
  }

  public static let header = [
    "hts", "origin", "status_before", "status_after", "rate_before", "rate_after",
    "additional_rate_before", "additional_rate_after", "came", "went", "changed",
  ]

  /// Writes the cells that differ as comma-separated text.
  public func write(_ sink: ([UInt8]) throws -> Void) throws {
    var writer = CSVWriter()
    writer.append(Self.header)
    var bytes = writer.drain()
    let ends = kinds.map(Self.end)
    try forEach { code, origin, kind in
      bytes += "\(code.digits),\(origin.text),".utf8
      bytes += ends[kind]
      if bytes.count > 1 << 20 {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink(bytes)
  }

  private static func end(of change: RateChange) -> [UInt8] {
    var writer = CSVWriter()
    let measures = change.measures
    func list(_ some: [RateChange.Measure], _ rate: (RateChange.Measure) -> String) -> String {
      some.map { "\($0.measure)=\(rate($0))" }.joined(separator: " ")
    }
    func text(_ rate: Fraction?) -> String { rate?.decimalText() ?? "" }
    writer.append([
      change.before?.status.rawValue ?? "", change.after?.status.rawValue ?? "",
      text(change.before?.rate), text(change.after?.rate),
      text(change.before?.additionalRate), text(change.after?.additionalRate),
      list(measures.filter { $0.before == nil }) { text($0.after) },
      list(measures.filter { $0.after == nil }) { text($0.before) },
      list(measures.filter { $0.before != nil && $0.after != nil }) {
        "\(text($0.before))>\(text($0.after))"
      },
    ])
    return writer.bytes
  }

  private static func merged(
    _ before: [HTSCode], _ after: [HTSCode]
  ) -> [(code: HTSCode, before: Int?, after: Int?)] {
    var merged: [(code: HTSCode, before: Int?, after: Int?)] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if new == after.count || (old < before.count && before[old] < after[new]) {
        merged.append((before[old], old, nil))
        old += 1
      } else if old == before.count || after[new] < before[old] {
        merged.append((after[new], nil, new))
        new += 1
      } else {
        merged.append((before[old], old, new))
        old += 1
        new += 1
      }
    }
    return merged
  }
}
