import HTTPTypes

/// The kinds of problem; docs/server.md lists them.
enum ProblemKind: String, CaseIterable, Sendable {
  case malformed, wrongParameter = "wrong-parameter", foreign, missing
  case wrongMethod = "wrong-method", tooLarge = "too-large", wrongType = "wrong-type"
  case wrongHost = "wrong-host", noAnswer = "no-answer", noPicture = "no-picture"
  case store, busy, left, fault

  /// Those that clients may see.
  static let told = allCases.filter { $0 != .left }

  /// A name that does not change; it is no address.
  var type: String { "urn:tarifa:problem:\(rawValue)" }

  var status: HTTPResponse.Status {
    switch self {
    case .malformed, .wrongParameter: .badRequest
    case .foreign: .forbidden
    case .missing: .notFound
    case .wrongMethod: .methodNotAllowed
    case .tooLarge: .contentTooLarge
    case .wrongType: .unsupportedMediaType
    case .wrongHost: .misdirectedRequest
    case .noAnswer: .unprocessableContent
    case .noPicture: .notImplemented
    case .store: .serviceUnavailable
    case .busy: .serviceUnavailable
    // As nginx writes it in its log; no client sees it.
    case .left: HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request")
    case .fault: .internalServerError
    }
  }

  var title: String {
    switch self {
    case .malformed: "The request cannot be read"
    case .wrongParameter: "A parameter needs mending"
    case .foreign: "Pages of another site may not ask"
    case .missing: "There is nothing here"
    case .wrongMethod: "The path knows other methods"
    case .tooLarge: "The request is too large"
    case .wrongType: "The body is of another type than is read here"
    case .wrongHost: "The server is not called so"
    case .noAnswer: "The question has no answer"
    case .noPicture: "Pictures of pixels cannot be made here"
    case .store: "The store cannot be used"
    case .busy: "Too much is asked at once"
    case .left: "Nobody waits for the answer"
    case .fault: "A fault of Tarifa; please report it"
    }
  }
}
