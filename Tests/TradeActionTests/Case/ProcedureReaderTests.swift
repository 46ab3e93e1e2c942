import LawFiles
import TariffLaw
import Testing
import TradeAction

struct ProcedureReaderTests {
  private static let head = "id: xx/p\ntitle: P\ncitation: Act\nsource: the Act\n"

  private static func step(_ text: String) -> String {
    "  - {id: \(text), title: T, who: Board, citation: Act 1}\n"
  }

  private func errors(_ text: String) -> [LawError] {
    do {
      _ = try ProcedureReader(file: "p.yaml").procedure(Array(text.utf8))
      return []
    } catch {
      return error.errors
    }
  }

  @Test func theInventedProcedureReads() throws {
    let procedure = try ProcedureReader(file: "p.yaml")
      .procedure(Array(try InventedCase.procedureText().utf8))
    #expect(procedure.steps.count == 18)
    #expect(procedure.isRoot("order") && !procedure.isRoot("levy"))
    #expect(procedure.step("report")?.reference.isVerified == false)
    #expect(procedure.step("opening")?.reference.source == "Board Act, invented")
  }

  @Test func anUnknownKeyNamesTheNearest() {
    let found = errors(
      Self.head + "steps:\n  - {id: a, title: T, who: B, citation: C, folows: [a]}\n")
    #expect(found.count == 1)
    #expect(found.first?.field == "folows" && found.first?.line == 6)
    #expect(found.first?.message.contains("did you mean 'follows'?") == true)
  }

  @Test func aStepThatIsNotThereNamesTheNearest() {
    let found = errors(
      Self.head + "steps:\n" + Self.step("petition")
        + "  - {id: b, title: T, who: B, citation: C, due: {days: 3, after: petitoin}}\n")
    #expect(found.map(\.field) == ["due"])
    #expect(found.first?.message.contains("did you mean 'petition'?") == true)
  }

  @Test(arguments: [
    "due: {days: 1, after: b}", "due: {on: due of b}", "follows: [b]",
    "opens: {days: 1, after: latest b}",
    "due: {on: c, extensions: [{when: c, becomes: {on: b}}]}",
  ])
  func stepsThatWaitForOneAnotherAreRefused(rule: String) {
    let text =
      Self.head + "steps:\n" + Self.step("c")
      + "  - {id: a, title: T, who: B, citation: C, \(rule)}\n"
      + "  - {id: b, title: T, who: B, citation: C, due: {days: 1, after: a}}\n"
    let found = errors(text)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("wait for one another") == true)
    #expect(found.first?.message.contains("a, b, a") == true)
  }

  @Test func aStepMayNotWaitForItself() {
    let found = errors(
      Self.head
        + "steps:\n  - {id: a, title: T, who: B, citation: C, due: {days: 1, after: latest a}}\n")
    #expect(found.first?.message.contains("a, a") == true)
  }

  /// Each mistake in a step, and the key that is blamed for it.
  @Test(arguments: [
    ("due: {days: 1}", "due"), ("due: {after: a}", "after"), ("due: {days: x, after: a}", "days"),
    ("due: {days: -3, after: a}", "days"), ("due: {days: 1, months: 1, after: a}", "after"),
    ("due: {days: 1, after: a, before: a}", "due"), ("due: {day: 2018-02-30}", "day"),
    ("due: {earlier-of: [{on: a}]}", "earlier-of"), ("due: {midpoint: [a]}", "midpoint"),
    ("due: {on: a, weekend: sometimes}", "weekend"),
    ("due: {on: a, extensions: [{when: a}]}", "when"),
    ("due: {on: a, extensions: [{when: zz, adds: {days: 1}}]}", "due"),
    ("due: {on: a, counts-first-day: maybe}", "counts-first-day"),
    ("due: [{on: a}, {on: a}]", "due"), ("by-law: yes", "by-law"), ("every: {days: 3}", "every"),
    ("due: {on: a}, every: {days: 0}", "every"), ("optional: perhaps", "optional"),
    ("tracks: [zz]", "tracks"), ("per: zz", "per"), ("lifted-by: [zz]", "lifted-by"),
    ("follows: [zz]", "follows"),
  ])
  func mistakesAreNamed(text: String, field: String) {
    let found = errors(
      Self.head + "steps:\n" + Self.step("a")
        + "  - {id: b, title: T, who: B, citation: C, \(text)}\n")
    #expect(found.contains { $0.field == field && $0.line == 7 }, "\(found)")
  }

  @Test func whatIsVerifiedNamesItsSource() {
    let text = "id: xx/p\ntitle: P\ncitation: Act\nsteps:\n"
    #expect(
      errors(text + "  - {id: a, title: T, who: B, citation: C, verified: yes}\n").map(\.field)
        == ["verified"])
    #expect(
      errors(text + "  - {id: a, title: T, who: B, citation: C, verified: yes, source: S}\n")
        .isEmpty)
  }

  @Test func twoStepsOfOneNameAreRefused() {
    let found = errors(Self.head + "steps:\n" + Self.step("a") + Self.step("a"))
    #expect(found.map(\.field) == ["id"])
  }

  @Test func anUnknownProcedureListsWhatThereIs() {
    do {
      _ = try ProcedureLibrary.procedure("us/section-999")
      Issue.record("accepted")
    } catch {
      #expect("\(error)".contains("us/section-301"))
    }
  }
}
