import Foundation
import LawFiles
import TariffLaw
import Testing
import TradeAction

/// A procedure of files alone runs through every rule and every status.
struct DocketTests {
  private func status(
    _ day: String, _ step: String, _ instance: String? = nil, _ occurrence: Int? = nil
  ) throws -> DocketStatus {
    try InventedCase.docket(day).row(step, instance, occurrence).status
  }

  @Test func theProcedureIsNoPartOfTheDutyLaw() throws {
    let law = LawFolder(InventedCase.fixtures.appendingPathComponent("law").path)
    #expect(try law.texts(of: "xx").allSatisfy { !$0.path.hasPrefix("procedures/") })
    #expect(try law.procedures(of: "xx").map(\.path) == ["procedures/inquiry.yaml"])
    #expect(try ProcedureLibrary.procedures(of: "xx", in: law).map(\.id) == ["xx/inquiry"])
  }

  @Test func everyStatusComesUp() throws {
    var seen: Set<DocketStatus> = []
    for day in ["2019-12-31", "2020-01-15", "2020-02-10", "2020-05-05", "2020-06-30", "2021-12-01"]
    {
      seen.formUnion(try InventedCase.docket(day).steps.map(\.status))
    }
    #expect(seen == Set(DocketStatus.allCases))
  }

  @Test func aStepIsDueThenDone() throws {
    let before = try InventedCase.docket("2020-01-15").row("opening")
    #expect(before.status == .due && before.due == Day("2020-01-31") && before.daysLeft == 16)
    let after = try InventedCase.docket("2020-01-30").row("opening")
    #expect(after.status == .done && after.done == Day("2020-01-30"))
  }

  @Test func theLastDayIsNotLate() throws {
    #expect(try status("2020-03-15", "study") == .due)
    #expect(try InventedCase.docket("2020-03-15").row("study").daysLeft == 0)
    let late = try InventedCase.docket("2020-03-16").row("study")
    #expect(late.status == .late && late.daysLate == 1)
    // Half way from 2020-01-30 to 2020-04-30, done five days after.
    let done = try InventedCase.docket("2020-03-20").row("study")
    #expect(done.status == .doneLate && done.daysLate == 5 && done.due == Day("2020-03-15"))
  }

  @Test func extensionsMoveTheLastDay() throws {
    // The later of 60 days after the opening (2020-03-30) and 2020-03-28; illness adds a week, on a Monday.
    #expect(try InventedCase.docket("2020-03-01").row("ruling").due == Day("2020-03-30"))
    let moved = try InventedCase.docket("2020-03-02").row("ruling")
    #expect(moved.due == Day("2020-04-06"))
    #expect(moved.extensions.map(\.days) == [7])
    // Complexity puts another rule in its place; the illness adds to it all the same.
    let complex = try read(
      try InventedCase.text("cases/xx-inquiry.yaml").replacingOccurrences(
        of: "events:\n",
        with: "events:\n  - {step: complexity, date: 2020-02-15, citation: x}\n"))
    let row = try Docket(complex, on: try #require(Day("2020-03-02"))).row("ruling")
    // Six months from 2020-01-30 and a week is 2020-08-06.
    #expect(row.due == Day("2020-08-06"))
    #expect(row.rule?.description == "6 months after opening")
    #expect(row.extensions.map(\.step) == ["complexity", "illness"])
  }

  @Test(arguments: [(4, 4, false, false), (10, 10, false, false), (25, 10, true, false)])
  func aDelayIsNoLongerThanAllowed(
    stated: Int, taken: Int, isCapped: Bool, isAssumed: Bool
  ) throws {
    let text = try self.text(without: "summons").replacingOccurrences(
      of: "events:\n",
      with: "events:\n  - {step: delay, date: 2020-01-30, days: \(stated), citation: x}\n")
    let row = try Docket(read(text), on: try #require(Day("2020-02-01"))).row("summons")
    #expect(row.due == Day("2020-01-30")?.advanced(by: taken))
    #expect(row.extensions.map(\.isCapped) == [isCapped])
    #expect(row.extensions.map(\.isAssumed) == [isAssumed])
  }

  @Test func aDelayOfUnknownLengthIsTheLongestAndSaysSo() throws {
    let text = try self.text(without: "summons").replacingOccurrences(
      of: "events:\n", with: "events:\n  - {step: delay, date: 2020-01-30, citation: x}\n")
    let row = try Docket(read(text), on: try #require(Day("2020-02-01"))).row("summons")
    #expect(row.due == Day("2020-02-09"))
    #expect(row.extensions.map(\.isAssumed) == [true])
  }

  @Test func anotherTrackHasAnotherLimit() throws {
    let text = try InventedCase.text("cases/xx-inquiry.yaml")
      .replacingOccurrences(of: "tracks: [plain]", with: "tracks: [treaty]")
    let row = try Docket(read(text), on: try #require(Day("2020-03-01"))).row("ruling")
    // Talks have not begun, so that three months from the opening stand for now.
    #expect(row.due == Day("2020-04-30"))
    let talks = text.replacingOccurrences(
      of: "events:\n", with: "events:\n  - {step: talks, date: 2020-02-20, citation: x}\n")
    #expect(
      try Docket(read(talks), on: try #require(Day("2020-03-01"))).row("ruling").due
        == Day("2020-03-01"))
    #expect(try status("2020-03-01", "talks") == .notApplicable)
  }

  @Test func eachOrderHasItsOwnClocks() throws {
    let docket = try InventedCase.docket("2020-05-20")
    #expect(docket.steps.filter { $0.step.id == "levy" }.map(\.instance) == ["a", "b"])
    let (a, b) = (try docket.row("levy", "a"), try docket.row("levy", "b"))
    #expect(a.due == Day("2020-04-30") && b.due == Day("2020-05-21"))
    // Two days after the order, five had to pass.
    #expect(a.status == .doneEarly && a.daysEarly == 3)
    #expect(b.status == .done)
    #expect(try docket.row("lapse", "a").due == Day("2021-04-11"))
    #expect(try docket.row("lapse", "b").due == Day("2021-05-14"))
    // Fourteen days after the latest order, 2020-05-15; the first alone would give 2020-04-24.
    #expect(try docket.row("report").due == Day("2020-05-15"))
    // Before any order there is one row that waits.
    let before = try InventedCase.docket("2020-04-01")
    #expect(try before.row("levy").status == .notYet)
    #expect(try before.row("levy").waitsFor == ["order"])
  }

  @Test func anAnnouncementHoldsUntilItIsWithdrawn() throws {
    let first = try InventedCase.docket("2020-05-05").row("levy", "b")
    #expect(first.status == .scheduled && first.scheduled?.day == Day("2020-05-12"))
    #expect(first.daysLeft == 7)
    let second = try InventedCase.docket("2020-05-10").row("levy", "b")
    #expect(second.scheduled?.day == Day("2020-05-15"))
    #expect(try status("2020-05-15", "levy", "b") == .done)
  }

  @Test func whatFallsDueAgainIsFollowedToTheNext() throws {
    let rows = try InventedCase.docket("2020-07-20").steps.filter {
      $0.step.id == "check" && $0.instance == "a"
    }
    #expect(rows.map(\.occurrence) == [1, 2, 3, 4])
    #expect(
      rows.map(\.due) == ["2020-05-12", "2020-06-11", "2020-07-11", "2020-08-10"].map { Day($0) })
    #expect(rows.map(\.status) == [.done, .doneLate, .late, .due])
    #expect(rows[1].daysLate == 9)
    // Repealed, the order of the other label needs no more checks.
    let repealed = try InventedCase.docket("2020-08-20").steps.filter {
      $0.step.id == "check" && $0.instance == "b"
    }
    #expect(repealed.allSatisfy { $0.status == .waived })
  }

  @Test func whatHappensByLawNeedsNoEventUnlessItIsTakenAway() throws {
    #expect(try status("2021-04-11", "lapse", "a") == .due)
    let lapsed = try InventedCase.docket("2021-04-12").row("lapse", "a")
    #expect(lapsed.status == .done && lapsed.done == Day("2021-04-11"))
    #expect(try status("2021-04-12", "renewal", "a") == .lapsed)
    #expect(try status("2021-05-20", "lapse", "b") == .waived)
    // A renewal after the last day comes too late.
    let late = try InventedCase.text("cases/xx-inquiry.yaml").replacingOccurrences(
      of: "step: renewal, of: b, date: 2021-05-01", with: "step: renewal, of: b, date: 2021-05-20")
    let docket = Docket(try read(late), on: try #require(Day("2021-06-01")))
    #expect(try docket.row("lapse", "b").status == .done)
    #expect(try docket.row("renewal", "b").status == .doneLate)
  }

  /// Silence is no lateness where the record does not reach.
  @Test func afterTheEndOfTheRecordNothingIsLate() throws {
    let docket = try InventedCase.docket("2021-12-01")
    let checks = docket.steps.filter { $0.step.id == "check" && $0.instance == "a" }
    for row in checks {
      let due = try #require(row.due)
      let end = docket.file.heldUntil
      if row.events.isEmpty, due < docket.on {
        #expect(row.status == (due <= end ? .late : .notHeld), "\(due)")
      }
    }
    #expect(checks.contains { $0.status == .notHeld } && checks.contains { $0.status == .late })
    #expect(try docket.row("archive").status == .notHeld)
    // Lateness is counted as far as the record reaches: not to the day of the docket.
    let last = try #require(checks.last { $0.status == .late })
    #expect(last.daysLate == last.due?.days(to: docket.file.heldUntil))
    #expect(last.reason?.contains("2021-06-30") == true)
  }

  @Test func aStepWaitsForWhatItsLastDayNeeds() throws {
    let docket = try InventedCase.docket("2019-12-31")
    #expect(try docket.row("summons").waitsFor == ["opening"])
    #expect(try docket.row("study").waitsFor == ["opening"])
    // The window counts back from the lapse, which waits for the levy.
    #expect(try docket.row("renewal").waitsFor == ["levy"])
  }

  // MARK: Variants of the case

  private func read(_ text: String) throws -> CaseFile {
    let law = InventedCase.fixtures.appendingPathComponent("law").path
    return try CaseReader(file: "case.yaml").caseFile(Array(text.utf8)) {
      try ProcedureLibrary.procedure($0, law: law)
    }
  }

  private func text(without step: String) throws -> String {
    try InventedCase.text("cases/xx-inquiry.yaml").split(separator: "\n")
      .filter { !$0.contains("step: \(step),") }.joined(separator: "\n")
  }
}
