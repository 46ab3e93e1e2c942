import TarifaReport

/// The form of an assessment.
public struct ImpactForm: Sendable {
  /// Shipped actions and briefs.
  let subjects: [(id: String, title: String)]
  let given: [(name: String, text: String)]

  public init(
    subjects: [(id: String, title: String)], given: [(name: String, text: String)] = []
  ) {
    self.subjects = subjects
    self.given = given
  }

  private func value(_ name: String) -> String { given.first { $0.name == name }?.text ?? "" }

  func write(_ page: inout MarkupText) {
    page.begin(
      "form",
      [
        ("class", "ask"), ("action", "/impact"), ("method", "post"),
        ("data-long", "Draws of the assumptions take some seconds."),
      ])
    page.begin("div", [("class", "fields")])
    let action = value("action")
    var choices = subjects.map { ($0.id, $0.title) }
    // An action that was given as a text goes on as it is.
    if !action.isEmpty, !choices.contains(where: { $0.0 == action }) {
      choices.insert((action, "The action shown here"), at: 0)
    }
    page.add(
      PageField(name: "action", label: "Action", value: action, choices: choices, isWide: true))
    let draws = value("draws")
    var counts = [("0", "None: no intervals"), ("200", "200"), ("1000", "1,000")]
    // What was asked with another number asks again with it.
    if !draws.isEmpty, !counts.contains(where: { $0.0 == draws }) {
      counts.append((draws, draws))
    }
    page.add(
      PageField(
        name: "draws", label: "Draws", value: draws.isEmpty ? "200" : draws,
        hint: "More draws, steadier intervals",
        choices: counts))
    page.add(
      PageField(
        name: "horizon", label: "Time to respond", value: value("horizon"),
        choices: [
          ("", "As the action says"), ("static", "None"), ("one-year", "One year"),
          ("long-run", "Long run"),
        ]))
    page.add(
      PageField(
        name: "model", label: "Model", value: value("model"),
        choices: [
          ("", "Partial equilibrium, several origins"), ("smart", "SMART (World Bank)"),
          ("gsim", "GSIM (Francois and Hall)"),
        ]))
    page.add(
      PageField(
        name: "on", label: "Rates of the day", value: value("on"), hint: "Empty: the action's own",
        type: "date"))
    page.end()
    page.addButton("Assess")
    page.end()
  }
}
