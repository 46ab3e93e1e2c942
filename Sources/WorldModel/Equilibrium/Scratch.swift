extension EquilibriumMap {
  /// What a round writes on its way; allocated once.
  final class Scratch {
    let bySector: DenseStore
    /// Logarithms of unit costs, and their powers, by sector and country.
    let cost: DenseStore
    let power: DenseStore
    let scale: DenseStore
    let output: DenseStore
    let home: DenseStore
    let imports: DenseStore
    let exports: DenseStore
    let revenue: DenseStore
    let wages: DenseStore
    let income: DenseStore
    /// By sector and importer: the sum of the row of shares, spending and spending over that sum, the sum
    /// over foreign sellers, and new spending.
    let sum: DenseStore
    let value: DenseStore
    let each: DenseStore
    let pulled: DenseStore
    let spent: DenseStore
    /// What an exporter sells abroad over the power of its cost, by sector.
    let drawn: DenseStore

    init(countries: Int, sectors: Int, width: Int, inputWidth: Int) {
      bySector = DenseStore(inputWidth)
      cost = DenseStore(sectors * width)
      power = DenseStore(sectors * width)
      scale = DenseStore(sectors)
      output = DenseStore(sectors * width)
      home = DenseStore(sectors * countries)
      imports = DenseStore(countries)
      exports = DenseStore(countries)
      revenue = DenseStore(countries)
      wages = DenseStore(countries)
      income = DenseStore(countries)
      sum = DenseStore(sectors * countries)
      value = DenseStore(sectors * countries)
      each = DenseStore(sectors * countries)
      pulled = DenseStore(sectors * countries)
      spent = DenseStore(sectors * countries)
      drawn = DenseStore(sectors * width)
    }

    /// Sums begin at zero.
    func clear() {
      output.clear()
      home.clear()
      imports.clear()
      exports.clear()
      revenue.clear()
    }
  }
}
