import NIOCore
import Synchronization

/// The clients by their connections.
final class ConnectedClients: Sendable {
  private let clients = Mutex<[ObjectIdentifier: ConnectedClient]>([:])

  /// `nil` where there is no connection, as in tests.
  func client(of channel: any Channel) -> ConnectedClient? {
    clients.withLock { $0[ObjectIdentifier(channel)] }
  }

  /// Does work that is cancelled when the client of a connection goes away.
  func whileThere<Value: Sendable>(
    _ channel: any Channel, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard let client = client(of: channel) else { return try await work() }
    return try await client.whileThere(work)
  }

  func add(_ channel: any Channel) {
    clients.withLock { $0[ObjectIdentifier(channel)] = ConnectedClient() }
  }

  func remove(_ channel: any Channel) {
    clients.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }?.leave()
  }
}
