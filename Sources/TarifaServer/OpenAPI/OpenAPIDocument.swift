public import JSONText
import Questions

/// The description of the interface (OpenAPI 3.1), made from the routes.
public struct OpenAPIDocument: Sendable {
  let routes: [Route]

  public init(_ routes: [Route] = Route.all) { self.routes = routes }

  public var json: JSONValue {
    let questions = routes.map { route in
      (route.fullPath, JSONValue.object([(route.method.rawValue.lowercased(), operation(route))]))
    }
    return .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("Tarifa")),
          (
            "description",
            .string(
              "What duty is owed and why, and what a trade action does. Parameters are named like the options of"
                + " the command line, and answers are its documents byte for byte. docs/server.md says more."
            )
          ),
          ("version", .string(EngineVersion.text)),
          (
            "license",
            .object([("name", .string("Apache 2.0")), ("identifier", .string("Apache-2.0"))])
          ),
        ])
      ),
      ("paths", .object(questions + fixedPaths)),
      (
        "components",
        .object([
          ("schemas", .object([("Answer", Self.answer), ("Problem", Self.problem)])),
          (
            "responses",
            .object([("Problem", Self.response("A problem.", "Problem", problem: true))])
          ),
        ])
      ),
    ])
  }

  private func operation(_ route: Route) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("operationId", .string(route.path.split(separator: "/").joined(separator: "-"))),
      ("summary", .string(route.words)),
    ]
    switch route.method {
    case .get:
      members.append(("parameters", .array(route.fields.map { Self.parameter($0) })))
    case .post:
      let schema = JSONValue.object([("schema", Self.object(route.fields))])
      members.append(
        (
          "requestBody",
          .object([
            ("required", .bool(true)),
            (
              "content",
              .object([(MediaType.json, schema), (MediaType.form, schema)])
            ),
          ])
        ))
    }
    members.append(
      (
        "responses",
        .object([
          (
            "200",
            Self.response(
              "The answer: what `tarifa \(route.command.joined(separator: " ")) --json` prints.",
              "Answer", others: route.method == .post ? [Self.events] : [])
          ),
          ("422", Self.response("A document that says why there is no answer.", "Answer")),
          ("default", .object([("$ref", .string("#/components/responses/Problem"))])),
        ])
      ))
    return .object(members)
  }

  static func parameter(_ field: RouteField) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("name", .string(field.name)), ("in", .string("query")),
      ("description", .string(field.words)), ("required", .bool(field.isRequired)),
      ("schema", schema(field)),
    ]
    if field.repeats {
      members += [("style", .string("form")), ("explode", .bool(true))]
    }
    return .object(members)
  }

  private static func object(_ fields: [RouteField]) -> JSONValue {
    .object([
      ("type", .string("object")),
      ("required", .array(fields.filter(\.isRequired).map { .string($0.name) })),
      (
        "properties",
        .object(
          fields.map { field in
            guard case .object(let members) = schema(field) else { return (field.name, .null) }
            return (field.name, .object([("description", .string(field.words))] + members))
          })
      ),
      ("additionalProperties", .bool(false)),
    ])
  }

  private static func schema(_ field: RouteField) -> JSONValue {
    var item: [(name: String, value: JSONValue)] =
      switch field.kind {
      case .text, .choice: [("type", .string("string"))]
      case .whole: [("type", .string("integer"))]
      case .share: [("type", .string("number"))]
      case .flag: [("type", .string("boolean"))]
      }
    if !field.choices.isEmpty {
      item.append(("enum", .array(field.choices.map { .string($0) })))
    }
    return field.repeats
      ? .object([("type", .string("array")), ("items", .object(item))]) : .object(item)
  }

  /// - Parameter others: what may come instead.
  static func response(
    _ words: String, _ schema: String, problem: Bool = false,
    others: [(name: String, value: JSONValue)] = []
  ) -> JSONValue {
    let content = JSONValue.object([
      ("schema", .object([("$ref", .string("#/components/schemas/\(schema)"))]))
    ])
    return .object([
      ("description", .string(words)),
      ("content", .object([(problem ? MediaType.problem : MediaType.json, content)] + others)),
    ])
  }

  /// How the question stands until there is an answer.
  private static let events = (
    name: MediaType.events,
    value: JSONValue.object([
      (
        "schema",
        .object([
          ("type", .string("string")),
          (
            "description",
            .string(
              "With Accept: text/event-stream. About once a second `waiting` with `place` in the queue or"
                + " `running` with `seconds`; then one `answer`, whose data is the document, or `problem`."
            )
          ),
        ])
      )
    ])
  )

  private static let answer = JSONValue.object([("type", .string("object"))])

  private static let problem: JSONValue = {
    func text(_ words: String) -> JSONValue {
      .object([("type", .string("string")), ("description", .string(words))])
    }
    return .object([
      ("type", .string("object")),
      ("required", .array(["type", "title", "status", "detail"].map { .string($0) })),
      (
        "properties",
        .object([
          (
            "type",
            .object([
              ("type", .string("string")),
              ("enum", .array(ProblemKind.told.map { .string($0.type) })),
            ])
          ),
          ("title", text("The kind in words.")),
          ("status", .object([("type", .string("integer"))])),
          ("detail", text("What is wrong here.")),
          ("field", text("The parameter it is about.")),
          ("mend", text("What to do about it.")),
        ])
      ),
    ])
  }()
}
