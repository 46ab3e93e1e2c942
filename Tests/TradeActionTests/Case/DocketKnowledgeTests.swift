import TariffLaw
import TestSupport
import Testing
import TradeAction

/// What becomes known after a day cannot change the docket of that day.
struct DocketKnowledgeTests {
  private static func cases() throws -> [CaseFile] {
    try CaseLibrary.ids().map { try CaseLibrary.caseFile($0) } + [InventedCase.file()]
  }

  /// A day between the first event and a year after the record's end.
  private func day(in file: CaseFile, _ random: inout SplitMix) throws -> Day {
    let first = try #require(file.events.first?.known).advanced(by: -30)
    return first.advanced(by: random.below(first.days(to: file.heldUntil) + 365))
  }

  @Test(arguments: 0..<60)
  func laterEventsAreNotSeen(seed: Int) throws {
    var random = SplitMix(seed: seed)
    for file in try Self.cases() {
      let on = try day(in: file, &random)
      let docket = Docket(file, on: on)
      let past = Docket(file.with(file.events.filter { $0.known <= on }), on: on)
      #expect(docket.steps == past.steps, "\(file.id) on \(on)")
      #expect(docket.others == past.others)
      #expect(docket.actions == past.actions)
    }
  }

  /// Events made up at random, all of them known later.
  @Test(arguments: 0..<60)
  func noEventToComeMatters(seed: Int) throws {
    var random = SplitMix(seed: seed &+ 1000)
    for file in try Self.cases() {
      let on = try day(in: file, &random)
      let later = (0..<random.below(6)).map { _ in
        let step = file.procedure.steps[random.below(file.procedure.steps.count)]
        let known = on.advanced(by: 1 + random.below(500))
        return CaseEvent(
          step: step.id, day: known.advanced(by: random.below(100) - 80), known: known,
          citation: "made up")
      }
      let docket = Docket(file.with(file.events + later), on: on)
      #expect(docket.steps == Docket(file, on: on).steps, "\(file.id) on \(on)")
    }
  }

  /// A known event does matter: taken away, its step is not done on its day.
  @Test func anEventOfTheDayIsSeen() throws {
    for file in try Self.cases() {
      for event in file.events where event.known <= event.day && event.withdrawn == nil {
        guard let step = event.step else { continue }
        let rows = Docket(file, on: event.day).steps.filter { $0.step.id == step }
        #expect(rows.contains { $0.events.contains(event) }, "\(file.id) \(step) \(event.day)")
      }
    }
  }
}
