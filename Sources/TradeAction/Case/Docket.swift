public import TariffLaw

/// A case as it stood on a day, by what was known that day.
public struct Docket: Hashable, Sendable {
  public let file: CaseFile
  public let on: Day
  /// In the order of the procedure.
  public let steps: [DocketStep]
  /// Events known that do no step.
  public let others: [CaseEvent]
  /// Ids of the actions the case had led to.
  public let actions: [String]

  public init(_ file: CaseFile, on: Day) {
    self.file = file
    self.on = on
    steps = DocketMaker(file, on: on).rows
    let known = file.events.filter { $0.isKnown(on: on) }
    others = known.filter { $0.step == nil }
    var actions: [String] = []
    for id in known.flatMap(\.actions) where !actions.contains(id) { actions.append(id) }
    self.actions = actions
  }

  /// Steps whose last day has passed with nothing done, the oldest first.
  public var late: [DocketStep] { inOrder { $0.status == .late } }

  /// Steps that must be done or are announced, the nearest first.
  public var next: [DocketStep] {
    inOrder { $0.status == .due || $0.status == .scheduled }
  }

  /// Steps that must be done and have no time limit.
  public var open: [DocketStep] { steps.filter { $0.status == .open } }

  /// The last thing done.
  public var last: (step: DocketStep, event: CaseEvent)? {
    steps.flatMap { step in step.events.map { (step, $0) } }
      .enumerated().max { ($0.element.1.day, $0.offset) < ($1.element.1.day, $1.offset) }?.element
  }

  private func inOrder(_ isWanted: (DocketStep) -> Bool) -> [DocketStep] {
    steps.filter(isWanted).enumerated().sorted { a, b in
      let (x, y) = (
        a.element.scheduled?.day ?? a.element.due, b.element.scheduled?.day ?? b.element.due
      )
      guard let x, let y, x != y else { return a.offset < b.offset }
      return x < y
    }.map(\.element)
  }
}
