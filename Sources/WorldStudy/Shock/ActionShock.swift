public import TradeAction
public import TradeData
public import WorldModel

/// An action and the partners' answers as a shock to a world base.
public struct ActionShock: Sendable {
  /// What the action changes on the importer's own imports.
  public let action: SectorTariffs
  /// What each answer changes on the partner's imports from the importer, in the order given.
  public let answers: [SectorTariffs]
  public let shock: WorldShock
  /// Flows of the base whose new rate lies below zero: what the action takes away is not in the rates of
  /// the base's year.
  public let belowZero: Int

  /// - Parameters:
  ///   - tariffs: what the action changes, cell by cell of the baseline.
  ///   - answers: what each partner lays on exports, with the exports it was found on.
  /// - Throws: ``ActionError`` when the base has no country for an importer.
  public init(
    _ tariffs: ActionTariffs, of baseline: ImportBaseline,
    answers: [(tariffs: PartnerTariffs, exports: ExportBaseline)] = [], on ground: WorldGround
  ) throws(ActionError) {
    let base = ground.world.base
    action = try SectorTariffs(tariffs, of: baseline, on: ground)
    guard let origin = ground.world.regions.members[action.importer].first else {
      throw ActionError(message: "world base \(ground.world.id): the importer is no country there")
    }
    var found: [SectorTariffs] = []
    for (tariffs, exports) in answers {
      found.append(try SectorTariffs(tariffs, of: exports, from: origin, on: ground))
    }
    self.answers = found
    var shock = WorldShock(base)
    for changes in [action] + found { shock.add(changes, on: base) }
    self.shock = shock
    belowZero = shock.tariffs.indices.count { shock.tariffs[$0] < 0 && base.trade[$0] > 0 }
  }
}
