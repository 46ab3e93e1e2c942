/// The accounts of a world in one year: who bought what from whom, at which tariff, made of what.
///
/// Flows are values net of tariff, own trade included, in one unit of money throughout. Arrays are flat:
/// `flows[(sector * countries + importer) * countries + exporter]`, and
/// `countryTable[sector * countries + country]`. The accounts balance exactly: what is bought of a
/// sector in a country is bought by its industries or its households, and households spend value added,
/// tariff revenue, and the deficit.
public struct WorldBase: Sendable {
  public let countries: [WorldCountry]
  public let sectors: [WorldSector]
  /// Value net of tariff, by sector, importer, exporter.
  public let trade: [Double]
  /// Ad valorem rates as fractions, by sector, importer, exporter; infinity bans.
  public let tariffs: [Double]
  /// What a dollar of output of a using sector spends on an input: by country, input, using sector. Empty
  /// when every sector uses labour only.
  public let inputs: [Double]
  /// Value added in gross output, by sector and country.
  public let valueAddedShare: [Double]
  /// Households' spending shares, by sector and country.
  public let finalShare: [Double]
  /// What had to be changed or assumed for the accounts to balance, in words.
  public package(set) var notes: [String]

  /// Spending at prices that include the tariff, by sector and country.
  public let spending: [Double]
  /// Gross output, by sector and country.
  public let output: [Double]
  /// By country.
  public let valueAdded: [Double]
  /// Tariff revenue, by country.
  public let revenue: [Double]
  /// Imports less exports, by country.
  public let deficit: [Double]

  public var countryCount: Int { countries.count }
  public var sectorCount: Int { sectors.count }

  /// The world's value added: the unit in which the model's money is held.
  public var worldValueAdded: Double { valueAdded.reduce(0, +) }

  /// Households' income, by country: value added, tariff revenue, and the deficit.
  public var income: [Double] {
    countries.indices.map { valueAdded[$0] + revenue[$0] + deficit[$0] }
  }

  /// The position of a country.
  public func country(_ code: String) -> Int? { countries.firstIndex { $0.code == code } }

  /// The position of a sector.
  public func sector(_ code: String) -> Int? { sectors.firstIndex { $0.code == code } }

  /// Where a flow stands in ``trade`` and ``tariffs``.
  public func flow(sector: Int, importer: Int, exporter: Int) -> Int {
    (sector * countryCount + importer) * countryCount + exporter
  }

  /// The flows of goods from one country to another: of the sectors that cross borders under a tariff.
  package func goodsFlows(importer: Int, exporter: Int) -> [Int] {
    sectors.indices.filter { sectors[$0].isTradable }
      .map { flow(sector: $0, importer: importer, exporter: exporter) }
  }

  /// - Parameters:
  ///   - inputs: by country, input, using sector, of a dollar of output; empty without input-output links.
  ///   - finalSpending: by sector and country, what households buy; it must come to spending less inputs.
  package init(
    countries: [WorldCountry], sectors: [WorldSector], trade: [Double], tariffs: [Double],
    inputs: [Double], valueAddedShare: [Double], finalSpending: [Double], notes: [String]
  ) {
    self.init(
      countries: countries, sectors: sectors, trade: trade, tariffs: tariffs, inputs: inputs,
      valueAddedShare: valueAddedShare, finalSpending: finalSpending, notes: notes,
      sums: FlowSums(
        trade: trade, tariffs: tariffs, sectors: sectors.count, countries: countries.count))
  }

  /// - Parameter sums: those of the flows.
  init(
    countries: [WorldCountry], sectors: [WorldSector], trade: [Double], tariffs: [Double],
    inputs: [Double], valueAddedShare: [Double], finalSpending: [Double], notes: [String],
    sums: FlowSums
  ) {
    self.countries = countries
    self.sectors = sectors
    self.trade = trade
    self.tariffs = tariffs
    self.inputs = inputs
    self.valueAddedShare = valueAddedShare
    self.notes = notes
    spending = sums.spending
    output = sums.output
    revenue = sums.revenue
    deficit = sums.deficit
    let count = countries.count
    var added = [Double](repeating: 0, count: count)
    var households = [Double](repeating: 0, count: count)
    for cell in spending.indices {
      added[cell % count] += valueAddedShare[cell] * sums.output[cell]
      households[cell % count] += finalSpending[cell]
    }
    valueAdded = added
    finalShare = finalSpending.indices.map { finalSpending[$0] / households[$0 % count] }
  }
}
