import JSONText

/// Reads a JSON object whose names are those of the parameters.
enum JSONParameters {
  /// Texts stay as they are, numbers keep their digits, `null` is as if the name were not there, and a list stands for
  /// a parameter that repeats.
  ///
  /// - Throws: ``Problem`` with line and column for what is no JSON.
  static func parameters(
    _ bytes: [UInt8], of fields: [RouteField]
  ) throws(Problem) -> [Route.Parameter] {
    try parameters(try document(bytes), of: fields)
  }

  static func document(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(parsing: bytes)
    } catch {
      throw Problem(.malformed, "the body is no JSON: \(error)")
    }
  }

  static func parameters(
    _ document: JSONValue, of fields: [RouteField]
  ) throws(Problem) -> [Route.Parameter] {
    guard let members = document.object else {
      throw Problem(
        .malformed, "the body is JSON but no object",
        mend: "write {\"name\": value, ...} with the parameters' names")
    }
    var parameters: [Route.Parameter] = []
    for (name, value) in members {
      if let items = value.array {
        guard fields.first(where: { $0.name == name })?.repeats ?? true else {
          throw Problem(
            .wrongParameter, "takes one value, not a list", field: name, mend: "give one value")
        }
        for item in items { parameters.append((name, try text(item, name))) }
      } else if !value.isNull {
        parameters.append((name, try text(value, name)))
      }
    }
    return parameters
  }

  private static func text(_ value: JSONValue, _ name: String) throws(Problem) -> String {
    switch value {
    case .string(let text), .number(let text): return text
    case .bool(let value): return value ? "true" : "false"
    case .null, .array, .object:
      throw Problem(
        .wrongParameter, "the value is neither a text nor a number nor true or false",
        field: name, mend: "give one value, or a list of them where the parameter repeats")
    }
  }
}
