import TariffLaw

/// Works out where each step of a case stood on a day.
struct DocketMaker {
  private let file: CaseFile
  private let on: Day
  /// What was known on the day.
  private let events: [CaseEvent]

  init(_ file: CaseFile, on: Day) {
    self.file = file
    self.on = on
    events = file.events.filter { $0.isKnown(on: on) }
  }

  /// A step that falls due again is followed no further than this.
  private static let mostOccurrences = 100

  /// The rows of the docket, in the order of the procedure.
  var rows: [DocketStep] {
    file.procedure.steps.flatMap { step in
      instances(of: step).flatMap { instance in
        step.every == nil
          ? [row(step, instance)] : occurrences(of: step, instance)
      }
    }
  }

  // MARK: Events

  /// The labels of the events a step runs per.
  private func instances(of step: ProcedureStep) -> [String?] {
    guard let root = step.per else { return [nil] }
    var labels: [String?] = []
    for event in events where event.step == root && event.label != nil {
      if !labels.contains(event.label) { labels.append(event.label) }
    }
    return labels.isEmpty ? [nil] : labels
  }

  private func events(of id: String, _ instance: String?) -> [CaseEvent] {
    let found = events.filter { $0.step == id }
    guard let instance else { return found }
    if file.procedure.isRoot(id) { return found.filter { $0.label == instance } }
    guard file.procedure.step(id)?.per != nil else { return found }
    return found.filter { $0.of.isEmpty || $0.of.contains(instance) }
  }

  private func day(of anchor: DeadlineAnchor, _ instance: String?) -> Day? {
    switch anchor.kind {
    case .event: return events(of: anchor.step, instance).first?.day
    case .latest: return events(of: anchor.step, instance).last?.day
    case .end: return events(of: anchor.step, instance).compactMap(\.until).first
    case .due:
      guard let step = file.procedure.step(anchor.step) else { return nil }
      return lastDay(of: step, instance).day
    }
  }

  // MARK: Days

  /// The last day of a step and how it came about.
  private struct Term {
    var day: Day?
    var start: Day?
    var missing: [DeadlineAnchor] = []
    var limit: ProcedureStep.Limit?
    var rule: DeadlineRule?
    var extensions: [DocketStep.Extension] = []
  }

  private func lastDay(of step: ProcedureStep, _ instance: String?) -> Term {
    guard let limit = step.limit(in: file.tracks) else { return Term() }
    var rule = limit.rule
    var extensions: [DocketStep.Extension] = []
    for item in limit.extensions {
      guard case .becomes(let other) = item.change,
        let event = events(of: item.when, instance).first
      else { continue }
      rule = other
      extensions.append(
        DocketStep.Extension(
          step: item.when, event: event, days: nil, isAssumed: false, isCapped: false))
    }
    let resolution = rule.resolved { day(of: $0, instance) }
    var last = resolution.day
    for item in limit.extensions {
      guard let before = last, let event = events(of: item.when, instance).first,
        let added = longer(before, item, event)
      else { continue }
      last = added.day
      extensions.append(added.extension)
    }
    return Term(
      day: last.map { limit.weekend.applied(to: $0) }, start: resolution.start,
      missing: resolution.missing, limit: limit, rule: rule, extensions: extensions)
  }

  /// A last day with the time an event adds to it; `nil` where it adds none.
  private func longer(
    _ before: Day, _ item: DeadlineExtension, _ event: CaseEvent
  ) -> (day: Day, extension: DocketStep.Extension)? {
    let most: CalendarOffset
    var stated: Day?
    var isAssumed = false
    switch item.change {
    case .becomes: return nil
    case .adds(let offset): most = offset
    case .addsAtMost(let offset):
      most = offset
      stated = event.days.flatMap { before.advanced(by: CalendarOffset($0, .days)) }
      isAssumed = stated == nil
    }
    guard let latest = before.advanced(by: most) else { return nil }
    let day = min(stated ?? latest, latest)
    return (
      day,
      DocketStep.Extension(
        step: item.when, event: event, days: before.days(to: day), isAssumed: isAssumed,
        isCapped: stated.map { $0 > latest } ?? false)
    )
  }

  // MARK: Rows

  /// A step that falls due again and again: its rows up to the first that is not done, or has not
  /// fallen due.
  private func occurrences(of step: ProcedureStep, _ instance: String?) -> [DocketStep] {
    let first = row(step, instance, occurrence: 1)
    guard let every = step.every, first.status != .notApplicable, first.due != nil else {
      return [first]
    }
    var rows = [first]
    while let due = rows.last?.due, due < on, rows.count < Self.mostOccurrences {
      rows.append(row(step, instance, occurrence: rows.count + 1, every: every))
    }
    return rows
  }

  private func row(
    _ step: ProcedureStep, _ instance: String?, occurrence: Int? = nil,
    every: CalendarOffset? = nil
  ) -> DocketStep {
    var term = lastDay(of: step, instance)
    var own = events(of: step.id, instance)
    if let occurrence {
      // The events are taken in their order: the first does the first occurrence.
      own = own.count >= occurrence ? [own[occurrence - 1]] : []
      if let every, let first = term.day {
        let length = CalendarOffset(every.count * (occurrence - 1), every.unit)
        term.start = first.advanced(
          by: CalendarOffset(every.count * (occurrence - 2), every.unit))
        term.day = first.advanced(by: length).map { day in
          term.limit?.weekend.applied(to: day) ?? day
        }
      }
    }
    let past = own.filter { $0.day <= on }
    let draft = RowDraft(
      step: step, instance: instance, occurrence: occurrence, term: term,
      opens: step.opens?.resolved { day(of: $0, instance) }.day, past: past,
      scheduled: past.isEmpty ? own.first { $0.day > on } : nil)
    return standing(draft)
  }

  private struct RowDraft {
    let step: ProcedureStep
    let instance: String?
    let occurrence: Int?
    let term: Term
    let opens: Day?
    let past: [CaseEvent]
    let scheduled: CaseEvent?

    func row(
      _ status: DocketStatus, done: Day? = nil, late: Int? = nil, early: Int? = nil,
      left: Int? = nil, waitsFor: [String] = [], reason: String? = nil, showsDays: Bool = true
    ) -> DocketStep {
      DocketStep(
        step: step, instance: instance, occurrence: occurrence, status: status,
        start: showsDays ? term.start : nil, opens: showsDays ? opens : nil,
        due: showsDays ? term.day : nil, limit: term.limit, rule: term.rule,
        extensions: showsDays ? term.extensions : [], done: done, events: past,
        scheduled: scheduled, daysLate: late, daysEarly: early, daysLeft: left,
        waitsFor: waitsFor, reason: reason)
    }
  }

  private func standing(_ draft: RowDraft) -> DocketStep {
    let (step, due) = (draft.step, draft.term.day)
    // An event counts whatever the tracks say: the record is the record.
    if let done = draft.past.first?.day {
      if let opens = draft.opens, done < opens {
        return draft.row(.doneEarly, done: done, early: done.days(to: opens))
      }
      if let due, done > due {
        return draft.row(.doneLate, done: done, late: due.days(to: done))
      }
      return draft.row(.done, done: done)
    }
    guard step.applies(in: file.tracks) else {
      let titles = step.tracks.map { id in
        file.procedure.tracks.first { $0.id == id }?.title ?? id
      }
      return draft.row(
        .notApplicable, reason: "only for: \(titles.joined(separator: "; "))", showsDays: false)
    }
    if let lifted = lift(of: draft) {
      return draft.row(.waived, reason: "\(lifted.step ?? "") on \(lifted.day)")
    }
    if let scheduled = draft.scheduled {
      return draft.row(
        .scheduled, left: on.days(to: scheduled.day),
        reason: due.flatMap { due in
          scheduled.day > due ? "\(due.days(to: scheduled.day)) days after its last day" : nil
        })
    }
    guard !isLeftOut(draft) else {
      return draft.row(.notHeld, reason: "the record leaves this step out")
    }
    let waits = causes(draft)
    guard waits.isEmpty else {
      return draft.row(.notYet, waitsFor: waits, showsDays: false)
    }
    guard let due else {
      return draft.row(step.isOptional ? .optional : .open)
    }
    return limited(draft, due)
  }

  /// Whether the record says nothing of a step, so that its silence means nothing. What happens by law
  /// needs no record.
  private func isLeftOut(_ draft: RowDraft) -> Bool {
    file.leavesOut.contains(draft.step.id) && !draft.step.isByLaw
  }

  private func limited(_ draft: RowDraft, _ due: Day) -> DocketStep {
    let step = draft.step
    guard due < on else {
      return draft.row(step.isOptional ? .optional : .due, left: on.days(to: due))
    }
    guard due <= file.heldUntil else {
      return draft.row(
        .notHeld,
        reason: "the record ends on \(file.heldUntil), before the last day \(due)")
    }
    if step.isByLaw { return draft.row(.done, done: due, reason: "by operation of law") }
    if step.isOptional { return draft.row(.lapsed) }
    guard on > file.heldUntil else { return draft.row(.late, late: due.days(to: on)) }
    return draft.row(
      .late, late: max(1, due.days(to: file.heldUntil)),
      reason: "not done when the record ends on \(file.heldUntil)")
  }

  /// The event that takes a step away. What happens by law is no longer taken away once its day has
  /// passed.
  private func lift(of draft: RowDraft) -> CaseEvent? {
    draft.step.liftedBy.lazy.flatMap { events(of: $0, draft.instance) }
      .first { event in
        guard event.day <= on else { return false }
        guard draft.step.isByLaw, let due = draft.term.day else { return true }
        return event.day <= due
      }
  }

  private func causes(_ draft: RowDraft) -> [String] {
    var waits: [String] = []
    let step = draft.step
    if !step.follows.isEmpty,
      !step.follows.contains(where: { id in
        events(of: id, draft.instance).contains { $0.day <= on }
      })
    {
      waits += step.follows
    }
    if draft.term.limit != nil, draft.term.day == nil {
      waits += draft.term.missing.map { name($0) }
    }
    if let opens = step.opens, draft.opens == nil {
      waits += opens.resolved { day(of: $0, draft.instance) }.missing.map { name($0) }
    }
    var seen: Set<String> = []
    return waits.filter { seen.insert($0).inserted }
  }

  /// What has to happen for a day to be known: a step whose last day is wanted waits in its turn.
  private func name(_ anchor: DeadlineAnchor) -> String {
    guard anchor.kind == .due, let step = file.procedure.step(anchor.step),
      let missing = lastDay(of: step, nil).missing.first
    else { return anchor.step }
    return name(missing)
  }
}
