public import Hummingbird
import NIOCore

/// What belongs to one request.
public struct ServerContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  let channel: any Channel
  /// A random number of 32 hexadecimal digits, by which the log and a problem report find each other. The library's own
  /// is kept in the log alone, and is not there with a log that keeps nothing.
  let requestID: String

  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
    requestID = (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
