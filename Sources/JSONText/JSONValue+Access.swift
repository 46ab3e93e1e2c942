extension JSONValue {
  /// The value of a member; `nil` when this is no object or has no such name.
  public subscript(_ name: String) -> JSONValue? {
    object?.first { $0.name == name }?.value
  }

  public var object: [(name: String, value: JSONValue)]? {
    if case .object(let members) = self { members } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The nearest double; `nil` when this is no number, or one that is out of a double's range.
  public var number: Double? {
    guard case .number(let text) = self, let value = Double(text), value.isFinite else {
      return nil
    }
    return value
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
