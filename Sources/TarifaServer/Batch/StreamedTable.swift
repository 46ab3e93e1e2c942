import Answers

/// The client's end of a table that is being written; when it is let go, writing ends.
final class StreamedTable: Sendable {
  let pieces: AsyncThrowingStream<[UInt8], any Error>
  private let writer: TableWriter

  private init(_ pieces: AsyncThrowingStream<[UInt8], any Error>, _ writer: TableWriter) {
    self.pieces = pieces
    self.writer = writer
  }

  deinit { writer.stop() }

  /// - Parameter behind: how many pieces may wait for the client.
  static func pair(behind: Int = 2) -> (StreamedTable, TableWriter) {
    let (pieces, sink) = AsyncThrowingStream.makeStream(of: [UInt8].self)
    let writer = TableWriter(sink, behind: behind)
    return (StreamedTable(pieces, writer), writer)
  }

  /// Says that a piece went out.
  func taken() { writer.makeRoom() }

  /// What was written, once it all is.
  var summary: DutyBatch.Summary? { writer.summary }
}
