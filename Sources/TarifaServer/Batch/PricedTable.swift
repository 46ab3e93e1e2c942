import Answers
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// A table that is priced as it comes, with its rows in a file until the client takes them.
///
/// The rows are not sent while more come in: many clients take nothing of an answer before they have sent all, and
/// would then wait for each other with the server. The file has no name, so that nothing is left when the process ends.
final class PricedTable: Sendable {
  private let run: Mutex<BatchRun>
  private let rows: FileHandle
  private let lane: WorkLane

  /// - Parameter lane: where the pricing is done, in steps.
  /// - Throws: an error of the system when there is no room for files.
  init(_ batch: DutyBatch, in lane: WorkLane) throws {
    var name = Array(
      FileManager.default.temporaryDirectory.appendingPathComponent("tarifa-XXXXXX").path
        .utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    unlink(name)
    rows = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    run = Mutex(batch.begin())
    self.lane = lane
  }

  /// Takes the next part of the table.
  ///
  /// - Throws: `RequestError` when the table itself cannot be read; a bad row is an answer.
  func add(_ part: [UInt8]) async throws {
    try await lane.run { [self] in
      Result { try run.withLock { try $0.add(part) { try rows.write(contentsOf: $0) } } }
    }.get()
  }

  /// Prices what is left.
  ///
  /// - Parameter place: is kept until the client has all.
  /// - Returns: the rows, and their numbers as headers.
  func response(holding place: Places.Place) async throws -> Response {
    let (summary, length) = try await lane.run { [self] in
      Result {
        let summary = try run.withLock {
          try $0.finish { try rows.write(contentsOf: $0) }
        }
        let length = try rows.offset()
        try rows.seek(toOffset: 0)
        return (summary, Int(length))
      }
    }.get()
    var headers: HTTPFields = [.contentType: MediaType.csv, .cacheControl: "no-store"]
    headers[named: "Tarifa-Read"] = "\(summary.rows)"
    headers[named: "Tarifa-Accepted"] = "\(summary.accepted)"
    headers[named: "Tarifa-Rejected"] = "\(summary.rejected)"
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody(contentLength: length) { [self] writer in
        while let piece = try await next(), !piece.isEmpty {
          try await writer.write(slicing: piece)
        }
        try await writer.finish(nil)
        withExtendedLifetime(place) {}
      })
  }

  /// The next rows from the file.
  private func next() async throws -> [UInt8]? {
    try await lane.run { [rows] in
      Result { try rows.read(upToCount: 1 << 20).map { [UInt8]($0) } }
    }.get()
  }
}
