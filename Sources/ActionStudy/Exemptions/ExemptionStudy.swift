public import LongWork
public import TariffLaw
public import TradeAction
public import TradeImpact

/// Exemptions of an action origin by origin: what each costs in covered value and revenue, and how much
/// of the trade it spares grows in place of what is charged.
public struct ExemptionStudy: Sendable {
  public let action: Action
  public let day: Day
  /// With every origin charged as if nothing had been exempt.
  public let charged: Impact
  /// As the law has it.
  public let asGranted: Impact
  /// By the imports they take out, most first.
  public let rows: [OriginExemption]

  /// - Parameters:
  ///   - origins: those to spare, whether the law does or not; `nil` for the ones that the law spares, or
  ///     where it spares none for all it covers.
  ///   - draws: the same for every run, so that differences are of paired draws.
  ///   - watch: may stop it between runs and draws.
  /// - Throws: ``ActionError`` when an origin is not told apart in the baseline or not covered, errors of
  ///   the data and the model otherwise.
  public init(
    _ study: ImpactStudy, _ action: Action, on day: Day, origins wanted: [CountryCode]? = nil,
    draws: DrawRequest? = nil, watch: WorkWatch = .nobody
  ) throws {
    let ground = study.ground
    let baseline = ground.baseline
    guard action.against == nil else {
      throw ActionError(
        message:
          "\(action.id) is held against the law of another day, whose exemptions are not struck;"
          + " give an action without 'against'")
    }
    let everyone =
      ground.book.countries ?? Set(baseline.origins.flatMap(\.countries))
    let granted = try ActionTariffs(action, on: day, ground)
    let struck = try ActionTariffs(action.striking(everyone), on: day, ground)
    // Under the struck action, but with the name and the notes of the one looked at.
    let charged = ActionTariffs(granted, cells: struck.cells)
    func assess(_ tariffs: ActionTariffs) throws -> Impact {
      try study.assess(tariffs, draws: draws, explains: false, watch: watch)
    }
    func cells(_ tariffs: ActionTariffs) -> [Int: [ActionTariffs.Cell]] {
      Dictionary(grouping: tariffs.cells) { baseline.origin[$0.indices.lowerBound] }
    }
    let (free, full) = (cells(granted), cells(charged))
    func isSpared(_ origin: Int) -> Bool {
      let (a, b) = (free[origin] ?? [], full[origin] ?? [])
      return a.count != b.count
        || !zip(a, b).allSatisfy { $0.indices == $1.indices && $0.change == $1.change }
    }
    let spared = full.keys.filter(isSpared).sorted()
    let chosen: [Int]
    if let wanted {
      chosen = try Set(wanted.map { try Self.origin(of: $0, study, full) }).sorted()
    } else {
      chosen = spared.isEmpty ? full.keys.sorted() : spared
    }
    let all = try assess(charged)
    let granting = try assess(granted)
    self.charged = all
    asGranted = granting
    self.action = action
    self.day = day
    rows = try chosen.map { origin in
      let isGranted = spared.contains(origin)
      var mixed = full
      mixed[origin] = isGranted ? free[origin] ?? [] : []
      let alone = ActionTariffs(
        granted,
        cells: mixed.values.joined().sorted { $0.indices.lowerBound < $1.indices.lowerBound })
      let impact = try assess(alone)
      func change(_ amount: @escaping (Outcome) -> Double) -> Estimate {
        Estimate.difference(impact, less: all, amount)
      }
      return OriginExemption(
        origin: baseline.origins[origin].name, kind: isGranted ? .granted : .hypothetical,
        exemptedImports: all.coveredImports - impact.coveredImports,
        dutyForgone: all.central.accounts.revenueStatic - impact.central.accounts.revenueStatic,
        revenueChange: change { $0.accounts.revenue },
        buyersLossChange: change { $0.accounts.buyersLoss },
        netWelfareChange: change { $0.accounts.netWelfare },
        salesIfCharged: all.estimate { $0.importsChange[origin] },
        salesIfSpared: impact.estimate { $0.importsChange[origin] },
        leakage: impact.estimate { $0.leakage[origin] },
        leakageAsGranted: isGranted ? granting.estimate { $0.leakage[origin] } : nil)
    }.sorted { ($1.exemptedImports, $0.origin) < ($0.exemptedImports, $1.origin) }
  }

  private static func origin(
    of country: CountryCode, _ study: ImpactStudy, _ covered: [Int: [ActionTariffs.Cell]]
  ) throws(ActionError) -> Int {
    let baseline = study.ground.baseline
    guard let origin = baseline.origins.firstIndex(where: { $0.countries.contains(country) })
    else {
      throw ActionError(message: "--origin: \(country) is not told apart in \(baseline.id)")
    }
    guard covered[origin] != nil else {
      throw ActionError(
        message: "--origin: nothing from \(baseline.origins[origin].name) is covered")
    }
    return origin
  }
}
