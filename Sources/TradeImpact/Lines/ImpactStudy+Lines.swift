public import TariffLaw
import TradeAction

extension ImpactStudy {
  /// The partner's goods line by line.
  ///
  /// - Throws: ``ActionError`` when the baseline has no such origin of its own, for a model other than
  ///   the partial equilibrium, and where nothing responds.
  public func lines(of partner: CountryCode) throws -> LineStudy {
    guard let parameters, horizon.responds else {
      throw ActionError(
        message: "lines are looked at with the partial equilibrium, and a horizon that responds")
    }
    return try LineStudy(
      study, ground.baseline, sectors: sectors.names, partner: try origin(of: partner),
      space: parameters)
  }

  /// What a rate on the partner's goods of some lines does, all of them together.
  ///
  /// - Parameters:
  ///   - rate: added on the customs value, a fraction.
  ///   - lines: of eight digits, in the numbering of the baseline.
  /// - Throws: as ``lines(of:)``.
  public func outcome(
    adding rate: Double, to lines: Set<HTSCode>, of partner: CountryCode
  ) throws -> Outcome {
    guard let space, horizon.responds else {
      throw ActionError(
        message: "lines are looked at with the partial equilibrium, and a horizon that responds")
    }
    let origin = try origin(of: partner)
    var rates = market.baseRate
    for cell in rates.indices
    where market.originOfCell[cell] == origin
      && lines.contains(study.products[market.productOfCell[cell]].prefix(8))
    {
      rates[cell] += rate
    }
    return try ImpactRun(
      market: market, shock: TariffShock(market, rates: rates), space: space, responds: true,
      economy: economy, answers: []
    ).outcome(space.central, deadweight: .settled)
  }

  private func origin(of partner: CountryCode) throws(ActionError) -> Int {
    guard let origin = ground.baseline.origins.firstIndex(where: { $0.countries == [partner] })
    else {
      throw ActionError(
        message: "baseline '\(ground.baseline.id)' has no imports from \(partner.text) by itself")
    }
    return origin
  }
}
