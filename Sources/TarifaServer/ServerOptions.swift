/// Where the server listens and what it may be called.
public struct ServerOptions: Sendable {
  /// The address it listens on.
  public var host = ServerOptions.loopback
  /// Zero takes any free port.
  public var port = 8787
  /// Names by which clients may call it beside those of loopback and ``host``.
  public var names: [String] = []
  /// The file of the store; `nil` for the usual place.
  public var store: String?
  public var limits = ServerLimits()

  public static let loopback = "127.0.0.1"

  public init() {}
}
