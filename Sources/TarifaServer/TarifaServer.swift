import Foundation
import HTTPTypes
package import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import Questions

/// The questions of the command line over HTTP.
public struct TarifaServer: Sendable {
  private let options: ServerOptions
  private let log: Logger
  private let clients = ConnectedClients()
  package let reception: Reception

  public init(
    _ options: ServerOptions, log: Logger = Logger(label: "tarifa") { _ in JSONLog() }
  ) {
    self.options = options
    self.log = log
    reception = Reception(options, cores: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Listens until the process is told to end (SIGINT, SIGTERM); requests that began are answered first.
  ///
  /// - Parameter ready: is told the port when requests are taken.
  /// - Throws: an error of the system when the address cannot be had.
  public func run(ready: @escaping @Sendable (Int) -> Void) async throws {
    try await application(ready: ready).runService()
  }

  package func application(
    ready: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let (limits, clients) = (options.limits, clients)
    var channel = HTTP1Channel.Configuration(
      additionalChannelHandlers: [SlowClients(limits), ClientWatch(clients)],
      idleTimeout: TimeAmount(limits.idle))
    channel.httpDecoder = .init(
      maxHeaderFieldSize: limits.headers, maxHeaderListSize: limits.headers,
      maxHeaderFieldCount: 100)
    return Application(
      router: router(), server: .http1(configuration: channel),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port), serverName: nil, backlog: 1_024,
        availableConnectionsDelegate: MaximumAvailableConnections(
          limits.connections, logger: log)),
      onServerRunning: { channel in
        // The first question finds the law open.
        _ = try? await reception.quick.run { [desk = reception.desk] in
          _ = try? desk.book(LawTerms())
        }
        ready(channel.localAddress?.port ?? options.port)
      },
      logger: log)
  }

  private func router() -> Router<ServerContext> {
    let router = Router(context: ServerContext.self, options: [.autoGenerateHeadEndpoints])
    let measurements = Measurements()
    router.add(middleware: RequestRecord(measurements: measurements))
    router.add(middleware: HostCheck(options))
    for route in Route.all {
      router.add(route, reception, clients, measurements, options.limits)
    }
    DutyBatchPath(reception: reception, limits: options.limits).add(to: router)
    let keeper = ScenarioKeeper(reception: reception, path: options.store)
    ScenarioPaths(
      reception: reception, clients: clients, keeper: keeper, limits: options.limits,
      routes: Route.all
    ).add(to: router)
    StatePaths(reception: reception, measurements: measurements).add(to: router)
    PagePaths(
      desk: PageDesk(reception: reception), keeper: keeper, clients: clients,
      limits: options.limits
    ).add(to: router)
    for (path, methods) in Self.methods { router.refuseOthers(at: path, than: methods) }
    return router
  }

  /// The methods that each path knows; pages see to theirs.
  private static var methods: [(path: String, methods: Set<HTTPRequest.Method>)] {
    var methods: [(path: String, methods: Set<HTTPRequest.Method>)] = []
    for route in Route.all { methods.append((route.fullPath, [route.httpMethod])) }
    for path in StatePaths.all + [ScenarioPaths.one, ScenarioPaths.answer] {
      methods.append((path, [.get]))
    }
    for path in [DutyBatchPath.path, ScenarioPaths.all] { methods.append((path, [.post])) }
    return methods
  }
}
