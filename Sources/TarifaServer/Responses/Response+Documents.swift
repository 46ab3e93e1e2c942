import HTTPTypes
import Hummingbird
import JSONText

extension Response {
  init(_ problem: Problem) {
    var headers = problem.headers
    headers[.contentType] = MediaType.problem
    headers[.cacheControl] = "no-store"
    self.init(
      status: problem.kind.status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: problem.json.text)))
  }

  /// A document that is made anew each time.
  init(_ document: JSONValue, status: HTTPResponse.Status = .ok) {
    self.init(
      status: status, headers: [.contentType: MediaType.json, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: document.text)))
  }

  /// The bytes of an answer, or only that the client has them already.
  ///
  /// - Parameter isKept: whether a client may keep them; it has to ask each time whether they still hold, since law
  ///   and data come with the program.
  init(bytes: [UInt8], tag: EntityTag, to request: Request, isKept: Bool) {
    var headers: HTTPFields = [
      .contentType: MediaType.json, .eTag: tag.text,
      .cacheControl: isKept ? "private, no-cache" : "no-store",
    ]
    if isKept, let condition = request.headers[.ifNoneMatch], tag.isNamed(in: condition) {
      headers[.contentType] = nil
      self.init(status: .notModified, headers: headers)
      return
    }
    self.init(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// The answer to a question: 422 with the same document where it answers nothing.
  init(_ asked: Asked, to request: Request, isKept: Bool) {
    self.init(
      bytes: asked.bytes, tag: asked.tag, to: request, isKept: isKept && asked.refusal == nil)
    if asked.refusal != nil { status = .unprocessableContent }
  }
}
