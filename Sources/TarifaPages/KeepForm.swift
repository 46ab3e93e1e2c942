import TarifaReport

/// Keeps an answer at an address of its own, with all it rests on.
public struct KeepForm: Sendable {
  let question: String
  let given: [(name: String, text: String)]

  public init(question: String, given: [(name: String, text: String)]) {
    self.question = question
    self.given = given
  }

  func write(_ page: inout MarkupText) {
    page.begin("form", [("action", "/kept"), ("method", "post")])
    page.addHidden("question", question)
    for (name, text) in given where !text.isEmpty { page.addHidden(name, text) }
    page.addButton("Keep as a permalink", isQuiet: true)
    page.end()
  }
}
