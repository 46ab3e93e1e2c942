import TabularText
package import TariffLaw
import Yams

/// The law of an importer while its files are being read: gathers parts and problems, then checks
/// that everything referred to exists.
package struct RegimeDraft {
  private let importer: String
  private var title = ""
  private var span = DaySpan.always
  private var governingDayFact: String?
  private var order: [String] = []
  private var measures: [Measure] = []
  private var files: [String: String] = [:]
  private var goodsLists: [String: GoodsList] = [:]
  private var groups: [String: CountryGroup] = [:]
  private var facts: [String: FactDefinition] = [:]
  private var problems: [LawError] = []
  private var gaps: [Gap] = []
  private var deadlines: [Deadline] = []
  private var outside: [OutsideLaw] = []
  private var counts: [OfficialCount] = []
  private var isNamed = false

  package init(importer: String) { self.importer = importer }

  package init(extending regime: Regime) {
    importer = regime.importer
    title = regime.title
    span = regime.span
    governingDayFact = regime.governingDayFact
    measures = regime.measures
    goodsLists = regime.goodsLists
    groups = regime.groups
    facts = regime.facts
    gaps = regime.gaps
    deadlines = regime.deadlines
    outside = regime.outside
    counts = regime.counts
    isNamed = true
    for measure in regime.measures { files[measure.id] = "" }
  }

  /// - Parameter path: below the importer's folder; it names goods lists and measures.
  package mutating func add(path: String, file: String, bytes: [UInt8]) {
    if path.hasSuffix(".csv") {
      switch path {
      // The schedule of an importer whose editions are not compiled stands beside its law.
      case "schedule.csv": break
      case "counts.csv": addCounts(file, bytes)
      default: addGoods(path, file, bytes)
      }
      return
    }
    let node: Node
    do {
      node = try YAMLText.node(bytes, file: file)
    } catch {
      problems += error.errors
      return
    }
    // Facts, groups and gaps may stand in the folder of the law that needs them.
    switch path.split(separator: "/").last ?? "" {
    case "importer.yaml": addImporter(node, file)
    case "facts.yaml": addFacts(node, file)
    case "groups.yaml": addGroups(node, file)
    case "gaps.yaml": addGaps(node, file, path)
    case "deadlines.yaml": addDeadlines(node, file)
    default: addMeasures(node, file, path)
    }
  }

  private mutating func addImporter(_ node: Node, _ file: String) {
    guard
      let fields = Fields(
        node, file: file, known: ["title", "from", "until", "governing-day", "order", "outside"],
        what: "the importer", problems: &problems)
    else { return }
    isNamed = true
    title = fields.requiredText("title", problems: &problems)
    span = DaySpan(
      from: fields.day("from", problems: &problems), until: fields.day("until", problems: &problems)
    )
    governingDayFact = fields.text("governing-day", problems: &problems)
    order = fields.texts("order", problems: &problems)
    for node in fields.list("outside", problems: &problems) {
      guard
        let fields = Fields(
          node, file: file, known: ["text", "citation"], what: "law outside", problems: &problems)
      else { continue }
      outside.append(
        OutsideLaw(
          text: fields.requiredText("text", problems: &problems),
          citation: fields.requiredText("citation", problems: &problems)))
    }
  }

  /// Reads the official numbers of lines: `list` (several separated by `;`), `official`, `source`,
  /// and where they help `on` (the day whose edition numbers the lines) and `note`.
  private mutating func addCounts(_ file: String, _ bytes: [UInt8]) {
    do {
      let table = try CSVTable(bytes)
      let (list, official) = try (table.column("list"), table.column("official"))
      let source = try table.column("source")
      let (on, note) = (table.optionalColumn("on"), table.optionalColumn("note"))
      for (line, fields) in table.records {
        func complain(_ column: Int, _ field: String, _ message: String) {
          problems.append(
            LawError(file: file, line: line, column: column + 1, field: field, message: message))
        }
        guard let number = UInt32(fields.field(official)) else {
          complain(official, "official", "'\(fields.field(official))' is not a number of lines")
          continue
        }
        let day = Day(fields.field(on))
        if let on, day == nil, !fields.field(on).isEmpty {
          complain(on, "on", "'\(fields.field(on))' is not a day; write YYYY-MM-DD")
        }
        if fields.field(source).isEmpty {
          complain(source, "source", "is missing; say where the number stands")
        }
        let lists = fields.field(list).split { $0 == ";" || $0 == " " }.map(String.init)
        if lists.isEmpty { complain(list, "list", "is missing; name a goods list") }
        let remark = fields.field(note)
        counts.append(
          OfficialCount(
            lists: lists, official: Int(number), day: day, source: fields.field(source),
            note: remark.isEmpty ? nil : remark))
      }
    } catch {
      problems.append(LawError(file: file, message: "\(error)"))
    }
  }

  private mutating func addGaps(_ node: Node, _ file: String, _ path: String) {
    guard
      let top = Fields(node, file: file, known: ["gaps"], what: "the file", problems: &problems)
    else { return }
    var reader = MeasureReader(file: file)
    for (index, node) in top.list("gaps", problems: &problems).enumerated() {
      if let gap = reader.gap(node, name: "\(path)#\(index + 1)") { gaps.append(gap) }
    }
    problems += reader.problems
    goodsLists.merge(reader.inlineLists) { $1 }
  }

  private mutating func addFacts(_ node: Node, _ file: String) {
    guard
      let top = Fields(node, file: file, known: ["facts"], what: "the file", problems: &problems)
    else { return }
    for node in top.list("facts", problems: &problems) {
      guard
        let fields = Fields(
          node, file: file,
          known: ["name", "title", "kind", "values", "unit", "default", "missing", "part-of"],
          what: "a fact", problems: &problems)
      else { continue }
      let name = fields.requiredText("name", problems: &problems)
      let kind: FactDefinition.Kind
      switch fields.requiredText("kind", problems: &problems) {
      case "percent": kind = .percent
      case "number": kind = .number
      case "day": kind = .day
      case "country": kind = .country
      case "choice":
        kind = .choice(fields.texts("values", problems: &problems).map { $0.lowercased() })
      default:
        problems.append(
          fields.problem("kind", "must be percent, number, day, country or choice"))
        continue
      }
      let missing: FactDefinition.Missing
      switch fields.text("missing", problems: &problems) {
      case nil, "asks": missing = .asks
      case "offers-relief": missing = .offersRelief
      default:
        problems.append(fields.problem("missing", "must be asks or offers-relief"))
        continue
      }
      let plain = FactDefinition(name: name, title: "", kind: kind)
      var value: FactValue?
      if let text = fields.text("default", problems: &problems) {
        value = plain.value(parsing: text)
        if case .number(let number)? = value, !number.fitsCompiledForm { value = nil }
        if value == nil { problems.append(fields.problem("default", "must be \(plain.allowed)")) }
      }
      if facts[name] != nil {
        problems.append(fields.problem("name", "the fact '\(name)' is already defined; keep one"))
      }
      facts[name] = FactDefinition(
        name: name, title: fields.requiredText("title", problems: &problems), kind: kind,
        unit: fields.text("unit", problems: &problems), defaultValue: value, missing: missing,
        partOf: fields.text("part-of", problems: &problems))
    }
  }

  private mutating func addGroups(_ node: Node, _ file: String) {
    guard
      let top = Fields(node, file: file, known: ["groups"], what: "the file", problems: &problems)
    else { return }
    for node in top.list("groups", problems: &problems) {
      guard
        let fields = Fields(
          node, file: file, known: ["name", "members", "citation", "notes"], what: "a group",
          problems: &problems)
      else { continue }
      let name = fields.requiredText("name", problems: &problems)
      var memberships: [CountryGroup.Membership] = []
      for member in fields.list("members", problems: &problems) {
        if let text = member.scalar?.string {
          guard let code = CountryCode(text) else {
            problems.append(fields.problem("members", "'\(text)' is not a two-letter country code"))
            continue
          }
          memberships.append(CountryGroup.Membership(country: code))
          continue
        }
        guard
          let dated = Fields(
            member, file: file, known: ["country", "from", "until"], what: "a member",
            problems: &problems)
        else { continue }
        // A run of countries may share its days.
        for text in dated.texts("country", problems: &problems) {
          guard let code = CountryCode(text) else {
            problems.append(dated.problem("country", "'\(text)' is not a two-letter country code"))
            continue
          }
          memberships.append(
            CountryGroup.Membership(
              country: code,
              span: DaySpan(
                from: dated.day("from", problems: &problems),
                until: dated.day("until", problems: &problems))))
        }
      }
      if groups[name] != nil {
        problems.append(fields.problem("name", "the group '\(name)' is already defined; keep one"))
      }
      groups[name] = CountryGroup(
        name: name, memberships: memberships,
        citation: fields.text("citation", problems: &problems))
    }
  }

  private mutating func addDeadlines(_ node: Node, _ file: String) {
    guard
      let top = Fields(
        node, file: file, known: ["deadlines"], what: "the file", problems: &problems)
    else { return }
    for node in top.list("deadlines", problems: &problems) {
      guard
        let fields = Fields(
          node, file: file, known: ["id", "title", "after", "days", "citation"],
          what: "a deadline", problems: &problems)
      else { continue }
      let after = fields.text("after", problems: &problems)
      if let after, !deadlines.contains(where: { $0.id == after }) {
        problems.append(fields.problem("after", "'\(after)' is no deadline named before this one"))
      }
      let days = Int(fields.requiredText("days", problems: &problems))
      guard let days, (0..<100_000).contains(days) else {
        problems.append(fields.problem("days", "must be a whole number of days"))
        continue
      }
      deadlines.append(
        Deadline(
          id: fields.requiredText("id", problems: &problems),
          title: fields.requiredText("title", problems: &problems), after: after, days: days,
          citation: fields.requiredText("citation", problems: &problems)))
    }
  }

  private mutating func addMeasures(_ node: Node, _ file: String, _ path: String) {
    var reader = MeasureReader(file: file)
    var read: [Measure] = []
    let isList = node.mapping?.contains { $0.key.scalar?.string == "measures" } ?? false
    let stem = "\(importer)/\(path.dropLast(5))"
    if isList {
      if let fields = Fields(
        node, file: file, known: ["measures"], what: "the file", problems: &problems)
      {
        for node in fields.list("measures", problems: &problems) {
          if let measure = reader.measure(node) { read.append(measure) }
        }
      }
    } else if let measure = reader.measure(node) {
      read.append(measure)
    }
    problems += reader.problems
    goodsLists.merge(reader.inlineLists) { $1 }
    for measure in read {
      if isList ? !measure.id.hasPrefix(stem + "/") : measure.id != stem {
        problems.append(
          LawError(
            file: file, field: "id",
            message: "'\(measure.id)' must be '\(stem)\(isList ? "/…" : "")', as the file is named")
        )
      }
      if let other = files.updateValue(file, forKey: measure.id) {
        problems.append(
          LawError(
            file: file, field: "id", message: "'\(measure.id)' is already defined in \(other)"))
      }
      measures.append(measure)
    }
  }

  private mutating func addGoods(_ path: String, _ file: String, _ bytes: [UInt8]) {
    do {
      let table = try CSVTable(bytes)
      let code = try table.column("hts")
      let included = table.optionalColumn("in")
      var lines: [HTSCode: Int] = [:]
      var rows: [GoodsList.Row] = []
      for (line, fields) in table.records {
        do {
          let hts = try HTSCode(fields.field(code))
          if let first = lines.updateValue(line, forKey: hts) {
            problems.append(
              LawError(
                file: file, line: line, column: 1, field: "hts",
                message: "\(hts) stands on line \(first) already; keep one"))
            continue
          }
          rows.append(GoodsList.Row(code: hts, included: fields.field(included) != "no"))
        } catch {
          problems.append(
            LawError(file: file, line: line, column: 1, field: "hts", message: "\(error)"))
        }
      }
      goodsLists[path] = try GoodsList(rows)
    } catch {
      problems.append(LawError(file: file, message: "\(error)"))
    }
  }

  // MARK: Checks

  package func regime() throws(LawErrors) -> Regime {
    var problems = self.problems
    if !isNamed {
      problems.append(LawError(file: "\(importer)/importer.yaml", message: "is missing"))
    }
    for measure in measures { check(measure, &problems) }
    for name in counts.flatMap(\.lists) where goodsLists[name] == nil {
      problems.append(
        LawError(
          file: "\(importer)/counts.csv", field: "list", message: noList(name)))
    }
    guard problems.isEmpty else { throw LawErrors(problems) }
    let ranks = Dictionary(
      order.enumerated().map { ("\(importer)/\($1)", $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ measure: Measure) -> Int {
      ranks.filter { measure.id == $0.key || measure.id.hasPrefix($0.key + "/") }
        .map(\.value).min() ?? order.count
    }
    let ranked = measures.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    return Regime(
      importer: importer, title: title, span: span, measures: ranked.map(\.element),
      goodsLists: goodsLists, groups: groups, facts: facts, governingDayFact: governingDayFact,
      gaps: gaps, deadlines: deadlines, outside: outside, counts: counts)
  }

  private func check(_ measure: Measure, _ problems: inout [LawError]) {
    let file = files[measure.id] ?? ""
    func complain(_ field: String, _ message: String) {
      problems.append(
        LawError(file: file, field: field, message: "\(message) (in \(measure.id))"))
    }
    let scopes = measure.terms.map(\.scope) + measure.exemptions.map(\.scope)
    for scope in scopes {
      for list in (scope.goods?.lists ?? []) + (scope.goods?.except ?? [])
      where goodsLists[list] == nil {
        complain("goods", noList(list))
      }
      for case .group(let name) in scope.origins.included + scope.origins.excluded
      where groups[name] == nil {
        complain(
          "origins", "'\(name)' is neither a country code nor a group of groups.yaml")
      }
      for name in scope.condition.facts where facts[name] == nil && !Self.builtIn.contains(name) {
        complain(
          "when",
          "there is no fact '\(name)' in facts.yaml"
            + (Fields.nearest(name, in: Array(facts.keys)).map { "; did you mean '\($0)'?" } ?? ""))
      }
    }
    for term in measure.terms {
      for selector in term.stacking.selectors where !measures.contains(where: selector.matches) {
        complain("stacking", "'\(selector.text)' names no measure and no authority")
      }
    }
  }

  private func noList(_ name: String) -> String {
    let near = Fields.nearest(name, in: Array(goodsLists.keys))
    return "there is no list '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
  }

  private static let builtIn = ["entered", "value", "unit-price"]
}

extension Condition {
  /// The facts it tests.
  fileprivate var facts: [String] {
    switch self {
    case .always, .claimed: []
    case .fact(let name, _): [name]
    case .all(let parts), .any(let parts): parts.flatMap(\.facts)
    case .not(let part): part.facts
    }
  }
}

extension Stacking {
  fileprivate var selectors: [MeasureSelector] {
    switch amount {
    case .adds: replaces + displaces
    case .topsUpTo(let counting), .capsAt(let counting): replaces + displaces + counting
    }
  }
}
