import JSONText

extension JSONValue {
  /// The document with another value at a path of names; members that are not there are added at the end.
  func with(_ value: JSONValue, at path: String...) -> JSONValue { with(value, path[...]) }

  private func with(_ value: JSONValue, _ path: ArraySlice<String>) -> JSONValue {
    guard let name = path.first else { return value }
    var members = object ?? []
    let inner = (self[name] ?? .object([])).with(value, path.dropFirst())
    if let position = members.firstIndex(where: { $0.name == name }) {
      members[position].value = inner
    } else {
      members.append((name, inner))
    }
    return .object(members)
  }

  /// The document with another value in an item of a list; as it is where there is no such item.
  func with(_ value: JSONValue, in list: String, _ position: Int, _ name: String) -> JSONValue {
    guard var items = self[list]?.array, items.indices.contains(position) else { return self }
    items[position] = items[position].with(value, at: name)
    return with(.array(items), at: list)
  }

  func without(_ name: String, of member: String) -> JSONValue {
    guard let members = self[member]?.object else { return self }
    return with(.object(members.filter { $0.name != name }), at: member)
  }
}
