import Foundation
import Hummingbird
import JSONText
import Logging
import ServiceLifecycle
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

  /// Another server on the same store.
  func again() throws -> TarifaServer {
    var options = ServerOptions()
    options.port = 0
    options.store = folder.appendingPathComponent("store.sqlite").path
    return TarifaServer(options, log: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func test<Value: Sendable>(
    _ body: @Sendable (ServerClient) async throws -> Value
  ) async throws -> Value {
    try await Self.test(server, body)
  }

  /// Runs a server on a port of its own while its client asks.
  static func test<Value: Sendable>(
    _ server: TarifaServer, _ body: @Sendable (ServerClient) async throws -> Value
  ) async throws -> Value {
    let (ports, port) = AsyncStream<Int>.makeStream()
    let application = server.application { port.yield($0) }
    let services = ServiceGroup(services: [application], logger: application.logger)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { port.finish() }
        try await services.run()
      }
      guard let port = await ports.first(where: { _ in true }) else {
        try await group.waitForAll()
        throw RawClient.Failure()
      }
      do {
        let value = try await body(ServerClient(port: port))
        await services.triggerGracefulShutdown()
        try await group.waitForAll()
        return value
      } catch {
        await services.triggerGracefulShutdown()
        throw error
      }
    }
  }

  /// The text of a query or form.
  static func form(_ parameters: [(String, String)]) -> String {
    let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
    return parameters.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
    }.joined(separator: "&")
  }
}
