import Foundation

/// Bytes over a socket, for what a well-behaved client does not send.
enum RawClient {
  struct Failure: Error {}

  /// A request as it goes over the socket.
  ///
  /// - Parameter length: what it says of its body; the body's own length without it.
  static func request(
    _ method: String, _ path: String, _ headers: [String] = [], body: String = "",
    length: Int? = nil, closes: Bool = true
  ) -> String {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost"] + headers
    if closes { lines.append("Connection: close") }
    if method != "GET" { lines.append("Content-Length: \(length ?? body.utf8.count)") }
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  static let health = request("GET", "/health")

  static let json = "Content-Type: application/json"

  /// Sends bytes and gives all that comes until the server closes.
  static func ask(port: Int, _ text: String) async throws -> String {
    try await onThread {
      let socket = try open(port: port)
      defer { close(socket) }
      send(socket, text)
      return rest(socket)
    }
  }

  /// Work that blocks, away from the threads that all tasks share.
  static func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
  }

  /// - Parameter receives: bytes that the system keeps for this end; its own choice when zero.
  static func open(port: Int, receives: Int32 = 0) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if receives > 0 {
      var size = receives
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else {
      close(descriptor)
      throw Failure()
    }
    return descriptor
  }

  @discardableResult
  static func send(_ socket: Int32, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  static func rest(_ socket: Int32) -> String {
    var (all, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += buffer[..<count]
    }
  }
}
