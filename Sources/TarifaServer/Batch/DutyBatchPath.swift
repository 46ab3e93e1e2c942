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
      guard let place = reception.tables.take() else {
        throw Problem(
          .busy, "\(reception.tables.count) tables are priced already",
          mend: "ask again after Retry-After", headers: [.retryAfter: "5"])
      }
      let table = try PricedTable(try await batch(request), in: reception.batches)
      do {
        try await request.read(limit: limits.batch, inPartsOf: Self.part) {
          try await table.add($0)
        }
        return try await table.response(holding: place)
      } catch let error as RequestError {
        throw Problem(
          .wrongParameter, error.message, field: "body", headers: [.connection: "close"])
      }
    }
  }

  /// Bytes of a table that are handed on together.
  private static let part = 1 << 20

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
}
