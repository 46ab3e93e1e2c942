/// A JSON value whose text is the same on every run: members keep their order, numbers keep the
/// digits they were given.
public indirect enum JSONValue: Sendable {
  case object([(name: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number already in JSON's syntax.
  case number(String)
  case bool(Bool)
  case null

  /// The shortest decimal that reads back as the same number; `null` when not finite.
  public static func double(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    if value == value.rounded(), value.magnitude < 1e15 {
      return .number(value == 0 ? "0" : "\(Int64(value))")
    }
    return .number("\(value)")
  }

  public static func integer(_ value: Int) -> JSONValue { .number("\(value)") }

  public static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}
