import NIOCore
import Synchronization

/// The clients by their connections.
final class ConnectedClients: Sendable {
  private let clients = Mutex<[ObjectIdentifier: ConnectedClient]>([:])

  /// `nil` where there is no connection, as in tests.
  func client(of channel: any Channel) -> ConnectedClient? {
    clients.withLock { $0[ObjectIdentifier(channel)] }
  }

  func add(_ channel: any Channel) {
    clients.withLock { $0[ObjectIdentifier(channel)] = ConnectedClient() }
  }

  func remove(_ channel: any Channel) {
    clients.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }?.leave()
  }
}
