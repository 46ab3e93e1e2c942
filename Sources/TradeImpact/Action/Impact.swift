public import TariffLaw
public import TradeAction

/// What an action does on a baseline, in dollars a year against it.
public struct Impact: Sendable {
  public let action: Action
  /// The day whose rates are taken.
  public let day: Day
  /// Customs value of the imports whose duty changes, at the baseline.
  public let coveredImports: Double
  /// The share of the covered imports that rests on fitted cells.
  public let fittedShare: Double
  public let measures: [MeasureShare]
  public let accounts: MarketResponse.Accounts
  public let origins: [OriginChange]
  public let bilateral: Balance
  public let total: Balance
  /// Rate lines whose duty changes.
  public let coveredLines: Int
  /// Listed codes the baseline has no line for.
  public let unmatched: [HTSCode]
  /// Imports in scope whose change of duty is not known; they are not counted.
  public let unpricedValue: Double
  public let vintage: Vintage

  /// What one measure of the action lays on the baseline.
  public struct MeasureShare: Hashable, Sendable {
    public let measure: String
    public let coveredImports: Double
    /// On unchanged imports.
    public let duty: Double
  }

  /// How imports from an origin change.
  public struct OriginChange: Hashable, Sendable {
    public let name: String
    public let importsChange: Double
    /// The part in goods and origins whose own duty does not change.
    public let diversion: Double
  }

  /// A goods balance, exports less imports.
  public struct Balance: Hashable, Sendable {
    /// Of the baseline's year; `nil` where there is no figure.
    public let base: Double?
    public let change: Double
  }

  /// What the figures rest on.
  public struct Vintage: Hashable, Sendable {
    public let baseline: String
    public let assumptions: String
    /// Parameters taken from memory and not checked against their source.
    public let unverified: [String]
  }

  /// Change of imports from goods and origins whose own duty does not change.
  public var diversion: Double { origins.reduce(0) { $0 + $1.diversion } }

  /// Change of all imports: what diversion does not make up.
  public var creation: Double { accounts.importsChange }
}
