public import Answers
public import JSONText
import TariffLaw
import TradeAction
import TradeData
import WorldModel
import WorldStudy

/// How each instrument of a plan reaches a cut of a bilateral deficit.
public struct DeficitQuestion: Question {
  public var plan = ""
  public var options = WorldOptions()

  public init() {}

  public static let form = Form<Self>(
    [.required("plan", \.plan, "The id of a shipped deficit plan, or the text of such a file.")]
      + Form.world.map { $0.within(\.options) })

  public func answer(at desk: Desk) throws(Refusal) -> DeficitAnswer {
    let ground = try desk.worldGround(options.base)
    let world = ground.world
    let theta = try Desk.theta(options.theta, world)
    let solver = try options.solver()
    let plan = try Refusal.mending {
      try WorldLibrary.deficitPlan(self.plan, paths: desk.reach == .files)
    }
    let importer = try Desk.place(plan.importer.text, "plan", world)
    let partner = try Desk.place(plan.partner.text, "plan", world)
    let own = BilateralGoods(world.base.trade, world.base, importer: importer, partner: partner)
    let base = try scaled(plan, world, importer: importer, partner: partner)
    var (instruments, warnings) = ([DeficitStudy.Instrument](), [String]())
    for instrument in plan.instruments {
      instruments.append(
        try made(
          instrument, desk, ground, base, importer: importer, partner: partner, &warnings))
    }
    let made = instruments
    let study = try Desk.solving { () throws(EquilibriumError) in
      try DeficitStudy(
        made, target: plan.target.doubleValue / world.money, importer: importer,
        partner: partner, base: base, theta: theta, options: solver)
    }
    return DeficitAnswer(
      plan, on: world, study, thetaSet: options.theta, options: solver,
      scaledFrom: plan.scaledTo == nil ? nil : own, warnings: warnings)
  }

  private func scaled(
    _ plan: DeficitPlan, _ world: ShippedWorld, importer: Int, partner: Int
  ) throws(Refusal) -> WorldBase {
    guard let year = plan.scaledTo else { return world.base }
    return try Refusal.mending {
      func published(_ country: CountryCode) throws -> GoodsBalance.Trade? {
        let census = try ShippedCountries.all().first { $0.code == country }?.census
        return try census.flatMap { try GoodsBalance.trade(census: $0, year: year) }
      }
      // The table is of one country's trade with all others; that country is not among the others.
      guard try published(plan.importer) == nil, let trade = try published(plan.partner) else {
        throw Refusal.mend(
          field: "plan",
          "scaled-to: no goods trade of \(plan.importer.text) with \(plan.partner.text) is "
            + "published for \(year) here; leave it out for the base's own")
      }
      do {
        return try world.base.scaled(
          importer: importer, partner: partner, imports: trade.imports / world.money,
          exports: trade.exports / world.money)
      } catch let error as BaseError {
        throw Refusal.mend(field: "plan", "\(error)")
      }
    }
  }

  private func made(
    _ instrument: DeficitPlan.Instrument, _ desk: Desk, _ ground: WorldGround, _ base: WorldBase,
    importer: Int, partner: Int, _ warnings: inout [String]
  ) throws(Refusal) -> DeficitStudy.Instrument {
    func shock(_ action: Action) throws(Refusal) -> WorldShock {
      try desk.shock(action, on: nil, answered: false, ModelTerms(), ground).shock.shock
    }
    switch instrument {
    case .uniformTariff:
      return .init(
        name: "uniform tariff",
        way: .tariffs(.uniformTariff(base, importer: importer, partner: partner)))
    case .partnerCuts:
      return .init(
        name: "partner's tariff cuts",
        way: .tariffs(.partnerCuts(base, importer: importer, partner: partner)))
    case .list(let name):
      let action = try desk.standing(name, "plan", LawTerms()).action
      return .init(
        name: "list \(name)", way: .tariffs(.action(name, try shock(action), base)))
    case .exemptions(let name):
      let action = try desk.action(name)
      let ground = try desk.ground(action, ModelTerms())
      let everyone =
        ground.book.countries ?? Set(ground.baseline.origins.flatMap(\.countries))
      let granted = try shock(action)
      let struck = try shock(action.striking(everyone))
      var withdrawn = WorldShock(base)
      for flow in withdrawn.tariffs.indices {
        withdrawn.tariffs[flow] += struck.tariffs[flow] - granted.tariffs[flow]
      }
      return .init(
        name: "exemptions of \(name)", way: .tariffs(.action(name, withdrawn, base)))
    case .purchases(let name):
      let promise = try Refusal.mending {
        try WorldLibrary.purchases(name, paths: desk.reach == .files)
      }
      let amounts = try Refusal.mending { try PromisedSectors(promise, on: ground) }
      warnings += amounts.notes
      return .init(
        name: "purchases \(name) (\(amounts.year))",
        way: .purchases(amounts.values.map { $0 / ground.world.money }))
    }
  }

  public static func document(_ answer: DeficitAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
