import Answers
import HTTPTypes
import Hummingbird
import Questions

/// A table of entries, priced: one row out for each row in, in order, refused rows included.
struct DutyBatchPath: Sendable {
  static let path = "/v1/duty/batch"

  let reception: Reception
  let limits: ServerLimits

  func add(to router: some RouterMethods<ServerContext>) {
    router.post(RouterPath(Self.path)) { request, _ in
      let batch = try await batch(request)
      // The whole body first: many clients take nothing of an answer before they have sent all.
      let table = try await request.bytes(limit: limits.batch)
      let (streamed, writer) = StreamedTable.pair()
      try reception.start(reception.batches) { writer.price(table, batch) }
      return try await Self.response(streamed)
    }
  }

  private func batch(_ request: Request) async throws -> DutyBatch {
    let fields = DutyBatchQuestion.form.fields.map { RouteField($0) }
    let question: DutyBatchQuestion
    do {
      question = try DutyBatchQuestion(try request.queryParameters())
    } catch let error as RequestError {
      throw Problem(error, of: fields)
    }
    _ = try request.mediaType(among: [MediaType.csv])
    return try await reception.run(reception.quick) {
      [desk = reception.desk] () -> Result<DutyBatch, Problem> in
      do throws(Refusal) {
        return .success(try question.answer(at: desk))
      } catch {
        return .failure(Problem(error, of: fields))
      }
    }.get()
  }

  private static let counts = ["Tarifa-Read", "Tarifa-Accepted", "Tarifa-Rejected"]

  /// The header of the table is there before the response begins, so that a table that cannot be read is a problem.
  private static func response(_ streamed: StreamedTable) async throws -> Response {
    let first: [UInt8]?
    do {
      var pieces = streamed.pieces.makeAsyncIterator()
      first = try await pieces.next()
    } catch let error as RequestError {
      throw Problem(.wrongParameter, error.message, field: "body")
    }
    var headers: HTTPFields = [.contentType: MediaType.csv, .cacheControl: "no-store"]
    headers[.trailer] = counts.joined(separator: ", ")
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        if let first { try await writer.write(ByteBuffer(bytes: first)) }
        streamed.taken()
        for try await piece in streamed.pieces {
          try await writer.write(ByteBuffer(bytes: piece))
          streamed.taken()
        }
        var trailers = HTTPFields()
        if let summary = streamed.summary {
          let values = [summary.rows, summary.accepted, summary.rejected]
          for (name, value) in zip(counts, values) { trailers[named: name] = "\(value)" }
        }
        try await writer.finish(trailers)
      })
  }
}
