import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSONText
import Logging
import NIOCore
import TarifaServer

/// A server in process with a store of its own, and how to ask it.
final class ServerFixture: Sendable {
  let folder: URL
  let server: TarifaServer

  init(_ change: (inout ServerOptions) -> Void = { _ in }) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tarifa-server-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var options = ServerOptions()
    options.port = 0
    options.store = folder.appendingPathComponent("store.sqlite").path
    change(&options)
    server = TarifaServer(options, log: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Asks in process, without a socket.
  func test<Value: Sendable>(
    _ body: @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    try await server.application().test(.router, body)
  }

  /// The text of a query or form.
  static func form(_ parameters: [(String, String)]) -> String {
    let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
    return parameters.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
    }.joined(separator: "&")
  }
}

extension TestResponse {
  var bytes: [UInt8] { Array(body.readableBytesView) }

  /// The body as JSON, with its problem's parts.
  var document: JSONValue { get throws { try JSONValue(parsing: bytes) } }
}

extension TestClientProtocol {
  func post(
    _ uri: String, _ text: String, type: String = "application/json"
  ) async throws -> TestResponse {
    try await execute(
      uri: uri, method: .post, headers: [.contentType: type], body: ByteBuffer(string: text))
  }

  func get(_ uri: String, headers: HTTPFields = [:]) async throws -> TestResponse {
    try await execute(uri: uri, method: .get, headers: headers, body: nil)
  }
}
