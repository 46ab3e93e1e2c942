/// The accounts of a world as they were read, before they are checked and balanced.
///
/// Arrays are laid out as in ``WorldBase``; input shares are shares of intermediate spending.
public struct BaseDraft: Sendable {
  public var countries: [WorldCountry]
  public var sectors: [WorldSector]
  public var trade: [Double]
  public var tariffs: [Double]
  /// By country, input, using sector: shares of the using sector's spending on inputs; empty without.
  public var inputShares: [Double]
  /// By sector and country, of gross output; one where a sector buys nothing.
  public var valueAddedShare: [Double]
  /// By sector and country; `nil` when it is to be derived.
  public var finalShare: [Double]?

  public init(
    countries: [WorldCountry], sectors: [WorldSector], trade: [Double], tariffs: [Double],
    inputShares: [Double], valueAddedShare: [Double], finalShare: [Double]?
  ) {
    self.countries = countries
    self.sectors = sectors
    self.trade = trade
    self.tariffs = tariffs
    self.inputShares = inputShares
    self.valueAddedShare = valueAddedShare
    self.finalShare = finalShare
  }

  /// The accounts, balanced: trade, tariffs and value added stay as they are, households buy what
  /// industries do not, and where industries would buy more of a sector than there is, their purchases
  /// are fitted to it.
  ///
  /// - Throws: ``BaseError`` when the accounts cannot hold: a country that makes or buys nothing, a
  ///   sector nobody trades, an industry that spends but buys no input.
  public func balanced() throws(BaseError) -> WorldBase {
    let count = countries.count
    let sums = FlowSums(
      trade: trade, tariffs: tariffs, sectors: sectors.count, countries: count)
    try check(sums)
    var notes: [String] = []
    var valueAddedShare = valueAddedShare
    var inputs: [Double] = []
    var final = sums.spending
    if !inputShares.isEmpty {
      var fit = InputFit(draft: self, sums: sums)
      if let country = fit.settle() {
        throw BaseError(
          "io",
          "industries of \(countries[country].code) would buy more than there is whichever inputs they "
            + "turn to; look at its input and value added shares")
      }
      inputs = fit.inputs(output: sums.output)
      final = fit.households(spending: sums.spending)
      valueAddedShare = fit.valueAddedShare
      if let note = fit.note(countries: countries, sectors: sectors) { notes.append(note) }
    }
    for country in countries.indices {
      let households = sectors.indices.reduce(0) { $0 + final[$1 * count + country] }
      guard households > 0 else {
        throw BaseError(
          "trade",
          "industries of \(countries[country].code) buy all there is, households nothing; "
            + "look at its input and value added shares")
      }
    }
    let base = WorldBase(
      countries: countries, sectors: sectors, trade: trade, tariffs: tariffs, inputs: inputs,
      valueAddedShare: valueAddedShare, finalSpending: final, notes: notes)
    return base.noted(againstGiven: finalShare)
  }

  private func check(_ sums: FlowSums) throws(BaseError) {
    let count = countries.count
    for flow in trade.indices where trade[flow] > 0 && tariffs[flow] == .infinity {
      throw BaseError(
        "tariffs",
        "sector \(sectors[flow / count / count].code) from \(countries[flow % count].code) into "
          + "\(countries[flow / count % count].code) is banned (inf) and has trade; give a rate or no "
          + "trade")
    }
    for country in countries.indices {
      let total = sectors.indices.reduce(0) { total, sector in
        total + sums.spending[sector * count + country] + sums.output[sector * count + country]
      }
      guard total < Double.greatestFiniteMagnitude / 1e30 else {
        throw BaseError(
          "trade",
          "the amounts of \(countries[country].code) are too large to add up; give them in a larger "
            + "unit of money")
      }
    }
    for country in countries.indices {
      let own = sectors.indices.reduce(0) { total, sector in
        total + trade[(sector * count + country) * count + country]
      }
      guard own > 0 else {
        throw BaseError(
          "trade",
          "missing pair: \(countries[country].code) to itself has no value in any sector; "
            + "own trade belongs in the file")
      }
    }
    for sector in sectors.indices {
      let total = countries.indices.reduce(0) { $0 + sums.output[sector * count + $1] }
      guard total > 0 else {
        throw BaseError(
          "trade",
          "a zero row: nobody sells anything of sector \(sectors[sector].code); "
            + "leave the sector out of all files or give its trade")
      }
    }
  }
}

extension WorldBase {
  /// With a note when households' shares derived from the accounts are not those that were given.
  fileprivate func noted(againstGiven given: [Double]?) -> WorldBase {
    guard let given else { return self }
    var distance = 0.0
    var worst = 0
    for cell in given.indices where (given[cell] - finalShare[cell]).magnitude > distance {
      distance = (given[cell] - finalShare[cell]).magnitude
      worst = cell
    }
    guard distance > 1e-6 else { return self }
    var copy = self
    let percent = (distance * 1e4).rounded() / 100
    copy.notes.append(
      "final: the shares given are not what the accounts leave to households; those of the accounts "
        + "are used (largest difference \(percent) points of spending, sector "
        + "\(sectors[worst / countryCount].code) in \(countries[worst % countryCount].code))")
    return copy
  }
}
