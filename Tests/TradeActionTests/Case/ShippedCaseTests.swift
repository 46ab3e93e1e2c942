import TariffLaw
import Testing
import TradeAction

/// The shipped cases against what the statutes and notices say.
struct ShippedCaseTests {
  private static let china = "us-301-china-2017"

  private func docket(_ id: String, _ day: String) throws -> Docket {
    Docket(try CaseLibrary.caseFile(id), on: try #require(Day(day)))
  }

  @Test func everyCaseReadsAndNamesShippedActions() throws {
    let ids = try CaseLibrary.ids()
    #expect(ids.contains(Self.china))
    #expect(ids.count >= 8)
    let actions = try ActionLibrary.ids()
    for id in ids {
      let file = try CaseLibrary.caseFile(id)
      #expect(file.id == id)
      #expect(try ProcedureLibrary.ids().contains(file.procedure.id))
      for action in file.events.flatMap(\.actions) {
        #expect(actions.contains(action), "\(action)")
      }
    }
    #expect(
      try ProcedureLibrary.ids()
        == [
          "us/section-122", "us/section-201", "us/section-232", "us/section-301", "us/section-338",
        ])
  }

  /// A week before the determination: initiated by the Trade Representative, twelve months to go on.
  @Test func chinaOn14March2018() throws {
    let docket = try docket(Self.china, "2018-03-14")
    #expect(docket.late.isEmpty)
    for step in ["determination", "determination-of-action"] {
      let row = try docket.row(step)
      #expect(row.status == .due)
      #expect(row.due == Day("2018-08-18"))
      #expect(row.daysLeft == 157)
      #expect(row.reference.citation == "19 U.S.C. 2414(a)(2)(B)")
    }
    #expect(docket.next.map(\.step.id) == ["determination", "determination-of-action"])
    #expect(try docket.row("initiation").done == Day("2017-08-18"))
    #expect(try docket.row("consultations-request").status == .done)
    #expect(try docket.row("views").done == Day("2017-10-10"))
    #expect(try docket.row("petition").status == .notApplicable)
    #expect(try docket.row("implementation").waitsFor == ["determination-of-action"])
    #expect(docket.actions.isEmpty)
  }

  @Test func chinaOn20August2018() throws {
    let docket = try docket(Self.china, "2018-08-20")
    #expect(try docket.row("determination").done == Day("2018-03-22"))
    #expect(try docket.row("determination-of-action").done == Day("2018-06-15"))
    let first = try docket.row("implementation", "list-1")
    #expect(first.status == .done && first.due == Day("2018-07-15"))
    let second = try docket.row("implementation", "list-2")
    #expect(second.status == .scheduled && second.scheduled?.day == Day("2018-08-23"))
    #expect(try docket.row("modification").status == .optional)
    #expect(docket.actions == ["us-301-list-1", "us-301-list-2"])
  }

  /// Requests had to come before the anniversaries of 6 July and 23 August 2022 (release of the Trade
  /// Representative of 2022-05-03), in the last sixty days of the four years.
  @Test func chinaOn7July2022() throws {
    let docket = try docket(Self.china, "2022-07-07")
    for (label, opens, last, notice) in [
      ("list-1", "2022-05-07", "2022-07-05", "2022-05-06"),
      ("list-2", "2022-06-24", "2022-08-22", "2022-06-23"),
    ] {
      let request = try docket.row("continuation-request", label)
      #expect(request.opens == Day(opens) && request.due == Day(last))
      let notified = try docket.row("four-year-notice", label)
      #expect(notified.status == .done && notified.due == Day(notice))
    }
    #expect(try docket.row("four-year-end", "list-1").status == .waived)
    #expect(try docket.row("four-year-end", "list-2").status == .due)
    #expect(try docket.row("four-year-end", "list-2").daysLeft == 46)
    #expect(try docket.row("necessity-review").status == .open)
    #expect(docket.late.isEmpty)
  }

  /// Without a request the action would have ended by law.
  @Test func withoutARequestTheActionEnds() throws {
    let file = try CaseLibrary.caseFile(Self.china)
    let silent = file.with(file.events.filter { $0.step != "continuation-request" })
    let docket = Docket(silent, on: try #require(Day("2022-07-07")))
    #expect(try docket.row("four-year-end", "list-1").done == Day("2022-07-05"))
    #expect(try docket.row("continuation-request", "list-1").status == .lapsed)
  }

  @Test func steelKeptEveryLimit() throws {
    let docket = try docket("us-232-steel-2017", "2018-08-29")
    #expect(try docket.row("report").due == Day("2018-01-14"))
    #expect(try docket.row("determination").due == Day("2018-04-11"))
    // In force on the last of fifteen days.
    let effect = try docket.row("implementation")
    #expect(effect.status == .done && effect.due == Day("2018-03-23") && effect.due == effect.done)
  }

  /// Days of the Commission that fall on a weekend run on, as its own notices count them.
  @Test func washersFollowTheCommissionsCount() throws {
    let docket = try docket("us-201-washers-2017", "2023-08-07")
    // Saturday 2017-12-02, so Monday; the notice of institution says December 4.
    #expect(try docket.row("commission-report").due == Day("2017-12-04"))
    #expect(try docket.row("injury-determination").due == Day("2017-11-02"))
    #expect(try docket.row("action").due == Day("2018-02-02"))
    // Sunday 2023-08-06, so Monday, when the report was made.
    #expect(try docket.row("evaluation").due == Day("2023-08-07"))
    #expect(docket.late.isEmpty)
    #expect(docket.steps.allSatisfy { $0.status != .doneLate && $0.status != .doneEarly })
  }

  @Test func solarWasExtendedOnTheLastDays() throws {
    let docket = try docket("us-201-solar-2017", "2022-02-06")
    // Supplemental information gave the President thirty days more.
    #expect(try docket.row("action").due == Day("2018-01-26"))
    #expect(try docket.row("mid-term-report").status == .done)
    #expect(try docket.row("extension-report").due == Day("2021-12-08"))
    #expect(try docket.row("extended-relief-end").due == Day("2026-02-06"))
    #expect(docket.steps.allSatisfy { $0.status != .doneLate && $0.status != .doneEarly })
  }

  @Test func theSurchargeEndsAfterOneHundredFiftyDays() throws {
    let running = try docket("us-122-surcharge-2026", "2026-07-23").row("end")
    #expect(running.status == .due && running.daysLeft == 0 && running.due == Day("2026-07-23"))
    #expect(try docket("us-122-surcharge-2026", "2026-07-24").row("end").status == .done)
  }

  /// Not before thirty days have passed; the day announced was moved by three.
  @Test func dutiesOnCanadaWereAnnouncedTwice() throws {
    let first = try docket("us-338-canada-2026", "2026-08-01").row("duties")
    #expect(first.opens == Day("2026-08-19") && first.scheduled?.day == Day("2026-08-19"))
    let second = try docket("us-338-canada-2026", "2026-08-20").row("duties")
    #expect(second.scheduled?.day == Day("2026-08-22"))
    #expect(try docket("us-338-canada-2026", "2026-08-22").row("duties").status == .done)
  }
}
