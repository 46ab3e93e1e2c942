import TarifaReport

/// The form of one entry.
public struct DutyForm: Sendable {
  /// Countries by code.
  public typealias Country = (code: String, name: String)

  let countries: [Country]
  /// What was asked, by the names of the question.
  let given: [(name: String, text: String)]
  /// The day shown when none was given.
  let day: String

  public init(countries: [Country], given: [(name: String, text: String)] = [], day: String) {
    self.countries = countries
    self.given = given
    self.day = day
  }

  func value(_ name: String) -> String { given.first { $0.name == name }?.text ?? "" }

  func values(_ name: String) -> [String] {
    given.filter { $0.name == name && !$0.text.isEmpty }.map(\.text)
  }

  /// - Parameter full: with quantity, claims, facts and fees.
  func write(_ page: inout MarkupText, full: Bool) {
    page.begin(
      "form", [("class", "ask"), ("action", "/duty"), ("method", "get"), ("role", "search")])
    page.begin("div", [("class", "fields")])
    page.add(
      PageField(
        name: "hts", label: "Code or words", value: value("hts"),
        hint: "8482.10.50.44, or ball bearings",
        more: [("required", ""), ("data-goods", ""), ("spellcheck", "false")]))
    let chosen = value("origin").uppercased()
    page.add(
      PageField(
        name: "origin", label: "Origin", value: chosen,
        choices: [("", "Choose a country")]
          + countries.map { ($0.code, "\($0.name) (\($0.code))") },
        more: [("required", "")]))
    let on = value("on")
    page.add(
      PageField(
        name: "on", label: "Day", value: on.isEmpty ? day : on, type: "date",
        more: [("required", "")]))
    page.add(
      PageField(
        name: "value", label: "Value (USD)", value: value("value"),
        more: [("inputmode", "decimal")]))
    page.end()
    if full { more(&page) }
    page.addButton("Look up")
    page.end()
  }

  private func more(_ page: inout MarkupText) {
    let names = ["quantity", "unit", "claim", "fact", "fees", "known-on", "importer"]
    let isUsed = names.contains { !values($0).isEmpty }
    page.begin("details", isUsed ? [("open", "")] : [])
    page.add("summary", text: "Quantity, claims, facts")
    page.begin("div", [("class", "fields")])
    page.add(
      PageField(
        name: "quantity", label: "Quantity", value: value("quantity"),
        more: [("inputmode", "decimal")]))
    page.add(PageField(name: "unit", label: "Unit", value: value("unit"), hint: "kg, bbl, No."))
    page.add(
      PageField(
        name: "claim", label: "Claims", value: values("claim").joined(separator: "; "),
        hint: "USMCA; KORUS; a heading of chapter 98. Several with ;"))
    page.add(
      PageField(
        name: "fact", label: "Facts", value: values("fact").joined(separator: "; "),
        hint: "aluminum=40; smelt=CA. Several with ;"))
    page.add(
      PageField(
        name: "known-on", label: "As known on", value: value("known-on"),
        hint: "Only texts published by this day", type: "date"))
    page.add(
      PageField(
        name: "fees", label: "Fees and landed cost", value: value("fees"),
        choices: [("", "Leave out"), ("true", "Show")]))
    page.end()
    page.end()
  }
}
