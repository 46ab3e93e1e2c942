/// A value with its place in the document it comes from, so that what is missing can be named.
///
/// ```swift
/// let change = try JSONPlace(answer).at("balance", "total", "change").number()
/// ```
public struct JSONPlace: Sendable {
  public let value: JSONValue
  /// `lines[3].rate`; empty for the whole document.
  public let path: String

  public init(_ document: JSONValue) { self.init(document, path: "") }

  private init(_ value: JSONValue, path: String) {
    self.value = value
    self.path = path
  }

  /// The value under names, one inside the other.
  ///
  /// - Throws: ``JSONShapeError`` when a name is missing.
  public func at(_ names: String...) throws(JSONShapeError) -> JSONPlace {
    var place = self
    for name in names { place = try place.member(name) }
    return place
  }

  /// A member, or `nil` where the name is missing or its value `null`.
  public func optional(_ name: String) -> JSONPlace? {
    guard let member = value[name], !member.isNull else { return nil }
    return JSONPlace(member, path: path(to: name))
  }

  private func member(_ name: String) throws(JSONShapeError) -> JSONPlace {
    guard value.object != nil else { throw lacking("an object") }
    guard let member = value[name] else {
      throw JSONShapeError(path: path(to: name), expected: "a value", found: "nothing")
    }
    return JSONPlace(member, path: path(to: name))
  }

  private func path(to name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// The items of a list, each with its place.
  public func items() throws(JSONShapeError) -> [JSONPlace] {
    guard let items = value.array else { throw lacking("a list") }
    return items.enumerated().map { JSONPlace($1, path: "\(path)[\($0)]") }
  }

  public func text() throws(JSONShapeError) -> String {
    guard let text = value.string else { throw lacking("a text") }
    return text
  }

  /// A finite number.
  public func number() throws(JSONShapeError) -> Double {
    guard let number = value.number else { throw lacking("a number") }
    return number
  }

  /// A whole number, also where it is written `3.0`.
  public func integer() throws(JSONShapeError) -> Int {
    guard let number = value.number, let whole = Int(exactly: number) else {
      throw lacking("a whole number")
    }
    return whole
  }

  public func bool() throws(JSONShapeError) -> Bool {
    guard let bool = value.bool else { throw lacking("true or false") }
    return bool
  }

  /// What to throw where something else is needed than what stands here.
  public func lacking(_ expected: String) -> JSONShapeError {
    let found =
      switch value {
      case .object: "an object"
      case .array(let items): items.isEmpty ? "an empty list" : "a list"
      case .string(let text): "'\(text.count > 40 ? text.prefix(39) + "…" : text)'"
      case .number(let text): text
      case .bool(let value): "\(value)"
      case .null: "null"
      }
    return JSONShapeError(path: path, expected: expected, found: found)
  }
}
