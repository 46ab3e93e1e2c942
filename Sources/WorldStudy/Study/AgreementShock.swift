import TariffLaw
public import TradeAction
public import WorldModel

/// An agreement as new tariffs in a world base.
public struct AgreementShock: Sendable {
  public let shock: WorldShock
  /// The members' countries in the base, in the agreement's order.
  public let members: [Int]
  /// Pairs of members, importer first, whose tariffs change and stay.
  public let changing: Int
  public let staying: Int

  /// Members lay the agreement's rate on each other's goods where they laid more; pairs with an agreement
  /// that stands keep their rates, and so do services.
  ///
  /// - Throws: ``ActionError`` when a member is no country of its own in the base.
  public init(_ agreement: Agreement, on world: ShippedWorld) throws(ActionError) {
    let base = world.base
    var places: [Int] = []
    var hidden: [CountryCode] = []
    for member in agreement.members {
      if let place = world.place(of: member), world.regions.members[place] == [member] {
        places.append(place)
      } else {
        hidden.append(member)
      }
    }
    guard hidden.isEmpty else {
      throw ActionError(
        message: "\(agreement.id): \(hidden.map(\.text).joined(separator: ", ")) "
          + "\(hidden.count == 1 ? "is" : "are") part of a region in the base \(world.id); choose a "
          + "base in which each member is a country")
    }
    let rate = agreement.rate.doubleValue
    var shock = WorldShock(base)
    var (changing, staying) = (0, 0)
    for (importer, one) in zip(places, agreement.members) {
      for (exporter, other) in zip(places, agreement.members) where one != other {
        guard !agreement.isStanding(one, other) else {
          staying += 1
          continue
        }
        changing += 1
        for sector in base.sectors.indices where base.sectors[sector].isTradable {
          let flow = base.flow(sector: sector, importer: importer, exporter: exporter)
          shock.tariffs[flow] = min(shock.tariffs[flow], rate)
        }
      }
    }
    self.shock = shock
    members = places
    self.changing = changing
    self.staying = staying
  }
}
