public import Questions

/// A parameter of a route, whatever question it belongs to.
public struct RouteField: Hashable, Sendable {
  public let name: String
  public let words: String
  public let kind: FieldKind
  public let isRequired: Bool
  public let repeats: Bool
  public let choices: [String]

  init(_ field: FormField<some Sendable>) {
    name = field.name
    words = field.words
    kind = field.kind
    isRequired = field.isRequired
    repeats = field.repeats
    choices = field.choices
  }
}
