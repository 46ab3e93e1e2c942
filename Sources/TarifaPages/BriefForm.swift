public import JSONText
import TarifaReport

/// A brief as a form: what it must be worth, what it aims at and spares, and what makes one list better than another.
///
/// Every field is a member of the brief's document (`brief`); what a form sends changes those members and leaves the rest
/// as it is, so that a brief of any shape can be shown and changed.
public struct BriefForm: Sendable {
  public typealias Parameter = (name: String, text: String)

  /// The document of `brief`.
  public private(set) var brief: JSONValue

  public init(_ brief: JSONValue) { self.brief = brief }

  /// Where the amount of the target stands.
  private static let measures: [(key: String, words: String)] = [
    ("value", "Imports covered"), ("duty", "Duty on unchanged imports"),
    ("lost-sales", "Sales the partner loses"), ("harm", "As large as a stated harm"),
  ]

  private var measure: String {
    Self.measures.first { brief["target"]?[$0.key] != nil }?.key ?? "value"
  }

  // MARK: Shown

  func write(_ page: inout MarkupText, shipped: [PageField.Choice], isDrawn: Bool) {
    chooser(&page, shipped)
    page.begin(
      "form",
      [
        ("class", "ask"), ("action", "/design"), ("method", "post"),
        ("data-long", "A list with its frontier takes some five seconds."),
        ("data-frontier", "frontier"),
      ] + (isDrawn ? [] : [("data-draw", "now")]))
    page.addHidden("brief", brief.line)
    page.begin("div", [("class", "fields")])
    page.add(
      PageField(
        name: "title", label: "Title", value: brief["title"]?.string ?? "", isWide: true))
    page.add(
      PageField(
        name: "target", label: "Target value ($ bn)", value: billions(brief["target"]?[measure]),
        hint: Self.measures.first { $0.key == measure }?.words ?? "",
        more: [("inputmode", "decimal"), ("required", "")]))
    page.add(
      PageField(
        name: "tolerance", label: "Give or take",
        value: brief["target"]?["tolerance"]?.string ?? "",
        hint: "of the target, such as 0.5%"))
    page.add(
      PageField(
        name: "rate", label: "Rate", value: Self.list(brief["rate"]),
        hint: "25%, or several: 10%, 25%", more: [("required", "")]))
    page.add(
      PageField(
        name: "most", label: "Lines at most", value: Self.plain(brief["lines"]?["most"]),
        more: [("inputmode", "numeric")]))
    page.end()
    shares(&page, "floors", "Aims at: at least this share of the list")
    shares(&page, "caps", "Spares: at most this share of the list")
    weights(&page)
    more(&page)
    codes(&page)
    page.addButton("Design the list")
    page.end()
  }

  private func chooser(_ page: inout MarkupText, _ shipped: [PageField.Choice]) {
    page.begin("form", [("class", "ask"), ("action", "/design"), ("method", "get")])
    page.begin("div", [("class", "fields")])
    let id = brief["id"]?.string ?? ""
    page.add(
      PageField(name: "brief", label: "Brief", value: id, choices: shipped, isWide: true),
      id: "choose-")
    page.end()
    page.addButton("Take this brief", isQuiet: true)
    page.end()
  }

  private func shares(_ page: inout MarkupText, _ key: String, _ legend: String) {
    let bounds = brief[key]?.array ?? []
    guard !bounds.isEmpty else { return }
    page.begin("fieldset")
    page.add("legend", text: legend)
    page.begin("div", [("class", "fields")])
    for (position, bound) in bounds.enumerated() {
      page.add(
        PageField(
          name: "\(key).\(position)", label: subject(bound), value: bound["share"]?.string ?? ""))
    }
    page.end()
    page.end()
  }

  private func subject(_ bound: JSONValue) -> String {
    if let group = bound["group"]?.string {
      return brief["groups"]?[group]?["title"]?.string ?? group
    }
    if let each = bound["each"]?.string { return "any one \(each)" }
    return "share of the partner in what is listed"
  }

  private func weights(_ page: inout MarkupText) {
    page.begin("fieldset")
    page.add(
      "legend", text: "What counts against a line, per dollar (less than zero counts for it)")
    page.begin("div", [("class", "fields")])
    for (position, weight) in (brief["objective"]?.array ?? []).enumerated() {
      let group = weight["group"]?.string.map { " on \($0)" } ?? ""
      let term = (weight["term"]?.string ?? "").split(separator: "-").joined(separator: " ")
      page.add(
        PageField(
          name: "weight.\(position)", label: (term == "line" ? "each line" : term) + group,
          value: Self.plain(weight["weight"]), more: [("inputmode", "decimal")]))
    }
    page.end()
    page.end()
  }

  /// Aims and limits that the brief has not yet.
  private func more(_ page: inout MarkupText) {
    page.begin("details")
    page.add("summary", text: "Aim at or spare other goods, limit chapters and sectors")
    page.begin("div", [("class", "fields")])
    let hint = "Codes, or industries as NAICS 334, with commas"
    for (name, label) in [("aim", "Aim also at"), ("spare", "Spare also")] {
      page.add(PageField(name: name, label: label, hint: hint))
      page.add(
        PageField(
          name: "\(name)-share", label: name == "aim" ? "At least" : "At most",
          hint: "of the list, such as 20%"))
    }
    page.add(
      PageField(
        name: "cap-chapter", label: "Any one chapter at most", hint: "of the target, such as 25%"))
    page.add(PageField(name: "cap-sector", label: "Any one sector at most", hint: "of the target"))
    page.end()
    page.end()
  }

  private func codes(_ page: inout MarkupText) {
    page.begin("details")
    page.add("summary", text: "Goods that must or must not be listed")
    page.begin("div", [("class", "fields")])
    page.add(
      PageField(
        name: "must", label: "Must be listed",
        value: Self.list(brief["groups"]?[Self.must]?["codes"]),
        hint: "Codes of two to ten digits, with commas", isWide: true))
    page.add(
      PageField(
        name: "leave", label: "Must not be listed",
        value: Self.list(brief["groups"]?[Self.leave]?["codes"]),
        hint: "Codes of two to ten digits, with commas", isWide: true))
    page.end()
    page.end()
  }

  /// The groups that the form's own codes make.
  private static let (must, leave) = ("asked-for", "asked-off")

  private static func plain(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text), .number(let text): text
    default: ""
    }
  }

  private static func list(_ value: JSONValue?) -> String {
    (value?.array ?? []).map { plain($0) }.joined(separator: ", ")
  }

  private func billions(_ value: JSONValue?) -> String {
    guard let number = value?.number else { return "" }
    return Unit.plain.words(number / 1e9).filter { $0 != "," }
  }

  // MARK: Sent

  /// The brief with what a form says.
  ///
  /// - Throws: ``PageFormError`` for a number that is none. What the brief makes of it is for its reader to say.
  public mutating func apply(_ given: [Parameter]) throws(PageFormError) {
    let before = brief
    for (name, text) in given {
      let text = String(text.drop { $0 == " " })
      let parts = name.split(separator: ".")
      switch parts.first {
      case "title" where !text.isEmpty: brief = brief.with(.string(text), at: "title")
      case "target" where !text.isEmpty:
        brief = try with(text: text, target: measure)
      case "tolerance" where !text.isEmpty:
        brief = brief.with(.string(text), at: "target", "tolerance")
      case "rate" where !text.isEmpty:
        brief = brief.with(.array(Self.items(text)), at: "rate")
      case "most":
        guard !text.isEmpty else { continue }
        guard let most = Int(text) else {
          throw PageFormError(field: name, message: "'\(text)' is no number of lines")
        }
        brief = brief.with(.integer(most), at: "lines", "most")
      case "floors", "caps":
        guard let key = parts.first, let position = parts.last.flatMap({ Int($0) }), !text.isEmpty
        else { continue }
        brief = brief.with(.string(text), in: String(key), position, "share")
      case "weight":
        guard let position = parts.last.flatMap({ Int($0) }), !text.isEmpty else { continue }
        guard let number = Double(text), number.isFinite else {
          throw PageFormError(field: name, message: "'\(text)' is no number; write 0.1")
        }
        brief = brief.with(.number(text), in: "objective", position, "weight")
      case "must": demand(text, Self.must, "must", "as asked for on the page")
      case "leave": demand(text, Self.leave, "exclude", "as asked for on the page")
      default: continue
      }
    }
    try bound(given, "aim", "floors")
    try bound(given, "spare", "caps")
    for each in ["chapter", "sector"] {
      let share = Self.text(given, "cap-\(each)")
      if !share.isEmpty {
        add(.object([("each", .string(each)), ("share", .string(share))]), "caps")
      }
    }
    if brief.line != before.line, let title = before["title"]?.string,
      brief["title"]?.string == title,
      !title.hasSuffix(Self.changed)
    {
      brief = brief.with(.string(title + Self.changed), at: "title")
    }
  }

  private static func text(_ given: [Parameter], _ name: String) -> String {
    given.first { $0.name == name }?.text ?? ""
  }

  private mutating func add(_ item: JSONValue, _ key: String) {
    brief = brief.with(.array((brief[key]?.array ?? []) + [item]), at: key)
  }

  /// A floor or cap on goods that the brief has no group of.
  private mutating func bound(
    _ given: [Parameter], _ name: String, _ key: String
  ) throws(PageFormError) {
    let (goods, share) = (Self.text(given, name), Self.text(given, "\(name)-share"))
    guard !goods.isEmpty || !share.isEmpty else { return }
    guard !goods.isEmpty, !share.isEmpty else {
      throw PageFormError(
        field: goods.isEmpty ? name : "\(name)-share",
        message: "is missing; give goods and their share")
    }
    var (codes, industries) = ([JSONValue](), [JSONValue]())
    for item in goods.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let digits = item.filter { ("0"..."9").contains($0) || $0 == "." }
      if item.uppercased().contains("NAICS") {
        industries.append(.string(String(digits)))
      } else {
        codes.append(.string(String(digits.isEmpty ? item : Substring(digits))))
      }
    }
    // A name that the brief has not: a second aim is another group.
    var group = "asked-\(name)"
    while brief["groups"]?[group] != nil { group += "-too" }
    var members: [(name: String, value: JSONValue)] = [("title", .string(goods))]
    if !codes.isEmpty { members.append(("codes", .array(codes))) }
    if !industries.isEmpty { members.append(("naics", .array(industries))) }
    brief = brief.with(.object(members), at: "groups", group)
    add(.object([("group", .string(group)), ("share", .string(share))]), key)
  }

  private static let changed = ", changed"

  private func with(text: String, target key: String) throws(PageFormError) -> JSONValue {
    guard let number = Double(text), number > 0, number < 1e6 else {
      throw PageFormError(
        field: "target", message: "'\(text)' is no amount in billions of dollars; write 60")
    }
    // Whole dollars: more would be more than anybody means.
    return brief.with(.integer(Int((number * 1e9).rounded())), at: "target", key)
  }

  private static func items(_ text: String) -> [JSONValue] {
    text.split { $0 == "," || $0 == ";" || $0 == " " || $0 == "\n" }.map { .string(String($0)) }
  }

  private mutating func demand(_ text: String, _ group: String, _ key: String, _ reason: String) {
    let codes = Self.items(text)
    let others = (brief[key]?.array ?? []).filter { $0["group"]?.string != group }
    guard !codes.isEmpty else {
      if brief["groups"]?[group] != nil {
        brief = brief.with(.array(others), at: key).without(group, of: "groups")
      }
      return
    }
    brief = brief.with(.object([("codes", .array(codes))]), at: "groups", group)
    brief = brief.with(
      .array(others + [.object([("group", .string(group)), ("reason", .string(reason))])]), at: key)
  }
}
