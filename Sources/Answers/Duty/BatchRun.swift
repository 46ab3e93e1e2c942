import Dispatch
import TabularText

/// The pricing of a file of entries that comes in parts; memory does not grow with the file.
///
/// The columns are `id,hts,origin,date,value,quantity,unit,claims,facts,importer`; the last six may be missing. Several
/// claims or facts are separated by `;`.
public struct BatchRun: Sendable {
  private let books: BatchBooks
  private let threads: Int
  private var workers: [Worker] = []
  private var pieces = BatchPieces()
  /// Pieces that wait until there is one for each thread.
  private var round: [(bytes: [UInt8], line: Int)] = []
  private var summary = DutyBatch.Summary()

  init(books: BatchBooks, threads: Int) {
    self.books = books
    self.threads = threads
  }

  /// Takes the next part of the text, and prices when there is enough.
  ///
  /// - Throws: ``RequestError`` when the file itself cannot be read.
  public mutating func add(_ part: [UInt8], write: ([UInt8]) throws -> Void) throws {
    guard let piece = try pieces.add(part) else { return }
    try add(piece, write)
    if round.count == threads { try price(write) }
  }

  /// Prices what is left.
  ///
  /// - Returns: the counts of all rows.
  /// - Throws: ``RequestError`` when the file itself cannot be read.
  public mutating func finish(write: ([UInt8]) throws -> Void) throws -> DutyBatch.Summary {
    if let piece = pieces.finish() { try add(piece, write) }
    guard !workers.isEmpty else { throw Self.empty }
    try price(write)
    return summary
  }

  private mutating func add(
    _ piece: (bytes: [UInt8], line: Int), _ write: ([UInt8]) throws -> Void
  ) throws {
    var (bytes, line) = piece
    if workers.isEmpty {
      let columns = try Self.header(&bytes, &line)
      workers = (0..<threads).map { _ in Worker(BatchWorker(columns: columns, books: books)) }
      var writer = CSVWriter()
      writer.append(DutyBatch.header)
      try write(writer.drain())
    }
    round.append((bytes, line))
  }

  private mutating func price(_ write: ([UInt8]) throws -> Void) throws {
    defer { round = [] }
    DispatchQueue.concurrentPerform(iterations: round.count) { [workers, round] position in
      workers[position].work(round[position].bytes, line: round[position].line)
    }
    for position in round.indices {
      let done = try workers[position].result.get()
      summary.add(done.summary)
      try write(done.rows)
    }
  }

  /// Takes the header off the first piece.
  private static func header(_ piece: inout [UInt8], _ line: inout Int) throws -> BatchColumns {
    var reader = CSVReader(piece)
    guard let header = try reader.next() else { throw empty }
    let columns = try BatchColumns(header)
    piece.removeSubrange(..<reader.offset)
    line += reader.linesRead
    return columns
  }

  private static let empty = RequestError(
    field: "--batch", message: "the file is empty; it needs a header")

  /// A worker that one thread at a time uses.
  private final class Worker: @unchecked Sendable {
    private var worker: BatchWorker
    private(set) var result: Result<(rows: [UInt8], summary: DutyBatch.Summary), any Error> =
      .success(([], DutyBatch.Summary()))

    init(_ worker: BatchWorker) { self.worker = worker }

    func work(_ bytes: [UInt8], line: Int) {
      result = Result { try worker.price(bytes, line: line) }
    }
  }
}
