package import LawFiles
import TariffLaw
import Yams

/// Reads procedure files; `docs/case-format.md` describes them.
package struct ProcedureReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let procedureKeys = ["id", "title", "citation", "source", "tracks", "steps", "notes"]
  static let stepKeys = [
    "id", "title", "who", "citation", "verified", "source", "tracks", "follows", "per", "optional",
    "by-law", "lifted-by", "opens", "due", "every", "notes",
  ]
  static let ruleKeys = [
    "days", "months", "years", "after", "before", "on", "day", "earlier-of", "later-of",
    "midpoint", "counts-first-day",
  ]
  static let limitKeys =
    ruleKeys + ["tracks", "weekend", "extensions", "citation", "verified", "source"]

  /// Deeper than this a rule is no rule of a statute.
  private static let deepest = 8

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func procedure(_ bytes: [UInt8]) throws(LawErrors) -> Procedure {
    var problems: [LawError] = []
    let node = try YAMLText.node(bytes, file: file)
    guard
      let fields = Fields(
        node, file: file, known: Self.procedureKeys, what: "a procedure", problems: &problems)
    else { throw LawErrors(problems) }
    let source = fields.text("source", problems: &problems)
    let tracks = fields.list("tracks", problems: &problems).compactMap { track($0, &problems) }
    var steps: [ProcedureStep] = []
    var places: [String: Fields] = [:]
    let nodes = fields.list("steps", problems: &problems)
    if nodes.isEmpty { problems.append(fields.problem("steps", "name at least one step")) }
    for node in nodes {
      guard let (step, place) = step(node, source, &problems) else { continue }
      if places.updateValue(place, forKey: step.id) != nil {
        problems.append(place.problem("id", "the step '\(step.id)' stands twice; keep one"))
      }
      steps.append(step)
    }
    let procedure = Procedure(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems),
      citation: fields.requiredText("citation", problems: &problems), tracks: tracks, steps: steps,
      notes: fields.texts("notes", problems: &problems))
    check(procedure, places, &problems)
    guard problems.isEmpty else { throw LawErrors(problems) }
    return procedure
  }

  private func track(_ node: Node, _ problems: inout [LawError]) -> Procedure.Track? {
    guard
      let fields = Fields(
        node, file: file, known: ["id", "title"], what: "a track", problems: &problems)
    else { return nil }
    return Procedure.Track(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems))
  }

  private func step(
    _ node: Node, _ source: String?, _ problems: inout [LawError]
  ) -> (ProcedureStep, Fields)? {
    guard
      let fields = Fields(
        node, file: file, known: Self.stepKeys, what: "a step", problems: &problems)
    else { return nil }
    let citation = fields.requiredText("citation", problems: &problems)
    let reference = reference(fields, citation: citation, source: source, &problems)
    var every: CalendarOffset?
    if let node = fields.node("every") { every = offset(node, "every", &problems) }
    let limits = limits(fields, reference, &problems)
    let step = ProcedureStep(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems),
      actor: fields.requiredText("who", problems: &problems), reference: reference,
      tracks: fields.texts("tracks", problems: &problems),
      follows: fields.texts("follows", problems: &problems),
      per: fields.text("per", problems: &problems),
      isOptional: flag("optional", fields, &problems),
      isByLaw: flag("by-law", fields, &problems),
      liftedBy: fields.texts("lifted-by", problems: &problems), limits: limits,
      opens: fields.node("opens").flatMap { rule($0, "opens", &problems) }, every: every,
      notes: fields.text("notes", problems: &problems))
    if step.isByLaw, limits.isEmpty {
      problems.append(fields.problem("by-law", "needs 'due': nothing happens by law without a day"))
    }
    if every != nil, limits.isEmpty {
      problems.append(fields.problem("every", "needs 'due': the first day it falls due"))
    }
    if let every, every.count == 0 {
      problems.append(fields.problem("every", "must be longer than nothing"))
    }
    return (step, fields)
  }

  private func flag(_ key: String, _ fields: Fields, _ problems: inout [LawError]) -> Bool {
    guard let text = fields.text(key, problems: &problems) else { return false }
    if text != "yes", text != "no" { problems.append(fields.problem(key, "must be 'yes' or 'no'")) }
    return text == "yes"
  }

  private func reference(
    _ fields: Fields, citation: String, source: String?, _ problems: inout [LawError]
  ) -> ProcedureStep.Reference {
    let isVerified = flag("verified", fields, &problems)
    let own = fields.text("source", problems: &problems) ?? source
    if isVerified, own == nil {
      problems.append(fields.problem("verified", "needs 'source': say what was read"))
    }
    return ProcedureStep.Reference(
      citation: citation, isVerified: isVerified, source: isVerified ? own : nil)
  }

  // MARK: Days

  private func limits(
    _ fields: Fields, _ reference: ProcedureStep.Reference, _ problems: inout [LawError]
  ) -> [ProcedureStep.Limit] {
    guard let node = fields.node("due") else { return [] }
    if node.scalar?.string == "none" { return [] }
    guard case .sequence(let sequence) = node else {
      return limit(node, reference, &problems).map { [$0] } ?? []
    }
    let limits = sequence.compactMap { limit($0, reference, &problems) }
    if limits.dropLast().contains(where: \.tracks.isEmpty) {
      problems.append(
        fields.problem("due", "only the last limit may name no tracks; those after it never hold"))
    }
    return limits
  }

  private func limit(
    _ node: Node, _ reference: ProcedureStep.Reference, _ problems: inout [LawError]
  ) -> ProcedureStep.Limit? {
    guard
      let fields = Fields(
        node, file: file, known: Self.limitKeys, what: "due", problems: &problems)
    else { return nil }
    guard let rule = rule(fields, "due", 0, &problems) else { return nil }
    var weekend = WeekendRule.stays
    if let text = fields.text("weekend", problems: &problems) {
      if let known = WeekendRule(rawValue: text) {
        weekend = known
      } else {
        let known = WeekendRule.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(fields.problem("weekend", "'\(text)' is not known; choose from \(known)"))
      }
    }
    var own = reference
    if fields.has("citation") || fields.has("verified") || fields.has("source") {
      own = self.reference(
        fields, citation: fields.text("citation", problems: &problems) ?? reference.citation,
        source: reference.source, &problems)
    }
    return ProcedureStep.Limit(
      tracks: fields.texts("tracks", problems: &problems), rule: rule,
      extensions: fields.list("extensions", problems: &problems).compactMap {
        item($0, &problems)
      }, weekend: weekend, reference: own)
  }

  private func item(_ node: Node, _ problems: inout [LawError]) -> DeadlineExtension? {
    guard
      let fields = Fields(
        node, file: file, known: ["when", "adds", "adds-at-most", "becomes"],
        what: "an extension", problems: &problems)
    else { return nil }
    let when = fields.requiredText("when", problems: &problems)
    let kinds = ["adds", "adds-at-most", "becomes"].filter(fields.has)
    guard kinds.count == 1, let kind = kinds.first, let node = fields.node(kind) else {
      problems.append(
        fields.problem("when", "give one of 'adds', 'adds-at-most' and 'becomes'"))
      return nil
    }
    if kind == "becomes" {
      guard let rule = rule(node, kind, &problems) else { return nil }
      return DeadlineExtension(when: when, change: .becomes(rule))
    }
    guard let offset = offset(node, kind, &problems) else { return nil }
    return DeadlineExtension(
      when: when, change: kind == "adds" ? .adds(offset) : .addsAtMost(offset))
  }

  private func offset(
    _ node: Node, _ what: String, _ problems: inout [LawError]
  ) -> CalendarOffset? {
    guard
      let fields = Fields(
        node, file: file, known: ["days", "months", "years"], what: what, problems: &problems)
    else { return nil }
    guard let offset = offset(fields, &problems) else {
      problems.append(fields.problem(what, "give one of 'days', 'months' and 'years'"))
      return nil
    }
    return offset
  }

  private func offset(_ fields: Fields, _ problems: inout [LawError]) -> CalendarOffset? {
    let units = CalendarOffset.Unit.allCases.filter { fields.has($0.rawValue) }
    guard units.count == 1, let unit = units.first else { return nil }
    let text = fields.text(unit.rawValue, problems: &problems) ?? ""
    guard let count = Int(text), CalendarOffset.counts.contains(count) else {
      problems.append(
        fields.problem(
          unit.rawValue,
          "'\(text)' must be a whole number up to \(CalendarOffset.counts.upperBound)"))
      return CalendarOffset(0, unit)
    }
    return CalendarOffset(count, unit)
  }

  private func rule(
    _ node: Node, _ what: String, _ problems: inout [LawError]
  ) -> DeadlineRule? {
    rule(node, what, 0, &problems)
  }

  private func rule(
    _ node: Node, _ what: String, _ depth: Int, _ problems: inout [LawError]
  ) -> DeadlineRule? {
    guard
      let fields = Fields(
        node, file: file, known: Self.ruleKeys, what: what, problems: &problems)
    else { return nil }
    return rule(fields, what, depth, &problems)
  }

  private func rule(
    _ fields: Fields, _ what: String, _ depth: Int, _ problems: inout [LawError]
  ) -> DeadlineRule? {
    guard depth < Self.deepest else {
      problems.append(fields.problem(what, "is nested too deeply"))
      return nil
    }
    let shapes = ["after", "before", "on", "day", "earlier-of", "later-of", "midpoint"]
      .filter(fields.has)
    guard shapes.count == 1, let shape = shapes.first else {
      problems.append(
        fields.problem(
          what,
          "needs one of: days, months or years with 'after' or 'before' a step; 'on' a step; 'day';"
            + " 'earlier-of'; 'later-of'; 'midpoint'"))
      return nil
    }
    let countsFirstDay = flag("counts-first-day", fields, &problems)
    switch shape {
    case "after", "before":
      guard let offset = offset(fields, &problems) else {
        problems.append(fields.problem(shape, "needs one of 'days', 'months' and 'years'"))
        return nil
      }
      return .offset(
        offset, isBefore: shape == "before",
        DeadlineAnchor(fields.text(shape, problems: &problems) ?? ""),
        countsFirstDay: countsFirstDay)
    case "on":
      return .offset(
        CalendarOffset(0, .days), isBefore: false,
        DeadlineAnchor(fields.text("on", problems: &problems) ?? ""), countsFirstDay: false)
    case "day":
      return fields.day("day", problems: &problems).map { .fixed($0) }
    case "midpoint":
      let ends = fields.texts("midpoint", problems: &problems)
      guard ends.count == 2 else {
        problems.append(fields.problem("midpoint", "needs two days, as in [relief, end of relief]"))
        return nil
      }
      return .midpoint(DeadlineAnchor(ends[0]), DeadlineAnchor(ends[1]))
    default:
      let parts = fields.list(shape, problems: &problems).compactMap {
        rule($0, shape, depth + 1, &problems)
      }
      guard parts.count > 1 else {
        problems.append(fields.problem(shape, "needs at least two rules"))
        return nil
      }
      return shape == "earlier-of" ? .earliest(parts) : .latest(parts)
    }
  }

  // MARK: Checks

  private func check(
    _ procedure: Procedure, _ places: [String: Fields], _ problems: inout [LawError]
  ) {
    let steps = procedure.steps.map(\.id)
    let tracks = procedure.tracks.map(\.id)
    for step in procedure.steps {
      guard let place = places[step.id] else { continue }
      func complain(_ key: String, _ kind: String, _ name: String, _ known: [String]) {
        let near = Fields.nearest(name, in: known).map { "; did you mean '\($0)'?" } ?? ""
        problems.append(place.problem(key, "there is no \(kind) '\(name)'\(near)"))
      }
      var named: [(key: String, step: String)] = []
      named += step.follows.map { ("follows", $0) }
      named += step.liftedBy.map { ("lifted-by", $0) }
      if let root = step.per { named.append(("per", root)) }
      named += (step.opens?.anchors ?? []).map { ("opens", $0.step) }
      for limit in step.limits {
        named += limit.rule.anchors.map { ("due", $0.step) }
        for item in limit.extensions {
          named.append(("due", item.when))
          guard case .becomes(let rule) = item.change else { continue }
          named += rule.anchors.map { ("due", $0.step) }
        }
      }
      for (key, name) in named where !steps.contains(name) { complain(key, "step", name, steps) }
      for (key, names) in [("tracks", step.tracks), ("due", step.limits.flatMap(\.tracks))] {
        for name in names where !tracks.contains(name) { complain(key, "track", name, tracks) }
      }
      if let root = step.per, procedure.step(root)?.per != nil {
        problems.append(
          place.problem("per", "'\(root)' itself runs per another step; name that one"))
      }
    }
    if let cycle = procedure.cycle {
      problems.append(
        LawError(
          file: file, line: cycle.first.flatMap { places[$0]?.mark.line } ?? 0,
          column: cycle.first.flatMap { places[$0]?.mark.column } ?? 0, field: "steps",
          message: "these wait for one another, so that none can come: "
            + cycle.joined(separator: ", ")))
    }
  }
}
