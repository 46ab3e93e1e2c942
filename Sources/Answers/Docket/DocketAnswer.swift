import TariffLaw
public import TradeAction

/// The docket of a case as an answer: JSON, a page of text, and a chart.
public struct DocketAnswer: Sendable {
  public let docket: Docket

  public init(_ docket: Docket) { self.docket = docket }

  /// What stands behind the answer that a reader must know.
  var warnings: [String] {
    let (file, on) = (docket.file, docket.on)
    var warnings: [String] = []
    if on > file.heldUntil {
      warnings.append(
        "the record of this case ends on \(file.heldUntil): what happened after it is not held, and "
          + "nothing here is called late for lack of it")
    }
    let remembered = names { $0.isRemembered }
    if !remembered.isEmpty {
      warnings.append(
        "steps from memory of the statute, not verified: \(remembered.joined(separator: ", "))")
    }
    let days = names { step in step.known.contains { !$0.isVerified } }
    if !days.isEmpty {
      warnings.append("days of events not verified: \(days.joined(separator: ", "))")
    }
    if docket.others.contains(where: { !$0.isVerified }) {
      warnings.append("some of the other events are not verified; they are marked")
    }
    for step in docket.steps {
      for item in step.extensions {
        if item.isAssumed {
          warnings.append(
            "\(step.step.id): the length of '\(item.step)' is not stated; the longest allowed, "
              + "\(item.days ?? 0) days, is taken")
        }
        if item.isCapped {
          warnings.append(
            "\(step.step.id): '\(item.step)' states \(item.event.days ?? 0) days, more than the "
              + "\(item.days ?? 0) allowed, which are taken")
        }
      }
    }
    let weekends = docket.steps.filter { $0.endsOnWeekend }
    if !weekends.isEmpty {
      let named = weekends.map { step in
        "\(step.step.id) \(step.due.map { "\($0)" } ?? "")"
      }
      warnings.append(
        "last days on a Saturday or Sunday, left as computed since the text says nothing of them: "
          + named.joined(separator: ", "))
    }
    return warnings
  }

  private func names(_ isWanted: (DocketStep) -> Bool) -> [String] {
    var seen: Set<String> = []
    return docket.steps.filter(isWanted).map(\.step.id).filter { seen.insert($0).inserted }
  }

  /// The tracks in words.
  var tracks: [String] {
    docket.file.tracks.map { id in
      docket.file.procedure.tracks.first { $0.id == id }?.title ?? id
    }
  }
}

extension DocketStep {
  /// Everything known of it, announced or done.
  var known: [CaseEvent] { events + (scheduled.map { [$0] } ?? []) }

  /// Whether it stands here from memory of a text that was not read.
  var isRemembered: Bool { status != .notApplicable && !reference.isVerified }

  /// Whether its last day, not yet met, falls on a weekend of which its text says nothing.
  var endsOnWeekend: Bool {
    guard let due, let limit, limit.weekend == .stays, done == nil, scheduled == nil else {
      return false
    }
    return !step.isByLaw && due.weekday.isWeekend
  }

  /// The status with its number of days.
  var statusWords: String {
    func days(_ count: Int) -> String { "\(count) day" + (count == 1 ? "" : "s") }
    switch status {
    case .doneLate, .late: return status.rawValue + (daysLate.map { " by \(days($0))" } ?? "")
    case .doneEarly: return status.rawValue + (daysEarly.map { " by \(days($0))" } ?? "")
    case .due, .optional, .scheduled:
      guard let left = daysLeft else { return status.rawValue }
      return status.rawValue + (left == 0 ? ", last day" : ", \(days(left)) left")
    default: return status.rawValue
    }
  }
}
