/// What one run of a model gives, in dollars a year against the baseline.
public struct Outcome: Hashable, Sendable {
  public var accounts = MarketResponse.Accounts()
  /// By origin of the baseline: change of imports, and the part of it in goods and origins whose own
  /// duty does not change.
  public var importsChange: [Double] = []
  public var diversion: [Double] = []
  /// The part of the diversion that is in goods on the list: what an origin that is spared gains.
  public var leakage: [Double] = []
  /// The share of the duty that reaches the buyers' price: change of the log of the price over that of
  /// the tariff power, on the imports whose duty changes; `nil` where nothing changes.
  public var passThrough: Double?

  /// Change of exports from each partner's answer, in the order of the answers; empty without any.
  public var exportsChange: [Double] = []

  /// Change of duty collected less the income and payroll taxes it costs; `nil` where the importer's
  /// economy is not held.
  public var revenueNetOfOffset: Double?

  /// Prices, households, output and jobs at home; `nil` where the importer's economy is not held.
  public var economy: EconomyEffect?

  /// Nothing has changed yet for any origin.
  init(origins: Int) {
    importsChange = Array(repeating: 0, count: origins)
    diversion = importsChange
    leakage = importsChange
  }

  /// Adds the change of a cell of a listed good.
  ///
  /// - Parameter isCharged: whether the cell's own duty changes.
  mutating func add(_ change: Double, at origin: Int, isCharged: Bool) {
    accounts.importsChange += change
    importsChange[origin] += change
    guard !isCharged else { return }
    diversion[origin] += change
    leakage[origin] += change
  }

  /// The change of the value of imports that comes from foreign prices alone; `nil` where the model
  /// does not set it apart.
  public var priceEffect: Double?

  /// Change of all imports: what neither diversion nor a price effect set apart makes up.
  public var creation: Double { accounts.importsChange - (priceEffect ?? 0) }
}
