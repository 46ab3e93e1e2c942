public import TariffLaw

/// Exports less imports of goods by partner and year (Census, general imports, customs basis).
public enum GoodsBalance {
  /// Goods trade with one partner, dollars.
  public struct Trade: Hashable, Sendable {
    public let imports: Double
    public let exports: Double
  }

  /// Dollars; negative for a deficit.
  ///
  /// - Parameter census: the Schedule C code of the partner; `-` for the world.
  /// - Returns: `nil` when there is no figure.
  public static func dollars(census: String, year: Int) throws(ArchiveError) -> Double? {
    try trade(census: census, year: year).map { $0.exports - $0.imports }
  }

  /// Imports and exports.
  ///
  /// - Parameter census: the Schedule C code of the partner; `-` for the world.
  /// - Returns: `nil` when there is no figure.
  public static func trade(census: String, year: Int) throws(ArchiveError) -> Trade? {
    let table = Table("goods-balance", in: try ShippedFiles.archive("classes.tarifa"))
    let years = try table.integers("YEAR")
    let codes = try table.texts("CTY_CODE")
    let imports = try table.doubles("gen_imports_usd")
    let exports = try table.doubles("exports_usd")
    for row in years.indices where years[row] == Int64(year) && codes[row] == census {
      return Trade(imports: imports[row], exports: exports[row])
    }
    return nil
  }
}
