import Answers
package import TariffLaw
package import TradeAction
import TradeData
import TradeImpact
import WorldModel
package import WorldStudy

/// Worlds, and actions carried to them.
extension Desk {
  /// A shipped world base with what carries actions to it.
  package func worldGround(_ id: String) throws(Refusal) -> WorldGround {
    if let ground = kept.withLock({ $0.worlds[id] }) { return ground }
    let ground = try Refusal.mending { () throws -> WorldGround in
      guard let world = try ShippedWorlds.world(id) else {
        throw Refusal.mend(
          field: "base",
          "there is no world base '\(id)'; shipped: \(ShippedWorlds.ids.joined(separator: ", "))")
      }
      return try WorldGround(world)
    }
    kept.withLock { $0.worlds[id] = ground }
    return ground
  }

  /// An action at the rates of a day as new tariffs of a world.
  ///
  /// - Parameter answered: whether what partners do back in their law comes with it.
  package func shock(
    _ action: Action, on day: Day?, answered: Bool, _ terms: ModelTerms, _ ground: WorldGround
  ) throws(Refusal) -> (day: Day, shock: ActionShock) {
    let tariffGround = try self.ground(action, terms)
    let own: Day
    if let day { own = day } else { own = try self.day(action, terms, in: tariffGround.book) }
    let answers = answered ? try self.answers(action, terms.law) : []
    return try Refusal.mending {
      let pairs = try answers.map { answer in
        guard let exports = try ExportBaseline.shipped(answer.partner) else {
          throw Refusal.mend(field: "", "no exports to '\(answer.partner)' are shipped")
        }
        return (tariffs: answer, exports: exports)
      }
      return (
        own,
        try ActionShock(
          try ActionTariffs(action, on: own, tariffGround), of: tariffGround.baseline,
          answers: pairs, on: ground)
      )
    }
  }

  /// A set of trade elasticities by name.
  package static func theta(
    _ name: String, _ world: ShippedWorld
  ) throws(Refusal) -> [Double] {
    guard let theta = world.base.theta(name) else {
      throw .mend(
        field: "theta",
        "the base \(world.id) has no set '\(name)'; it has "
          + world.thetaSets.map(\.name).joined(separator: ", "))
    }
    return theta
  }

  /// A country of a base by its code there, or by its two-letter code.
  package static func place(
    _ code: String, _ field: String, _ world: ShippedWorld
  ) throws(Refusal) -> Int {
    let place =
      world.base.country(code)
      ?? CountryCode(code).flatMap { country in
        world.place(of: country).flatMap {
          world.regions.members[$0] == [country] ? $0 : nil
        }
      }
    guard let place else {
      throw .mend(
        field: field,
        "'\(code)' is no country of the base \(world.id); it has "
          + world.base.countries.map(\.code).joined(separator: ", "))
    }
    return place
  }

  /// What a world model says when it has no answer, as a refusal.
  static func solving<Result>(
    _ body: () throws(WorldModel.EquilibriumError) -> Result
  ) throws(Refusal) -> Result {
    do {
      return try body()
    } catch {
      throw .mend(field: "", "\(error)")
    }
  }
}
