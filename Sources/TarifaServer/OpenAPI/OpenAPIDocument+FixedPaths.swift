import JSONText
import Questions

/// The paths that are no questions.
extension OpenAPIDocument {
  var fixedPaths: [(name: String, value: JSONValue)] {
    [
      (
        "/v1/duty/batch",
        .object([
          (
            "post",
            .object([
              ("operationId", .string("duty-batch")),
              (
                "summary",
                .string(
                  "Prices a table of entries: one row out for each row in, in order. The headers Tarifa-Read,"
                    + " Tarifa-Accepted and Tarifa-Rejected count them.")
              ),
              (
                "parameters",
                .array(
                  DutyBatchQuestion.form.fields.map { Self.parameter(RouteField($0)) })
              ),
              ("requestBody", Self.csv(description: nil)),
              (
                "responses",
                .object([
                  ("200", Self.csv(description: "The priced rows.")),
                  ("default", Self.problemReference),
                ])
              ),
            ])
          )
        ])
      ),
      (
        "/v1/scenarios",
        .object([
          (
            "post",
            .object([
              ("operationId", .string("scenario-save")),
              (
                "summary",
                .string("Answers a question and keeps it with its answer, engine and data.")
              ),
              (
                "requestBody",
                .object([
                  ("required", .bool(true)),
                  (
                    "content",
                    .object([
                      (
                        MediaType.json,
                        .object([("schema", Self.scenario(routes))])
                      )
                    ])
                  ),
                ])
              ),
              (
                "responses",
                .object([
                  ("200", Self.response("It was kept already.", "Answer")),
                  ("201", Self.response("It is kept; Location says where.", "Answer")),
                  ("default", Self.problemReference),
                ])
              ),
            ])
          )
        ])
      ),
      ("/v1/scenarios/{id}", Self.byID("scenario", "A kept question with its answer.")),
      (
        "/v1/scenarios/{id}/answer",
        Self.byID("scenario-answer", "The answer of a kept question, byte for byte.")
      ),
    ]
  }

  private static func scenario(_ routes: [Route]) -> JSONValue {
    .object([
      ("type", .string("object")), ("required", .array([.string("question")])),
      (
        "properties",
        .object([
          (
            "question",
            .object([
              ("type", .string("string")), ("enum", .array(routes.map { .string($0.path) })),
            ])
          ),
          (
            "parameters",
            .object([
              ("type", .string("object")),
              ("description", .string("The parameters of the question's path.")),
            ])
          ),
        ])
      ),
      ("additionalProperties", .bool(false)),
    ])
  }

  private static func byID(_ operation: String, _ words: String) -> JSONValue {
    .object([
      (
        "get",
        .object([
          ("operationId", .string(operation)), ("summary", .string(words)),
          (
            "parameters",
            .array([
              .object([
                ("name", .string("id")), ("in", .string("path")), ("required", .bool(true)),
                (
                  "schema",
                  .object([
                    ("type", .string("string")), ("pattern", .string("^[0-9a-f]{64}$")),
                  ])
                ),
              ])
            ])
          ),
          (
            "responses",
            .object([("200", response(words, "Answer")), ("default", problemReference)])
          ),
        ])
      )
    ])
  }

  private static func csv(description: String?) -> JSONValue {
    .object(
      [
        description.map { ("description", .string($0)) } ?? ("required", .bool(true)),
        (
          "content",
          .object([
            (MediaType.csv, .object([("schema", .object([("type", .string("string"))]))]))
          ])
        ),
      ])
  }

  private static let problemReference = JSONValue.object([
    ("$ref", .string("#/components/responses/Problem"))
  ])
}
