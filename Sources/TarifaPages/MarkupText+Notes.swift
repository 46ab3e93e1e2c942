import TarifaReport

extension MarkupText {
  mutating func addNote(_ text: String, isWarning: Bool = false) {
    begin("div", [("class", isWarning ? "warn" : "note")])
    add("p", text: text)
    end()
  }

  mutating func addNotes(_ texts: [String]) {
    for text in texts { addNote(text) }
  }

  /// Where an answer stays: its address, and what it was answered by.
  mutating func addPermalink(_ path: String) {
    begin("div", [("class", "actions")])
    addLink("Permalink", to: path)
    add(
      "button", [("type", "button"), ("class", "quiet"), ("data-copy", path), ("hidden", "")],
      text: "Copy the address")
    add("span", [("class", "says soft"), ("role", "status")], text: "")
    end()
  }
}
