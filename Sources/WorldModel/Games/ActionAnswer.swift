/// An action and what the countries it hits do back.
public struct ActionAnswer: Sendable {
  public let retaliation: Retaliation
  /// All tariffs after the answers.
  public let shock: WorldShock
  public let equilibrium: Equilibrium
  /// The countries that answered.
  public let answering: [Int]
  /// The rest the game came to, with its checks; for ``Retaliation/nash`` only, and for best responses that
  /// were played to rest.
  public let rest: TariffGame.Rest?
  /// What was simplified, in words.
  public let notes: [String]

  /// With more countries hit than this, each answers the action alone, not the others' answers, and a game
  /// is played with this many, those that lose most trade.
  private static let mostPlayers = 3

  /// - Parameters:
  ///   - shock: the base's tariffs with the action's.
  ///   - importer: the country that acts.
  /// - Throws: ``EquilibriumError``.
  public init(
    _ retaliation: Retaliation, to shock: WorldShock, by importer: Int,
    _ solver: EquilibriumSolver, workers: Int? = nil
  ) throws(EquilibriumError) {
    self.retaliation = retaliation
    let base = solver.base
    let hit = Self.hit(by: shock, importer: importer, base)
    switch retaliation {
    case .none:
      self.shock = shock
      answering = []
      rest = nil
      notes = []
    case .reciprocal:
      var answered = shock
      for partner in hit { Self.mirror(&answered, importer: importer, partner: partner, base) }
      self.shock = answered
      answering = hit
      rest = nil
      notes = []
    case .bestResponse where hit.count > Self.mostPlayers:
      let responses = try Parallel.map(hit, workers: workers) {
        partner throws(EquilibriumError) in
        try BestResponse(
          .bySector(base, importer: partner, partners: [importer]), in: shock, solver)
      }
      var answered = shock
      for response in responses { response.instrument.lay(response.rates, into: &answered) }
      self.shock = answered
      answering = hit
      rest = nil
      notes = [
        "\(hit.count) countries are hit: each one's answer is best against the action, not against "
          + "the others' answers"
      ]
    case .bestResponse, .nash:
      let players = Array(hit.prefix(Self.mostPlayers))
      var instruments = players.map {
        TariffInstrument.bySector(base, importer: $0, partners: [importer])
      }
      if retaliation == .nash {
        instruments.insert(
          .byPartnerAndSector(base, importer: importer, partners: players), at: 0)
      }
      let game = TariffGame(solver, players: instruments, given: shock)
      let rest = try game.rests(from: [TariffGame.Start(name: "base", rate: nil)])[0]
      self.shock = rest.equilibrium.shock
      self.rest = rest
      answering = players
      notes =
        players.count < hit.count
        ? [
          "\(hit.count) countries are hit: the game is played with the \(players.count) whose trade "
            + "is largest; the others do nothing"
        ] : []
    }
    if let rest {
      equilibrium = rest.equilibrium
    } else {
      equilibrium = try solver.equilibrium(after: self.shock)
    }
  }

  /// The countries whose goods pay more to the importer than in the base, from the one whose hit trade is
  /// largest.
  private static func hit(by shock: WorldShock, importer: Int, _ base: WorldBase) -> [Int] {
    var value = [Double](repeating: 0, count: base.countryCount)
    for sector in base.sectors.indices {
      for exporter in base.countries.indices where exporter != importer {
        let flow = base.flow(sector: sector, importer: importer, exporter: exporter)
        if shock.tariffs[flow] > base.tariffs[flow] + 1e-12 { value[exporter] += base.trade[flow] }
      }
    }
    return value.indices.filter { value[$0] > 0 }.sorted { value[$0] > value[$1] }
  }

  private static func mirror(
    _ shock: inout WorldShock, importer: Int, partner: Int, _ base: WorldBase
  ) {
    for sector in base.sectors.indices where base.sectors[sector].isTradable {
      let there = base.flow(sector: sector, importer: importer, exporter: partner)
      let back = base.flow(sector: sector, importer: partner, exporter: importer)
      shock.tariffs[back] += max(0, shock.tariffs[there] - base.tariffs[there])
    }
  }
}
