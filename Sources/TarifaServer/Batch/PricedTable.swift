import Answers
import HTTPTypes
import Hummingbird

/// The rows of a table as they were priced.
struct PricedTable: Sendable {
  private let pieces: [[UInt8]]
  private let summary: DutyBatch.Summary

  /// - Throws: `RequestError` when the table itself cannot be read; a bad row is an answer.
  init(_ table: [UInt8], _ batch: DutyBatch) throws {
    var pieces: [[UInt8]] = []
    summary = try batch.price(table) { pieces.append($0) }
    self.pieces = pieces
  }

  /// The rows, and their numbers as headers.
  ///
  /// - Parameter place: is kept until the client has all.
  func response(holding place: Places.Place) -> Response {
    var headers: HTTPFields = [.contentType: MediaType.csv, .cacheControl: "no-store"]
    headers[named: "Tarifa-Read"] = "\(summary.rows)"
    headers[named: "Tarifa-Accepted"] = "\(summary.accepted)"
    headers[named: "Tarifa-Rejected"] = "\(summary.rejected)"
    let length = pieces.reduce(0) { $0 + $1.count }
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody(contentLength: length) { [pieces] writer in
        // Small ones, so that a client that takes the answer slowly is told from one that does not.
        for piece in pieces {
          for start in stride(from: 0, to: piece.count, by: Self.slice) {
            let end = min(start + Self.slice, piece.count)
            try await writer.write(ByteBuffer(bytes: piece[start..<end]))
          }
        }
        try await writer.finish(nil)
        withExtendedLifetime(place) {}
      })
  }

  private static let slice = 64 << 10
}
