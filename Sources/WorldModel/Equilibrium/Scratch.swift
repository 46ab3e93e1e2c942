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
