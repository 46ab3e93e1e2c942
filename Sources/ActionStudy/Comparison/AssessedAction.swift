public import LongWork
public import TariffLaw
public import TradeAction
public import TradeImpact

/// An action with what it changes in law and what that does, line by line and sector by sector.
public struct AssessedAction: Sendable {
  public let tariffs: ActionTariffs
  public let impact: Impact
  /// Lines with imports whose duty changes, in the order of their codes.
  public let lines: [ActionLine]
  /// Listed lines of the schedule of the day that nothing imported in the baseline's year stands in.
  public let idleLines: [HTSCode]
  /// By sector of the market.
  public let sectors: [SectorSums]
  /// Names of the sectors.
  public let sectorNames: [String]

  /// What the action comes to in one sector, dollars a year.
  public struct SectorSums: Hashable, Sendable {
    public internal(set) var imports = 0.0
    /// On unchanged imports.
    public internal(set) var duty = 0.0
    /// What buyers lose, with the central assumptions.
    public internal(set) var buyersLoss = 0.0
    /// Rate lines with covered imports in it.
    public internal(set) var lines = 0
  }

  /// The action on the ground of a study.
  ///
  /// - Parameters:
  ///   - tariffs: found on the ground of the study.
  ///   - impact: what the study makes of them.
  /// - Throws: ``ActionError`` when the model has no sectors, ``EquilibriumError`` when one does not
  ///   converge.
  public init(_ study: ImpactStudy, _ tariffs: ActionTariffs, _ impact: Impact) throws {
    guard study.model == .pe else {
      throw ActionError(
        message: "\(study.model.rawValue) knows no sectors; compare with the partial equilibrium")
    }
    let baseline = study.ground.baseline
    let market = study.market
    var lines: [HTSCode: ActionLine] = [:]
    var sectors = [SectorSums](repeating: SectorSums(), count: market.sectors.count)
    var linesOfSector = [Set<HTSCode>](repeating: [], count: market.sectors.count)
    for cell in tariffs.cells {
      let sector = market.sectorOfProduct[market.productOfCell[study.marketCell(of: cell)]]
      for index in cell.indices {
        let line = baseline.codes[index].prefix(8)
        let imports = baseline.value[index] * cell.covered
        let duty = baseline.value[index] * cell.change
        lines[line, default: ActionLine(code: line, imports: 0, duty: 0)].imports += imports
        lines[line]?.duty += duty
        sectors[sector].imports += imports
        sectors[sector].duty += duty
        linesOfSector[sector].insert(line)
      }
    }
    let losses = try SectorLoss.buyers(study, tariffs)
    for sector in sectors.indices {
      sectors[sector].buyersLoss = losses[sector]
      sectors[sector].lines = linesOfSector[sector].count
    }
    self.tariffs = tariffs
    self.impact = impact
    self.lines = lines.values.sorted { $0.code < $1.code }
    self.sectors = sectors
    sectorNames = market.sectors
    idleLines = ListedLines(tariffs, study.ground).withoutImports(in: tariffs, study.ground)
  }

  /// Assesses an action and sets out its lines.
  ///
  /// - Throws: as ``ImpactStudy/assess(_:draws:threads:answers:explains:watch:)``.
  public init(
    _ study: ImpactStudy, _ action: Action, on day: Day, draws: DrawRequest? = nil,
    answers: [PartnerTariffs] = [], watch: WorkWatch = .nobody
  ) throws {
    let tariffs = try ActionTariffs(action, on: day, study.ground)
    try self.init(
      study, tariffs,
      try study.assess(tariffs, draws: draws, answers: answers, explains: false, watch: watch))
  }
}
