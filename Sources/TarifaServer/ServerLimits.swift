/// What the server lets one client, and all together, take up.
public struct ServerLimits: Sendable {
  /// Bytes of a body; the text of an action with its goods has some hundred thousand.
  public var body = 1 << 20
  /// Bytes of a table of entries: some six million rows. Its priced rows, about as large, lie in a file of the temporary
  /// folder until they are taken.
  public var batch = 64 << 20
  /// Bytes of the line and the headers of a request.
  public var headers = 16 << 10
  /// Open connections; further ones wait in the system's queue.
  public var connections = 2_048
  /// Quick questions waiting for a place.
  public var quickQueue = 1_024
  /// Heavy questions answered at once: a model uses several cores by itself.
  public var heavy = 2
  /// Heavy questions waiting for a place.
  public var heavyQueue = 16
  /// Tables of entries held at once, from the first byte that comes to the last that goes; none waits.
  public var batches = 4
  /// For the headers of a request, and between requests of a connection.
  public var idle: Duration = .seconds(30)
  /// For the first bytes of a body; each further second must bring ``slowestBody``.
  public var bodyGrace: Duration = .seconds(15)
  /// Bytes a second.
  public var slowestBody = 16 << 10
  /// How long a client may take no byte of an answer.
  public var stalledAnswer: Duration = .seconds(60)

  public init() {}
}
