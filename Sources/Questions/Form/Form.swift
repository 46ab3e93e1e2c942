import Answers

/// The parameters of a question, as every surface names them.
public struct Form<Question: Sendable>: Sendable {
  public let fields: [FormField<Question>]

  init(_ fields: [FormField<Question>]) { self.fields = fields }

  /// Fills a question in from named texts. A text that is empty is as if it were not given.
  ///
  /// - Throws: ``RequestError`` for a name that is unknown, given twice or missing, and for a text that is
  ///   out of shape.
  func fill(
    _ question: Question, from given: [(name: String, text: String)]
  ) throws(RequestError) -> Question {
    var (question, seen) = (question, Set<String>())
    for (name, text) in given {
      guard let field = fields.first(where: { $0.name == name }) else {
        throw RequestError(
          field: name,
          message: fields.isEmpty
            ? "there is no such parameter; the question takes none"
            : "there is no such parameter; known: " + fields.map(\.name).joined(separator: ", "))
      }
      if text.isEmpty, field.kind != .flag { continue }
      guard seen.insert(name).inserted || field.repeats else {
        throw RequestError(field: name, message: "is given twice")
      }
      if !field.choices.isEmpty, !field.choices.contains(text) {
        throw RequestError(
          field: name,
          message: "'\(text)' is none of \(field.choices.joined(separator: ", "))")
      }
      try field.set(&question, text)
    }
    if let missing = fields.first(where: { $0.isRequired && !seen.contains($0.name) }) {
      throw RequestError(field: missing.name, message: "is missing; \(missing.words)")
    }
    return question
  }
}

extension Form<LawTerms> {
  static var law: [FormField<LawTerms>] {
    [
      .text("importer", \.importer, "The importer whose law is read."),
      .text("known-on", \.knownOn, "Only texts published by this day (YYYY-MM-DD)."),
      .list(
        "assume", \.assume,
        "A value for a fact that entries do not state: MEASURES:FACT=VALUE. May be repeated."),
    ]
  }
}

extension Form<ModelTerms> {
  static var model: [FormField<ModelTerms>] {
    [
      .text(
        "on", \.on, "The day whose rates are taken, in place of the action's own (YYYY-MM-DD)."),
      .text("baseline", \.baseline, "The imports it is assessed on: shipped, or store:NAME."),
      .text("assumptions", \.assumptions, "Assumptions by name, in place of the action's own."),
      .text(
        "horizon", \.horizon,
        "How long buyers and sellers have had to respond: static, one-year or long-run."),
      .whole("draws", \.draws, "Draw the uncertain assumptions so many times, for intervals."),
      .whole("seed", \.seed, "The seed of the draws."),
      .text("known-on", \.law.knownOn, "Only texts published by this day (YYYY-MM-DD)."),
      .list(
        "assume", \.law.assume,
        "A value for a fact that entries do not state: MEASURES:FACT=VALUE. May be repeated."),
    ]
  }
}
