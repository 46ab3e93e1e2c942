import Answers

/// One parameter of a question: its name, what it means, and where its text goes.
public struct FormField<Question: Sendable>: Sendable {
  public let name: String
  public let words: String
  public let kind: FieldKind
  public let isRequired: Bool
  public let repeats: Bool
  /// The values that a choice has.
  public let choices: [String]
  let set: @Sendable (inout Question, String) throws(RequestError) -> Void

  typealias Place<Value> = any WritableKeyPath<Question, Value> & Sendable

  private init(
    _ name: String, _ words: String, _ kind: FieldKind, isRequired: Bool = false,
    repeats: Bool = false,
    choices: [String] = [],
    set: @escaping @Sendable (inout Question, String) throws(RequestError) -> Void
  ) {
    (self.name, self.words, self.kind) = (name, words, kind)
    (self.isRequired, self.repeats, self.choices) = (isRequired, repeats, choices)
    self.set = set
  }

  static func required(_ name: String, _ place: Place<String>, _ words: String) -> Self {
    Self(name, words, .text, isRequired: true) { $0[keyPath: place] = $1 }
  }

  static func text(_ name: String, _ place: Place<String>, _ words: String) -> Self {
    Self(name, words, .text) { $0[keyPath: place] = $1 }
  }

  static func text(_ name: String, _ place: Place<String?>, _ words: String) -> Self {
    Self(name, words, .text) { $0[keyPath: place] = $1 }
  }

  static func list(_ name: String, _ place: Place<[String]>, _ words: String) -> Self {
    Self(name, words, .text, repeats: true) { $0[keyPath: place].append($1) }
  }

  static func choice(
    _ name: String, _ place: Place<String>, _ choices: [String], _ words: String
  ) -> Self {
    Self(name, words, .choice, choices: choices) { $0[keyPath: place] = $1 }
  }

  static func flag(_ name: String, _ place: Place<Bool>, _ words: String) -> Self {
    Self(name, words, .flag) { question, text throws(RequestError) in
      switch text {
      case "true", "1", "on", "": question[keyPath: place] = true
      case "false", "0": question[keyPath: place] = false
      default: throw RequestError(field: name, message: "'\(text)' is neither true nor false")
      }
    }
  }

  static func whole(_ name: String, _ place: Place<Int>, _ words: String) -> Self {
    Self(name, words, .whole) { question, text throws(RequestError) in
      question[keyPath: place] = try Self.whole(text, name)
    }
  }

  static func whole(_ name: String, _ place: Place<Int?>, _ words: String) -> Self {
    Self(name, words, .whole) { question, text throws(RequestError) in
      question[keyPath: place] = try Self.whole(text, name)
    }
  }

  static func share(_ name: String, _ place: Place<Double>, _ words: String) -> Self {
    Self(name, words, .share) { question, text throws(RequestError) in
      guard let number = Double(text), number.isFinite else {
        throw RequestError(field: name, message: "'\(text)' is not a number; write 0.1")
      }
      question[keyPath: place] = number
    }
  }

  private static func whole(_ text: String, _ name: String) throws(RequestError) -> Int {
    guard let number = Int(text) else {
      throw RequestError(field: name, message: "'\(text)' is not a whole number")
    }
    return number
  }

  /// The same parameter of a part of another question.
  func within<Whole: Sendable>(
    _ part: any WritableKeyPath<Whole, Question> & Sendable
  ) -> FormField<Whole> {
    let set = set
    return FormField<Whole>(
      name, words, kind, isRequired: isRequired, repeats: repeats, choices: choices
    ) { whole, text throws(RequestError) in
      try set(&whole[keyPath: part], text)
    }
  }
}
