import Answers
import Foundation
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// One action with each model, as the surfaces show it.
struct ImpactModelTests {
  private static let ground = Result {
    try TariffGround(
      book: LawBook(
        regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
        countries: try ShippedCountries.codes()),
      baseline: try ImportBaseline.shipped2017())
  }

  private func study(_ model: ImpactModel, _ assumptions: String? = nil) throws -> ImpactStudy {
    try ImpactStudy(
      try Self.ground.get(),
      assumptions: try ActionLibrary.assumptions(assumptions ?? model.assumptions ?? "fgkk-2020"),
      horizon: try ActionLibrary.horizon("one-year"), model: model,
      economy: try ActionLibrary.economy(of: "us"))
  }

  private func answer(_ model: ImpactModel) throws -> ImpactAnswer {
    let action = try ActionLibrary.action("us-301-list-1")
    return ImpactAnswer(try study(model).assess(action, on: action.on))
  }

  private func document(_ model: ImpactModel) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(answer(model).json.text.utf8))
        as? [String: Any])
  }

  private func value(_ document: [String: Any], _ name: String) -> Double? {
    (document[name] as? [String: Any])?["value"] as? Double
  }

  /// The same members come out of every model, and what does not depend on the model is the same.
  @Test(arguments: [ImpactModel.smart, .gsim])
  func theDocumentIsThatOfThePartialEquilibrium(model: ImpactModel) throws {
    let (pe, other) = (try document(.pe), try document(model))
    #expect(Set(pe.keys) == Set(other.keys))
    #expect(pe["model"] as? String == "pe" && other["model"] as? String == model.rawValue)
    for name in ["covered_imports", "revenue_static"] {
      let (one, two) = (try #require(value(pe, name)), try #require(value(other, name)))
      #expect(abs(one - two) < 1e-9 * one)
    }
    for name in ["imports_change", "revenue", "buyers_loss", "deadweight_loss", "net_welfare"] {
      let found = try #require(value(other, name))
      #expect(found != 0 && found != value(pe, name), "\(name)")
    }
    // Neither has home producers, an economy behind the border, or a horizon.
    for name in ["producers_gain", "household_cost", "economy", "horizon", "draws"] {
      #expect(other[name] is NSNull, "\(name)")
    }
    #expect(!(pe["producers_gain"] is NSNull) && pe["horizon"] as? String == "one-year")
    #expect((other["price_effect"] is NSNull) == (model == .gsim))
    let changes = try #require(other["imports_by_origin"] as? [[String: Any]])
    let sum = changes.reduce(0) { $0 + ($1["change"] as? Double ?? .nan) }
    let total = try #require(value(other, "imports_change"))
    #expect(abs(sum - total) < 1e-9 * abs(total))
  }

  /// In SMART imports leave China and the rest goes to others; nothing is made up in between.
  @Test func smartSplitsCreationFromDiversion() throws {
    let impact = try answer(.smart).impact
    let china = try #require(impact.partner)
    let outcome = impact.central
    let others = outcome.importsChange.indices.filter { $0 != china }
      .reduce(0) { $0 + outcome.importsChange[$1] }
    #expect(others > 0 && outcome.creation < 0 && outcome.importsChange[china] < -others)
    #expect(abs(outcome.importsChange[china] + others - outcome.creation) < 1e-3)
    #expect(abs(outcome.diversion.reduce(0, +) - others) < 1e-3)
    #expect(outcome.passThrough == 1 && outcome.priceEffect == 0)
  }

  /// The sum of the model's surpluses and revenue over the world is what is lost.
  @Test func gsimAddsUpOverTheWorld() throws {
    let impact = try answer(.gsim).impact
    let accounts = impact.central.accounts
    #expect(
      abs(accounts.netWelfare - accounts.foreignLoss + accounts.deadweightLoss)
        < 1e-9 * accounts.deadweightLoss)
    // Most of the duty is on one origin that others can replace, so it bears more than 45%.
    let share = try #require(impact.central.passThrough)
    #expect(share > 0.2 && share < 1.5 / 2.75)
  }

  @Test(arguments: [(ImpactModel.smart, "SMART"), (.gsim, "GSIM")])
  func theTextSaysWhichModelAndWhatItCannotSee(model: ImpactModel, name: String) throws {
    let text = try answer(model).text
    #expect(text.contains("Model: \(name)"))
    #expect(!text.contains("Horizon"))
    let foot = try #require(text.split(separator: "\n").last)
    for gap in model.leavesOut { #expect(foot.contains(gap)) }
    #expect(foot.contains("retaliation") && foot.contains("household cost and jobs"))
  }

  @Test(arguments: [ImpactModel.smart, .gsim])
  func drawsAreRefused(model: ImpactModel) throws {
    let action = try ActionLibrary.action("us-301-list-1")
    let error = #expect(throws: ActionError.self) {
      try study(model).assess(action, on: action.on, draws: DrawRequest(count: 10, seed: 1))
    }
    #expect(error?.description.contains("--model pe") == true)
  }

  @Test(arguments: [(ImpactModel.smart, "import-demand"), (.gsim, "demand")])
  func assumptionsOfAnotherModelAreRefused(model: ImpactModel, missing: String) throws {
    let error = #expect(throws: ActionError.self) { try study(model, "fgkk-2020") }
    #expect(error?.description.contains("'\(missing)'") == true)
  }
}
