import Answers
import HTTPTypes
import JSONText
import Questions

/// Why a request got no answer, as problem details (RFC 9457).
public struct Problem: Error, Hashable, Sendable {
  let kind: ProblemKind
  /// What is wrong here.
  let detail: String
  /// The parameter it is about.
  var field: String?
  /// What to do about it.
  var mend: String?
  var headers = HTTPFields()

  init(
    _ kind: ProblemKind, _ detail: String, field: String? = nil, mend: String? = nil,
    headers: HTTPFields = HTTPFields()
  ) {
    self.kind = kind
    self.detail = detail
    self.field = field
    self.mend = mend
    self.headers = headers
  }

  init(_ error: RequestError, of fields: [RouteField]) {
    self.init(.wrongParameter, error.message, field: error.field, of: fields)
  }

  init(_ refusal: Refusal, of fields: [RouteField]) {
    switch refusal {
    case .mend(let field, let message):
      self.init(.wrongParameter, message, field: field, of: fields)
    case .usage(let message): self.init(.wrongParameter, message)
    case .fault: self.init(.fault, refusal.message)
    case .stopped: self = .left
    }
  }

  private init(
    _ kind: ProblemKind, _ detail: String, field: String, of fields: [RouteField]
  ) {
    let known = fields.first { $0.name == field }
    self.init(
      kind, detail, field: field.isEmpty ? nil : field,
      mend: known.map { "\($0.name): \($0.words)" })
  }

  /// Nobody reads it, but the log and the measurements have it.
  static let left = Problem(.left, "the client went away")

  var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("type", .string(kind.type)), ("title", .string(kind.title)),
      ("status", .integer(kind.status.code)), ("detail", .string(detail)),
    ]
    if let field { members.append(("field", .string(field))) }
    if let mend { members.append(("mend", .string(mend))) }
    return .object(members)
  }
}
