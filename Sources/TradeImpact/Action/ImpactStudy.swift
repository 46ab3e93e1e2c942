public import LongWork
public import TariffLaw
public import TradeAction
import TradeData

/// Assesses actions on a baseline: everything that is the same for all of them, read once.
public struct ImpactStudy: Sendable {
  public let ground: TariffGround
  public let assumptions: Assumptions
  public let horizon: Horizon
  public let model: ImpactModel
  let study: StudyMarket
  let sectors: SectorMap
  let space: StudySpace?
  /// For the models beside the partial equilibrium.
  private let other: (@Sendable (ImportMarket, TariffShock) -> Outcome)?
  let economy: EconomyModel?

  /// - Parameters:
  ///   - horizon: changes the assumptions of the partial equilibrium; the other models know none.
  ///   - economy: assumptions on the importer's economy; without them an impact ends at the border.
  /// - Throws: ``ActionError`` when the assumptions lack a parameter, errors of the data and the
  ///   model otherwise.
  public init(
    _ ground: TariffGround, assumptions: Assumptions, horizon: Horizon, model: ImpactModel = .pe,
    economy: Assumptions? = nil
  ) throws {
    self.ground = ground
    self.model = model
    self.horizon = horizon
    let conversions = try ShippedConversions.pairs()
    let sectors = try SectorMap.shipped(year: ground.baseline.year)
    self.sectors = sectors
    study = try StudyMarket(ground.baseline, sectors, conversions)
    self.assumptions = model == .pe ? horizon.applied(to: assumptions) : assumptions
    let (market, year) = (study, ground.baseline.year)
    // Without the accounts of the importer's economy, assumptions on it have nothing to act on.
    let home =
      model == .pe && economy != nil
      ? try EconomyModel.shipped(market, sectors, conversions, year: year) : nil
    self.economy = home
    func parameter(_ name: String) throws(ActionError) -> Double {
      guard let value = assumptions.value(name), !value.isNaN else {
        throw ActionError(message: "assumptions '\(assumptions.id)' set no '\(name)'")
      }
      return value
    }
    do {
      switch model {
      case .pe:
        space = StudySpace(
          equilibrium: try ParameterSpace(
            self.assumptions, products: study.products, sectors: sectors.names,
            conversions: conversions),
          economy: home == nil ? nil : try economy.map { try EconomySpace($0) })
        other = nil
      case .smart:
        space = nil
        let smart = try SmartModel(
          demand: parameter("import-demand"), substitution: parameter("substitution"),
          supply: parameter("export-supply"))
        other = { smart.outcome($0, $1) }
      case .gsim:
        space = nil
        let gsim = try GsimModel(
          demand: parameter("demand"), supply: parameter("supply"),
          substitution: parameter("substitution"))
        other = { gsim.outcome($0, $1) }
      }
    } catch let error as EquilibriumError {
      throw ActionError(message: "assumptions '\(assumptions.id)': \(error)")
    }
  }

  /// The imports as the model sees them.
  public var market: ImportMarket { study.market }

  /// The elasticities of the partial equilibrium and how they are drawn; `nil` for another model.
  public var parameters: ParameterSpace? { space?.equilibrium }

  /// The rates under an action, one a cell of the market.
  public func rates(under tariffs: ActionTariffs) -> [Double] {
    var rates = study.market.baseRate
    for cell in tariffs.cells {
      rates[study.marketOfCell[cell.indices.lowerBound]] += cell.change
    }
    return rates
  }

  /// The cell of the market that a cell of an action's tariffs is in.
  package func marketCell(of cell: ActionTariffs.Cell) -> Int {
    study.marketOfCell[cell.indices.lowerBound]
  }

  /// The cell of the market that a cell of the baseline is in.
  package func marketCell(at index: Int) -> Int { study.marketOfCell[index] }

  /// Every price and quantity under new rates, one a cell of the market, with the central assumptions;
  /// `nil` where nothing responds or the model is another than the partial equilibrium.
  ///
  /// - Throws: ``EquilibriumError`` when a rate is out of range or a sector does not converge.
  public func response(to rates: [Double]) throws -> MarketResponse? {
    guard horizon.responds, let space else { return nil }
    return try PartialEquilibrium(market: market, parameters: space.central.equilibrium)
      .respond(to: rates)
  }

  /// The impact of an action at the rates of a day.
  ///
  /// - Parameters:
  ///   - draws: how many draws of the uncertain assumptions to add to the central run.
  ///   - threads: on how many to make them; the outcomes are the same on any.
  ///   - answers: what partners lay on exports in return.
  ///   - watch: may stop it before it begins and between draws.
  /// - Throws: `WorkStopped`; errors of the law, the data and the model.
  public func assess(
    _ action: Action, on day: Day, draws: DrawRequest? = nil, threads: Int? = nil,
    answers: [PartnerTariffs] = [], watch: WorkWatch = .nobody
  ) throws -> Impact {
    try assess(
      try ActionTariffs(action, on: day, ground), draws: draws, threads: threads, answers: answers,
      watch: watch)
  }

  /// The impact of an action whose tariffs on this baseline are found already.
  ///
  /// - Parameter explains: whether to add to draws which assumption moves the answer, and the bounds
  ///   for the pass-through.
  public func assess(
    _ tariffs: ActionTariffs, draws: DrawRequest? = nil, threads: Int? = nil,
    answers: [PartnerTariffs] = [], explains: Bool = true,
    watch: WorkWatch = .nobody
  ) throws -> Impact {
    try watch.check()
    let baseline = ground.baseline
    let (action, day) = (tariffs.action, tariffs.day)
    let market = study.market
    var covered = Coverage(measures: tariffs.measures.count)
    for cell in tariffs.cells { covered.add(cell, of: baseline) }
    let shock = try TariffShock(market, rates: rates(under: tariffs))
    let demands = answers.map { tariffs in
      ExportDemand(
        tariffs, sectors: sectors.names.count, sectorOf: { sectors.sector(of: $0) })
    }
    let run = space.map {
      ImpactRun(
        market: market, shock: shock, space: $0, responds: horizon.responds, economy: economy,
        answers: demands)
    }
    guard draws == nil || run != nil else {
      throw ActionError(
        message: "\(model.rawValue) has no published errors to draw from; use --model pe for draws")
    }
    let central =
      try run.map { try $0.outcome($0.space.central, deadweight: .settled) }
      ?? other?(market, shock)
    guard let central else { throw ActionError(message: "no model was chosen") }
    let partner = action.partner.flatMap { code in
      baseline.origins.firstIndex { $0.countries == [code] }
    }
    return Impact(
      action: action, day: day, model: model, coveredImports: covered.value,
      fittedShare: covered.share(covered.fitted), assumedShare: covered.share(covered.assumed),
      measures: tariffs.measures.enumerated().map { position, id in
        Impact.MeasureShare(
          measure: id, coveredImports: covered.byMeasure[position],
          duty: covered.dutyByMeasure[position])
      },
      origins: baseline.origins.map(\.name), central: central,
      draws: try draws.flatMap { request in
        try run.map {
          Impact.Draws(
            request: request, outcomes: try $0.draws(request, threads: threads, watch: watch))
        }
      },
      tornado: draws == nil || !explains ? [] : try run?.tornado() ?? [],
      passThroughBounds: draws == nil || !explains ? [] : try run?.passThroughBounds() ?? [],
      bilateralBalance: try partner.flatMap {
        try balance(baseline.origins[$0].countries.first, year: baseline.year)
      },
      totalBalance: try balance(nil, year: baseline.year), partner: partner,
      coveredLines: covered.lines.count, unmatched: tariffs.unmatched,
      unpriced: unpriced(tariffs), retaliation: responses(to: answers, demands), vintage: vintage,
      economy: economyBasis)
  }

  /// What partners' answers do to exports; none where the importer's economy, and so the demand for its
  /// exports, is not held.
  private func responses(
    to answers: [PartnerTariffs], _ demands: [ExportDemand]
  ) -> [PartnerResponse] {
    guard let economy = space?.central.economy else { return [] }
    return zip(answers, demands).map { tariffs, demand in
      PartnerResponse(tariffs, demand, elasticity: horizon.responds ? economy.exportDemand : 0)
    }
  }

  /// What the cells of an action come to on the baseline.
  private struct Coverage {
    var value = 0.0
    var fitted = 0.0
    var assumed = 0.0
    var byMeasure: [Double]
    var dutyByMeasure: [Double]
    var lines: Set<HTSCode> = []

    init(measures: Int) {
      byMeasure = Array(repeating: 0, count: measures)
      dutyByMeasure = byMeasure
    }

    func share(_ part: Double) -> Double { value > 0 ? part / value : 0 }

    mutating func add(_ cell: ActionTariffs.Cell, of baseline: ImportBaseline) {
      for index in cell.indices {
        let code = baseline.codes[index]
        let amount = baseline.value[index]
        value += amount * cell.covered
        assumed += amount * cell.assumed
        // Which part of a whole line is covered is an estimate, too.
        let isEstimate = cell.covered < 1 && code.length < 10
        switch baseline.provenance[index] {
        case .fitted, .unallocated: fitted += amount * cell.covered
        case .published, .split: if isEstimate { fitted += amount * cell.covered }
        }
        for (measure, rate) in cell.byMeasure {
          dutyByMeasure[measure] += rate * amount
          byMeasure[measure] += amount * cell.covered
        }
        lines.insert(code.prefix(8))
      }
    }
  }

  /// Goods in scope whose duty is not known, most imports first.
  private func unpriced(_ tariffs: ActionTariffs) -> [Impact.UnpricedGood] {
    var found: [HTSCode: (value: Double, reason: String)] = [:]
    for item in tariffs.unpriced {
      for index in item.indices {
        found[ground.baseline.codes[index], default: (0, item.reason)].value +=
          ground.baseline.value[index]
      }
    }
    return found.map {
      Impact.UnpricedGood(code: $0.key, value: $0.value.value, reason: $0.value.reason)
    }
    .sorted { ($1.value, $0.code) < ($0.value, $1.code) }
  }

  /// The goods balance of a year with a country, or with the world.
  private func balance(_ country: CountryCode?, year: Int) throws -> Double? {
    guard let country else { return try GoodsBalance.dollars(census: "-", year: year) }
    let census = try ShippedCountries.all().first { $0.code == country }?.census
    return try census.flatMap { try GoodsBalance.dollars(census: $0, year: year) }
  }

  private var economyBasis: EconomyBasis? {
    guard let economy, let space = space?.economy, let central = self.space?.central.economy else {
      return nil
    }
    return EconomyBasis(
      accounts: economy.accounts, revenueOffset: central.revenueOffset,
      unverified: space.assumptions.parameters.filter { !$0.isVerified }.map(\.name)
        + economy.accounts.unverified)
  }

  private var vintage: Impact.Vintage {
    Impact.Vintage(
      baseline: ground.baseline.id, assumptions: assumptions.id,
      horizon: model == .pe ? horizon : nil,
      unverified: assumptions.parameters.filter { !$0.isVerified }.map(\.name),
      assumedSpreads: space?.axes.filter(\.isAssumed).map(\.name) ?? [],
      coverage: space?.equilibrium.coverage,
      claims: ground.useYear, assumedFacts: ground.book.assumed.map(\.description))
  }
}
