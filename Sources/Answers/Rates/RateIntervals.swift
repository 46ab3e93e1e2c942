import Dispatch
import Foundation
public import JSONText
import TabularText
public import TariffLaw

/// The rates of a span of days for many goods and origins, as a table of intervals: one row for each
/// run of days with the same answer.
public struct RateIntervals: Sendable {
  public static let header = [
    "hts", "origin", "from", "until", "status", "rate", "additional_rate", "detail",
  ]

  /// What the table held, counted while it was written.
  public struct Summary: Sendable {
    public let span: ClosedRange<Day>
    public fileprivate(set) var rows = 0
    public fileprivate(set) var codes = 0
    public let origins: Int
    /// The stretches of days in which neither the law nor the schedule changes.
    public let stretches: Int
    /// The different laws over all days and origins.
    public let laws: Int
    /// Goods asked for that no edition of the span has, though others do.
    public let withoutRows: [HTSCode]
    public fileprivate(set) var byStatus: [EntryStatus: Int] = [:]

    public var json: JSONValue {
      .object([
        ("from", .day(span.lowerBound)),
        ("until", .day(span.upperBound)),
        ("codes", .integer(codes)),
        ("origins", .integer(origins)),
        ("rows", .integer(rows)),
        ("stretches_of_days", .integer(stretches)),
        ("laws", .integer(laws)),
        ("without_rows", .array(withoutRows.map { .string($0.digits) })),
        (
          "rows_by_status",
          .object(
            byStatus.sorted { $0.key.rawValue < $1.key.rawValue }
              .map { (name: $0.key.rawValue, value: .integer($0.value)) })
        ),
      ])
    }
  }

  private let law: SpanLaw
  private let goods: [HTSCode]?
  /// Goods asked for that other days have and the span does not.
  private let withoutRows: [HTSCode]
  /// Origins in the order of their codes.
  private let order: [Int]

  /// Codes worked on at a time: memory is in proportion, and what laws have in common is found again
  /// for each piece.
  private static let pieceSize = 1500

  /// - Throws: ``RequestError`` for days outside the law or unknown goods or origins.
  public init(
    _ request: RatesRequest, from: Day, to: Day, book: LawBook, knownOn: Day? = nil
  ) throws(RequestError) {
    let span = try book.span(from: from, to: to)
    let origins = try request.known(in: book)
    guard let law = SpanLaw(book, over: span, origins: origins, knownOn: knownOn) else {
      throw RequestError(field: "from", message: "no edition of the schedule is held for \(from).")
    }
    self.law = law
    goods = request.goods
    order = origins.indices.sorted { origins[$0] < origins[$1] }
    let missing = (request.goods ?? []).filter { !law.hasRates(under: $0) }
    if let never = missing.first(where: { !book.schedule.hasAnything(under: $0) }) {
      throw RequestError(
        field: "hts",
        message: "no edition of the schedule has \(never.dotted) or anything under it")
    }
    withoutRows = missing
  }

  /// Writes the table as comma-separated text, by code, then origin, then day. Memory does not grow
  /// with the number of codes.
  ///
  /// - Throws: ``LawBookError`` when the law or the data is damaged, and what `sink` throws.
  public func write(_ sink: ([UInt8]) throws -> Void) throws -> Summary {
    var summary = Summary(
      span: law.span, origins: law.origins.count, stretches: law.stretchCount, laws: law.lawCount,
      withoutRows: withoutRows)
    var writer = CSVWriter()
    writer.append(Self.header)
    var bytes = writer.drain()
    bytes.reserveCapacity(3 << 20)
    for piece in law.pieces(of: goods, size: Self.pieceSize) {
      try write(try worked(SpanPanelDraft(law, piece)), into: &bytes, &summary, sink)
    }
    try sink(bytes)
    return summary
  }

  private func write(
    _ panel: SpanPanel, into bytes: inout [UInt8], _ summary: inout Summary,
    _ sink: ([UInt8]) throws -> Void
  ) throws {
    let names = order.map { Array("\(panel.origins[$0].text),".utf8) }
    let firsts = panel.stretches.map { Array("\($0.lowerBound),".utf8) }
    let lasts = panel.stretches.map { Array("\($0.upperBound),".utf8) }
    let ends = panel.cells.map(RatesTable.end)
    let statuses = panel.cells.map(\.status)
    for code in panel.codes.indices {
      let name = Array("\(panel.codes[code].digits),".utf8)
      // Origins of one kind have the same rows.
      let runs = (0..<panel.kindsOfOrigin).map { panel.runs(code, kind: $0) }
      guard runs.contains(where: { !$0.isEmpty }) else { continue }
      summary.codes += 1
      for (position, origin) in order.enumerated() {
        for run in runs[panel.kind(of: origin)] {
          bytes += name
          bytes += names[position]
          bytes += firsts[run.first]
          bytes += lasts[run.last]
          bytes += ends[run.cell]
          summary.rows += 1
          summary.byStatus[statuses[run.cell], default: 0] += 1
        }
        if bytes.count > 1 << 21 {
          try sink(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
    }
  }

  /// Works out a piece on as many cores as there are.
  private func worked(_ draft: SpanPanelDraft) throws -> SpanPanel {
    let results = Results(draft.lawCount)
    DispatchQueue.concurrentPerform(iterations: draft.lawCount) { number in
      results.set(number, Result { try draft.worked(number) })
    }
    return draft.finish(try results.all())
  }

  /// What the cores found, by law.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var found: [Result<SpanPanelDraft.Worked, any Error>?]

    init(_ count: Int) { found = Array(repeating: nil, count: count) }

    func set(_ position: Int, _ result: Result<SpanPanelDraft.Worked, any Error>) {
      lock.withLock { found[position] = result }
    }

    func all() throws -> [SpanPanelDraft.Worked] {
      try lock.withLock { try found.compactMap { try $0?.get() } }
    }
  }
}
