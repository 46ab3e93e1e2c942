/// What a tariff does to prices, households, output and jobs at home, in dollars of the base year.
public struct EconomyEffect: Hashable, Sendable {
  /// How trade and transport margins follow a dearer good.
  public enum Margins: String, CaseIterable, Sendable {
    /// They stay as they are in dollars, but for the sellers' own costs.
    case dollars
    /// They stay the same percentage of the price.
    case percent
  }

  /// Consumers' prices under a rule for margins.
  public struct Prices: Hashable, Sendable {
    /// Rise of the price of each line of consumers' spending, as a fraction.
    public internal(set) var changes: [Double]
    /// What the base year's consumption costs more.
    public internal(set) var cost: Double
    /// `cost` over all consumption.
    public internal(set) var level: Double
  }

  /// Where the rise of consumers' prices comes from, margins in dollars; the parts sum to the cost.
  public struct Sources: Hashable, Sendable {
    /// Imported goods that consumers buy.
    public internal(set) var importedGoods = 0.0
    /// Imported inputs in goods and services made at home.
    public internal(set) var importedInputs = 0.0
    /// Home producers who charge more as demand turns to them, directly and through inputs.
    public internal(set) var homeProducers = 0.0
    /// Costs of the trade and transport that bring goods to consumers.
    public internal(set) var margins = 0.0
  }

  /// Who pays the rise of all prices on the quantities of the base year.
  public struct Bearers: Hashable, Sendable {
    public internal(set) var consumers = 0.0
    /// Investment and government.
    public internal(set) var otherFinalUsers = 0.0
    /// Buyers of exports.
    public internal(set) var foreignBuyers = 0.0
  }

  public struct Decile: Hashable, Sendable {
    /// Dollars a year for each household.
    public let cost: Double
    /// Over income after taxes and transfers.
    public let shareOfIncome: Double
  }

  /// Change of output of a group of industries, dollars at prices of the base year.
  public struct OutputChange: Hashable, Sendable {
    /// Sales that turn from imports to home goods.
    public internal(set) var protected = 0.0
    /// What the makers of those buy at home, and their suppliers in turn.
    public internal(set) var upstream = 0.0
    /// Sales lost at home because inputs are dearer, with the suppliers'.
    public internal(set) var downstream = 0.0
    /// The part of `downstream` that goes to imports; the rest is bought no more.
    public internal(set) var downstreamToImports = 0.0
    /// Exports lost because inputs are dearer and exports changed otherwise, with the suppliers'.
    public internal(set) var exports = 0.0

    public var total: Double { protected + upstream + downstream + exports }

    /// The same with the real spending of final users kept: what is bought no more is left out.
    public var atKeptSpending: OutputChange {
      var kept = self
      kept.downstream = downstreamToImports
      return kept
    }

    /// Every part times a factor.
    public func scaled(by factor: Double) -> OutputChange {
      OutputChange(
        protected: protected * factor, upstream: upstream * factor,
        downstream: downstream * factor, downstreamToImports: downstreamToImports * factor,
        exports: exports * factor)
    }
  }

  public internal(set) var dollars: Prices
  public internal(set) var percent: Prices
  public internal(set) var sources = Sources()
  public internal(set) var bearers = Bearers()
  /// Margins in dollars; the poorest first.
  public internal(set) var deciles: [Decile] = []
  /// Change of exports at base prices as inputs are dearer; negative for a loss.
  public internal(set) var exportsFromCosts = 0.0
  /// By group of industries.
  public internal(set) var output: [OutputChange] = []
  /// Rise of the cost of imports, as the accounts have them.
  public internal(set) var importCost = 0.0
  /// Rise of the cost of imports the accounts have no commodity for; it is in none of the figures.
  public internal(set) var unplacedCost = 0.0
}
