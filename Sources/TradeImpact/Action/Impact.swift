public import TariffLaw
public import TradeAction

/// What an action does on a baseline, in dollars a year against it.
public struct Impact: Sendable {
  public let action: Action
  /// The day whose rates are taken.
  public let day: Day
  public let model: ImpactModel
  /// Customs value of the imports whose duty changes, at the baseline.
  public let coveredImports: Double
  /// The share of the covered imports that rests on fitted cells.
  public let fittedShare: Double
  /// The share of the covered imports whose duty rests on the default of a fact that an entry would
  /// state.
  public let assumedShare: Double
  public let measures: [MeasureShare]
  /// Names of the origins of the baseline, in the order of the outcomes.
  public let origins: [String]
  /// The run with the central values of the assumptions.
  public let central: Outcome
  /// Runs with drawn values; `nil` without.
  public let draws: Draws?
  /// Which assumption moves the answer most, from the most on; empty without draws.
  public let tornado: [TornadoBar]
  /// With the whole duty passing through to the buyers, and with half of it; empty without draws.
  public let passThroughBounds: [PassThroughBound]
  /// The goods balance of the baseline's year with the partner and with the world, exports less
  /// imports; `nil` where there is no figure.
  public let bilateralBalance: Double?
  public let totalBalance: Double?
  /// The position of the partner among the origins.
  public let partner: Int?
  /// Rate lines whose duty changes.
  public let coveredLines: Int
  /// Listed codes the baseline has no line for.
  public let unmatched: [HTSCode]
  /// Imports in scope whose change of duty is not known; they are not counted.
  public let unpriced: [UnpricedGood]
  /// What partners do to exports in return.
  public let retaliation: [PartnerResponse]
  public let vintage: Vintage
  /// What the economies of the outcomes are about; `nil` where the importer's is not held.
  public let economy: EconomyBasis?

  /// What one measure of the action lays on the baseline.
  public struct MeasureShare: Hashable, Sendable {
    public let measure: String
    public let coveredImports: Double
    /// On unchanged imports.
    public let duty: Double
  }

  /// Draws of the uncertain assumptions.
  public struct Draws: Sendable {
    public let request: DrawRequest
    /// Every outcome, in the order of the draws.
    public let outcomes: [Outcome]
  }

  /// The outcome when a stated share of the duty passes through to the buyers' price of a variety.
  public struct PassThroughBound: Sendable {
    public let share: Double
    public let outcome: Outcome
  }

  /// A good whose change of duty is not known.
  public struct UnpricedGood: Hashable, Sendable {
    public let code: HTSCode
    public let value: Double
    public let reason: String
  }

  /// What the figures rest on.
  public struct Vintage: Hashable, Sendable {
    public let baseline: String
    public let assumptions: String
    /// `nil` for a model whose elasticities know none.
    public let horizon: Horizon?
    /// Parameters taken from memory and not checked against their source.
    public let unverified: [String]
    /// Parameters whose spread is assumed, as no error is published.
    public let assumedSpreads: [String]
    /// How far sigma rests on estimates by good.
    public let coverage: GoodsElasticities.Coverage?
    /// The year whose observed use of preferences is taken; `nil` where nothing is claimed.
    public let claims: Int?
    /// Values taken for facts in place of the law files' own.
    public let assumedFacts: [String]
  }

  /// An amount over the draws.
  public func estimate(_ amount: (Outcome) -> Double) -> Estimate {
    Estimate(central: amount(central), draws: draws?.outcomes.map(amount) ?? [])
  }

  /// Change of exports to a partner, or to all of them, from their answers; zero without any.
  public func exportsChange(to partner: CountryCode?, in outcome: Outcome) -> Double {
    zip(retaliation, outcome.exportsChange).reduce(0) { sum, answer in
      partner == nil || answer.0.partner == partner ? sum + answer.1 : sum
    }
  }

  /// Change of the goods balance with the partner; `nil` where the action names none.
  public func bilateralChange(in outcome: Outcome) -> Double? {
    partner.map {
      exportsChange(to: action.partner, in: outcome) - outcome.importsChange[$0]
    }
  }

  /// Change of the goods balance with all partners.
  public func totalChange(in outcome: Outcome) -> Double {
    exportsChange(to: nil, in: outcome) - outcome.accounts.importsChange
  }

  /// Imports in scope that are not counted.
  public var unpricedValue: Double { unpriced.reduce(0) { $0 + $1.value } }
}
