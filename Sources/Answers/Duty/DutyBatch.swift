import Foundation
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
  ///   - reading: gives at most so many bytes of comma-separated text, none at the end.
  ///   - write: takes the output in pieces.
  /// - Throws: ``RequestError`` when the file itself cannot be read; a bad row is an answer.
  public func price(
    reading: (Int) throws -> [UInt8], write: ([UInt8]) throws -> Void
  ) throws -> Summary {
    var run = begin()
    while true {
      let part = try reading(BatchPieces.pieceSize)
      guard !part.isEmpty else { return try run.finish(write: write) }
      try run.add(part, write: write)
    }
  }

  /// A run for text that comes in parts.
  public func begin() -> BatchRun { BatchRun(books: books, threads: threads) }
}
