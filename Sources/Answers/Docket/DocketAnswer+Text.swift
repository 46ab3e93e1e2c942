import TariffLaw
import TradeAction

extension DocketAnswer {
  /// The docket as a page of text: head, table of steps, chart, warnings.
  public var text: String {
    var page = head + [""] + table
    if !docket.others.isEmpty {
      page += ["", "Also on record:"]
      page += docket.others.map { "  " + Self.line($0) }
    }
    page += [""] + DocketChart(docket).text
    if !warnings.isEmpty {
      page += [""] + warnings.map { "Warning: \($0)" }
    }
    let notes = docket.file.notes + docket.file.procedure.notes
    if !notes.isEmpty { page += [""] + notes.map { "Note: \($0)" } }
    return page.joined(separator: "\n") + "\n"
  }

  /// What case, which day, where it stands, what is late and what is next.
  var head: [String] {
    let file = docket.file
    var head = [
      "\(file.title) [\(file.id)]", "  \(file.procedure.title), \(file.procedure.citation)",
    ]
    if !tracks.isEmpty { head.append("  Kind: \(tracks.joined(separator: "; "))") }
    let partners = file.partners.map(\.text)
    let ties = [
      partners.isEmpty ? nil : "partners: \(partners.joined(separator: ", "))",
      docket.actions.isEmpty ? nil : "actions: \(docket.actions.joined(separator: ", "))",
    ].compactMap { $0 }
    if !ties.isEmpty { head.append("  " + ties.joined(separator: "; ")) }
    head.append(
      "  On \(docket.on), by what was known that day; record held until \(file.heldUntil)")
    head.append("")
    if let (step, event) = docket.last {
      head.append("Last   \(event.day)  \(step.title)")
    } else {
      head.append("Last   nothing yet")
    }
    head += Self.brief("Late", docket.late)
    head += Self.brief("Next", docket.next)
    if !docket.open.isEmpty {
      head.append("Open   no limit    " + docket.open.map(\.title).joined(separator: "; "))
    }
    return head
  }

  private static func brief(_ word: String, _ steps: [DocketStep]) -> [String] {
    guard !steps.isEmpty else { return ["\(word)   nothing"] }
    return steps.enumerated().map { place, step in
      let day = (step.scheduled?.day ?? step.due).map { "\($0)" } ?? ""
      return (place == 0 ? "\(word)   " : "       ") + "\(day)  \(step.title): \(step.statusWords)"
    }
  }

  private static let columns = (day: 12, status: 25)

  /// A line a step with a day or a state, and under it what explains it; steps of cases of other kinds
  /// are only named.
  private var table: [String] {
    let (day, status) = (Self.columns.day, Self.columns.status)
    var lines = [
      Amount.left("due", day) + Amount.left("done", day) + Amount.left("status", status) + "step"
    ]
    var isMarked = false
    for step in docket.steps where step.status != .notApplicable {
      let due = step.due.map { "\($0)" } ?? "-"
      let done = (step.done ?? step.scheduled?.day).map { "\($0)" } ?? "-"
      let marks = (step.isRemembered ? "?" : "", step.known.contains { !$0.isVerified } ? "?" : "")
      isMarked = isMarked || !(marks.0 + marks.1).isEmpty
      lines.append(
        Amount.left(due + marks.0, day) + Amount.left(done + marks.1, day)
          + Amount.left(step.statusWords, status) + step.title + " [\(step.reference.citation)]")
      let details = details(step)
      if !details.isEmpty {
        lines.append(
          String(repeating: " ", count: 2 * day + status + 2) + details.joined(separator: "; "))
      }
    }
    if isMarked { lines.append("? from memory, not verified") }
    let others = docket.steps.filter { $0.status == .notApplicable }.map(\.step.id)
    if !others.isEmpty {
      lines.append("Only in cases of another kind: \(others.joined(separator: ", "))")
    }
    return lines
  }

  private func details(_ step: DocketStep) -> [String] {
    var parts: [String] = []
    if let opens = step.opens { parts.append("from \(opens)") }
    if let rule = step.rule, step.due != nil {
      parts.append(
        step.occurrence.map { $0 > 1 } ?? false
          ? "again after \(step.step.every.map { "\($0)" } ?? "")" : "\(rule)")
    }
    for item in step.extensions {
      parts.append(
        "moved by \(item.step) of \(item.event.day)" + (item.days.map { " (\($0) days)" } ?? ""))
    }
    if !step.waitsFor.isEmpty {
      parts.append("waits for \(step.waitsFor.joined(separator: " or "))")
    }
    if step.status == .waived, let reason = step.reason {
      parts.append("taken away by \(reason)")
    } else if let reason = step.reason {
      parts.append(reason)
    }
    if step.events.count > 1 {
      let days = step.events.dropFirst().map { "\($0.day)" }
      parts.append("again \(days.joined(separator: ", "))")
    }
    return parts
  }

  private static func line(_ event: CaseEvent) -> String {
    "\(event.day)\(event.isVerified ? " " : "?")  \(event.note ?? "") [\(event.citation)]"
  }
}
