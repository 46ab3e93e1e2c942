import LawFiles
import TariffLaw
import Yams

/// Reads case files; `docs/case-format.md` describes them.
package struct CaseReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let caseKeys = [
    "id", "title", "procedure", "tracks", "partners", "held-until", "leaves-out",
    "source", "events", "notes",
  ]
  static let eventKeys = [
    "step", "date", "known", "withdrawn", "label", "of", "days", "until", "actions", "citation",
    "note",
    "verified", "source",
  ]

  /// - Parameter procedure: the procedure of a name; throws when there is none.
  /// - Throws: ``LawErrors`` with everything that is wrong in the file, and what `procedure` throws.
  package func caseFile(
    _ bytes: [UInt8], procedure: (String) throws -> Procedure
  ) throws -> CaseFile {
    var problems: [LawError] = []
    let node = try YAMLText.node(bytes, file: file)
    guard
      let fields = Fields(
        node, file: file, known: Self.caseKeys, what: "a case", problems: &problems)
    else { throw LawErrors(problems) }
    let name = fields.requiredText("procedure", problems: &problems)
    guard !name.isEmpty else { throw LawErrors(problems) }
    let course = try procedure(name)
    let heldUntil = fields.day("held-until", problems: &problems)
    if !fields.has("held-until") {
      problems.append(
        fields.problem(
          "held-until", "is missing; add 'held-until: DAY', the last day the record is complete for"
        ))
    }
    let source = fields.text("source", problems: &problems)
    var events: [(event: CaseEvent, place: Fields)] = []
    for node in fields.list("events", problems: &problems) {
      guard let found = event(node, source, &problems) else { continue }
      events.append(found)
    }
    check(fields, events, course, heldUntil, &problems)
    let found = CaseFile(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems), procedure: course,
      tracks: fields.texts("tracks", problems: &problems),
      partners: partners(fields, &problems),
      heldUntil: heldUntil ?? Day(number: 0),
      leavesOut: fields.texts("leaves-out", problems: &problems),
      events: CaseFile.inOrder(events.map(\.event)),
      notes: fields.texts("notes", problems: &problems))
    guard problems.isEmpty else { throw LawErrors(problems) }
    return found
  }

  private func partners(_ fields: Fields, _ problems: inout [LawError]) -> [CountryCode] {
    var found: [CountryCode] = []
    for text in fields.texts("partners", problems: &problems) {
      guard let code = CountryCode(text) else {
        problems.append(fields.problem("partners", "'\(text)' is not a two-letter country code"))
        continue
      }
      found.append(code)
    }
    return found
  }

  private func event(
    _ node: Node, _ source: String?, _ problems: inout [LawError]
  ) -> (CaseEvent, Fields)? {
    guard
      let fields = Fields(
        node, file: file, known: Self.eventKeys, what: "an event", problems: &problems)
    else { return nil }
    let day = fields.day("date", problems: &problems)
    if !fields.has("date") {
      problems.append(fields.problem("date", "is missing; add 'date: YYYY-MM-DD'"))
    }
    let known = fields.day("known", problems: &problems)
    let verified = fields.text("verified", problems: &problems) ?? "no"
    if verified != "yes", verified != "no" {
      problems.append(fields.problem("verified", "must be 'yes' or 'no'"))
    }
    let own = fields.text("source", problems: &problems) ?? source
    if verified == "yes", own == nil {
      problems.append(fields.problem("verified", "needs 'source': say what was read"))
    }
    var days: Int?
    if let text = fields.text("days", problems: &problems) {
      days = Int(text)
      if days.map({ !CalendarOffset.counts.contains($0) }) ?? true {
        problems.append(fields.problem("days", "'\(text)' must be a whole number of days"))
        days = nil
      }
    }
    let step = fields.text("step", problems: &problems)
    let note = fields.text("note", problems: &problems)
    if step == nil, note == nil {
      problems.append(fields.problem("step", "name the step it does, or say in 'note' what it is"))
    }
    guard let day else { return nil }
    let until = fields.day("until", problems: &problems)
    if let until, until < day { problems.append(fields.problem("until", "lies before 'date'")) }
    let withdrawn = fields.day("withdrawn", problems: &problems)
    if let withdrawn, withdrawn <= known ?? day {
      problems.append(fields.problem("withdrawn", "must lie after the day it was known"))
    }
    return (
      CaseEvent(
        step: step, day: day, known: known ?? day, withdrawn: withdrawn,
        label: fields.text("label", problems: &problems),
        of: fields.texts("of", problems: &problems), days: days, until: until,
        actions: fields.texts("actions", problems: &problems),
        citation: fields.requiredText("citation", problems: &problems), note: note,
        isVerified: verified == "yes", source: verified == "yes" ? own : nil), fields
    )
  }

  private func check(
    _ fields: Fields, _ events: [(event: CaseEvent, place: Fields)], _ course: Procedure,
    _ heldUntil: Day?, _ problems: inout [LawError]
  ) {
    let steps = course.steps.map(\.id)
    let tracks = course.tracks.map(\.id)
    var complaints: [LawError] = []
    func unknown(_ place: Fields, _ key: String, _ kind: String, _ name: String, _ known: [String])
    {
      let near = Fields.nearest(name, in: known).map { "; did you mean '\($0)'?" } ?? ""
      let all = known.isEmpty ? "" : " \(course.id) has: \(known.joined(separator: ", "))."
      complaints.append(place.problem(key, "there is no \(kind) '\(name)'\(near)\(all)"))
    }
    for track in fields.texts("tracks", problems: &problems) where !tracks.contains(track) {
      unknown(fields, "tracks", "track", track, tracks)
    }
    if !tracks.isEmpty, !fields.has("tracks") {
      complaints.append(
        fields.problem(
          "tracks", "is missing; choose what fits from \(tracks.joined(separator: ", "))"))
    }
    for step in fields.texts("leaves-out", problems: &problems) where !steps.contains(step) {
      unknown(fields, "leaves-out", "step", step, steps)
    }
    let labels = events.compactMap(\.event.label)
    for (event, place) in events {
      if let step = event.step, !steps.contains(step) {
        unknown(place, "step", "step", step, steps)
      }
      if event.label != nil, !(event.step.map(course.isRoot) ?? false) {
        complaints.append(place.problem("label", "no step of \(course.id) runs per this one"))
      }
      if event.label == nil, let step = event.step, course.isRoot(step),
        events.contains(where: { $0.event.step == step && $0.event.label != nil })
      {
        complaints.append(
          place.problem("step", "needs a 'label', as the other events of '\(step)' have one"))
      }
      for name in event.of where !labels.contains(name) {
        unknown(place, "of", "label", name, labels)
      }
      if let heldUntil, event.known > heldUntil {
        complaints.append(
          place.problem(
            "date", "is known only on \(event.known), after 'held-until'; move that day"))
      }
    }
    problems += complaints
  }
}
