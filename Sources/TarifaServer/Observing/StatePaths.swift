import HTTPTypes
import Hummingbird
import JSONText
import Questions

/// How the server is, and what it can be asked.
struct StatePaths: Sendable {
  static let health = "/health"
  static let metrics = "/metrics"
  static let description = "/v1/openapi.json"
  static let all = [health, metrics, description]

  let reception: Reception
  let measurements: Measurements

  func add(to router: some RouterMethods<ServerContext>) {
    router.get(RouterPath(Self.health)) { _, _ in
      Response(
        .object([
          ("status", .string("ok")), ("engine", .string(EngineVersion.text)),
          ("data", .string(DataVintage.hash)),
        ]))
    }
    router.get(RouterPath(Self.metrics)) { _, _ in
      let text = measurements.text(lanes: [
        ("quick", reception.quick), ("heavy", reception.heavy), ("batches", reception.batches),
      ])
      return Response(
        status: .ok,
        headers: [
          .contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store",
        ],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
    let description = Array(OpenAPIDocument().json.text.utf8)
    let tag = EntityTag(of: description)
    router.get(RouterPath(Self.description)) { request, _ in
      Response(bytes: description, tag: tag, to: request, isKept: true)
    }
  }
}
