public import TarifaReport

/// The form of a question about a world.
public struct WorldForm: Sendable {
  public typealias Choice = (id: String, title: String)

  public let kind: Report.Kind
  /// What can be asked about: actions and agreements, escalations, plans.
  let choices: [Choice]
  let given: [(name: String, text: String)]

  /// - Parameter kind: one of ``kinds``.
  public init(
    _ kind: Report.Kind, choices: [Choice], given: [(name: String, text: String)] = []
  ) {
    self.kind = kind
    self.choices = choices
    self.given = given
  }

  /// The questions that have a page in this room, in the order of its first page.
  public static let kinds: [Report.Kind] = [.world, .game, .escalation, .deficit]

  /// Where the form of a kind is sent.
  public static func path(_ kind: Report.Kind) -> String {
    switch kind {
    case .game: "/world/game"
    case .escalation: "/world/escalate"
    case .deficit: "/world/deficit"
    default: "/world/assess"
    }
  }

  var heading: String {
    switch kind {
    case .game: "Which tariffs would two countries choose against each other?"
    case .escalation: "What does each round of tariffs and answers do?"
    case .deficit: "What would it take to cut a deficit?"
    default: "What does an action or an agreement do to every country?"
    }
  }

  var words: String {
    switch kind {
    case .game:
      "Optimal tariffs alone, best answers to each other, and where both come to rest, if anywhere."
    case .escalation: "Actions and the partners' answers, one round after the other."
    case .deficit:
      "A cut of a deficit in goods by tariffs, a list, promised purchases or the partner's own cuts: gross, "
        + "after diversion, and after an answer."
    default:
      "Income, wages, prices, output, trade and revenue of every country once wages and costs have moved, "
        + "beside the partial equilibrium."
    }
  }

  private func value(_ name: String, _ usual: String = "") -> String {
    given.first { $0.name == name }?.text ?? usual
  }

  func write(_ page: inout MarkupText) {
    // Several of these forms stand on one page, so that ids need the form's name before them.
    let prefix = "\(kind)-"
    page.begin(
      "form",
      [
        ("class", "ask"), ("action", Self.path(kind)), ("method", "post"),
        ("data-long", "Every market of the world is cleared: this takes some seconds."),
      ])
    page.begin("div", [("class", "fields")])
    for field in subject + [base] + rules { page.add(field, id: prefix) }
    page.end()
    // What was asked beside the fields is asked again.
    let shown = Set((subject + [base] + rules).map(\.name))
    for (name, text) in given where !shown.contains(name) { page.addHidden(name, text) }
    page.addButton("Work it out")
    page.end()
  }

  private func chosen(_ name: String, _ label: String, _ what: String) -> PageField {
    let value = value(name)
    var list = choices.map { ($0.id, $0.title) }
    // What was given as a text goes on as it is.
    if !value.isEmpty, !list.contains(where: { $0.0 == value }) {
      list.insert((value, "The \(what) shown here"), at: 0)
    }
    return PageField(name: name, label: label, value: value, choices: list, isWide: true)
  }

  private var subject: [PageField] {
    switch kind {
    case .game:
      [
        PageField(
          name: "home", label: "Country", value: value("home"),
          hint: "Two letters, or its code in the base",
          more: [("required", "")]),
        PageField(
          name: "partner", label: "The other", value: value("partner"), hint: "The same",
          more: [("required", "")]),
        PageField(
          name: "by", label: "Rates", value: value("by", "sector"),
          choices: [("sector", "One for each sector"), ("uniform", "One for all goods")]),
        PageField(
          name: "curves", label: "Best answers to each level", value: value("curves", "true"),
          choices: [("true", "Yes, as curves"), ("false", "No")]),
      ]
    case .escalation: [chosen("escalation", "Rounds", "rounds")]
    case .deficit: [chosen("plan", "Plan", "plan")]
    default:
      [
        chosen("action", "Action or agreement", "action"),
        PageField(
          name: "retaliation", label: "The countries hit", value: value("retaliation"),
          choices: [
            ("", "Do nothing"), ("law", "Answer as they did in law"),
            ("reciprocal", "Lay the same"),
            ("best-response", "Answer best"), ("nash", "Answer until all rest"),
          ]),
        PageField(
          name: "draws", label: "Draws", value: value("draws"), hint: "Of the trade elasticities",
          choices: [("", "None: no intervals"), ("100", "100"), ("500", "500")]),
      ]
    }
  }

  private var base: PageField {
    let isSmall = kind == .game || kind == .escalation
    return PageField(
      name: "base", label: "World", value: value("base", isSmall ? "2017-7x44" : "2017-81x28"),
      choices: [
        ("2017-81x28", "81 countries, 28 sectors"), ("2017-7x44", "7 regions, 44 industries"),
      ])
  }

  private var rules: [PageField] {
    [
      PageField(
        name: "deficits", label: "Total balances (assumed)", value: value("deficits"),
        choices: [
          ("", kind == .game ? "All zero, as usual in games" : "Stay as they are"),
          ("fixed", "Fixed"), ("balanced", "All zero"), ("proportional", "Move with income"),
        ]),
      PageField(
        name: "labour", label: "Workers", value: value("labour"),
        choices: [("", "Move between sectors"), ("fixed", "Stay in their sector (short run)")]),
    ]
  }
}
