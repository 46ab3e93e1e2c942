import LawFiles
import TariffLaw
import Testing
import TradeAction
import TradeData

struct ActionTests {
  @Test func theFixedIdsAreShipped() throws {
    let ids = try ActionLibrary.ids()
    for id in [
      "us-301-list-1", "us-301-list-2", "us-301-list-3", "us-301-list-4a", "us-301-lists-1-3",
    ] {
      #expect(ids.contains(id))
      let action = try ActionLibrary.action(id)
      #expect(action.id == id)
      #expect(try ActionLibrary.assumptions(action.assumptions).value("sigma") != nil)
    }
  }

  @Test func anUnknownActionListsWhatThereIs() {
    #expect(throws: ActionError.self) { try ActionLibrary.action("no-such-action") }
  }

  @Test func mistakesInAnActionAreNamedTogether() {
    let text = "id: a\ntitle: A\nimporter: us\nbaseline: b\non: 2018-02-30\npartner: China\n"
    do {
      _ = try ActionReader(file: "a.yaml").action(Array(text.utf8))
      Issue.record("accepted")
    } catch {
      #expect(error.errors.contains { $0.field == "on" && $0.line == 5 })
      #expect(error.errors.contains { $0.field == "partner" })
      #expect(error.errors.contains { $0.field == "measures" })
      #expect(error.errors.contains { $0.field == "assumptions" })
    }
  }

  @Test func anActionChangesOnlyItsGoodsAndOrigin() throws {
    let book = LawBook(regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule())
    let baseline = try ImportBaseline.shipped2017()
    let action = try ActionLibrary.action("us-301-list-1")
    let tariffs = try ActionTariffs(
      action, on: action.on, book: book, baseline: baseline, flows: LineParts())
    #expect(tariffs.cells.count > 700)
    for cell in tariffs.cells {
      #expect(baseline.origins[baseline.origin[cell.index]].name == "China")
      #expect(cell.change <= 0.25 && cell.change > 0)
      #expect(abs(cell.byMeasure.reduce(0, +) - cell.change) < 1e-12)
    }
    // The day before the first, nothing changes.
    let before = try ActionTariffs(
      action, on: action.on.advanced(by: -1), book: book, baseline: baseline, flows: LineParts())
    #expect(before.cells.isEmpty)
  }
}
