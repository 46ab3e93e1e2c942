import Dispatch
import Foundation
import TabularText
public import TariffLaw

/// Prices a file of entries: one row out for each row in, in order, refused rows included.
public struct DutyBatch: Sendable {
  private let books: BatchBooks
  private let threads: Int

  /// The columns written.
  public static let header = [
    "id", "status", "rate", "additional_rate", "rate_low", "rate_high", "duty", "edition", "detail",
  ]

  /// - Parameters:
  ///   - others: the law of an importer named in the file; `nil` where it is not held.
  ///   - threads: how many work at once; as many as there are cores without it.
  public init(
    book: LawBook, knownOn: Day? = nil, threads: Int? = nil,
    others: @escaping @Sendable (String) throws -> LawBook? = { _ in nil }
  ) {
    books = BatchBooks(book, knownOn: knownOn, others: others)
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Counts of rows by status.
  public struct Summary: Sendable {
    public internal(set) var rows = 0
    public internal(set) var byStatus: [EntryStatus: Int] = [:]

    /// Rows that say what is owed.
    public var accepted: Int { byStatus.reduce(0) { $0 + ($1.key.isAnswer ? $1.value : 0) } }
    /// Rows that say why they do not.
    public var rejected: Int { byStatus.reduce(0) { $0 + ($1.key.isAnswer ? 0 : $1.value) } }

    mutating func add(_ other: Summary) {
      rows += other.rows
      byStatus.merge(other.byStatus) { $0 + $1 }
    }
  }

  /// Prices text that is in memory.
  public func price(
    _ input: [UInt8], write: ([UInt8]) throws -> Void
  ) throws -> Summary {
    var offset = 0
    return try price(
      reading: { count in
        let end = min(offset + count, input.count)
        defer { offset = end }
        return Array(input[offset..<end])
      }, write: write)
  }

  /// Prices a stream: memory does not grow with it.
  ///
  /// - Parameters:
  ///   - reading: gives at most so many bytes of comma-separated text, none at the end. The columns
  ///     are `id,hts,origin,date,value,quantity,unit,claims,facts,importer`; the last six may be
  ///     missing. Several claims or facts are separated by `;`.
  ///   - write: takes the output in pieces.
  /// - Throws: ``RequestError`` when the file itself cannot be read; a bad row is an answer.
  public func price(
    reading: (Int) throws -> [UInt8], write: ([UInt8]) throws -> Void
  ) throws -> Summary {
    try withoutActuallyEscaping(reading) { reading in
      var reader = BatchReader(reading)
      guard var (first, line) = try reader.next() else {
        throw RequestError(field: "--batch", message: "the file is empty; it needs a header")
      }
      let columns = try Self.header(&first, &line)
      var writer = CSVWriter()
      writer.append(Self.header)
      try write(writer.drain())

      let workers = (0..<threads).map { _ in Worker(BatchWorker(columns: columns, books: books)) }
      var summary = Summary()
      var pieces = [(bytes: first, line: line)]
      while !pieces.isEmpty {
        while pieces.count < threads, let piece = try reader.next() { pieces.append(piece) }
        let round = pieces
        DispatchQueue.concurrentPerform(iterations: round.count) { position in
          workers[position].work(round[position].bytes, line: round[position].line)
        }
        for position in round.indices {
          let done = try workers[position].result.get()
          summary.add(done.summary)
          try write(done.rows)
        }
        pieces = []
        if let piece = try reader.next() { pieces.append(piece) }
      }
      return summary
    }
  }

  /// Takes the header off the first piece.
  private static func header(_ piece: inout [UInt8], _ line: inout Int) throws -> BatchColumns {
    var reader = CSVReader(piece)
    guard let header = try reader.next() else {
      throw RequestError(field: "--batch", message: "the file is empty; it needs a header")
    }
    let columns = try BatchColumns(header)
    piece.removeSubrange(..<reader.offset)
    line += reader.linesRead
    return columns
  }

  /// A worker that one thread at a time uses.
  private final class Worker: @unchecked Sendable {
    private var worker: BatchWorker
    private(set) var result: Result<(rows: [UInt8], summary: Summary), any Error> =
      .success(([], Summary()))

    init(_ worker: BatchWorker) { self.worker = worker }

    func work(_ bytes: [UInt8], line: Int) {
      result = Result { try worker.price(bytes, line: line) }
    }
  }
}
