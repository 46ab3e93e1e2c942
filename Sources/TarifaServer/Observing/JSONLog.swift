import Foundation
import JSONText
public import Logging

/// Writes one line of JSON for each event to standard error.
public struct JSONLog: LogHandler {
  public var logLevel = Logger.Level.info
  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider?

  /// The library's number of a request, beside ours.
  private static let library = "hb.request.id"

  public init() {}

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }
      .merging(event.metadata ?? [:]) { $1 }
    let line = JSONValue.object(
      [
        (
          "time",
          .string(Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        ),
        ("level", .string(event.level.rawValue)), ("message", .string("\(event.message)")),
      ]
        + all.filter { $0.key != Self.library }.sorted { $0.key < $1.key }.map {
          ($0.key, Self.value($0.value))
        }
    ).line
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Numbers stay numbers.
  private static func value(_ value: Logger.Metadata.Value) -> JSONValue {
    switch value {
    case .string(let text): .string(text)
    case .stringConvertible(let value):
      switch value {
      case let number as Int: .integer(number)
      case let number as Double: .double(number)
      default: .string("\(value)")
      }
    case .array(let items): .array(items.map { Self.value($0) })
    case .dictionary(let members):
      .object(members.sorted { $0.key < $1.key }.map { ($0.key, Self.value($0.value)) })
    }
  }
}
