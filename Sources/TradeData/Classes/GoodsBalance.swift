public import TariffLaw

/// Exports less imports of goods by partner and year (Census, general imports, customs basis).
public enum GoodsBalance {
  /// Dollars; negative for a deficit.
  ///
  /// - Parameter census: the Schedule C code of the partner; `-` for the world.
  /// - Returns: `nil` when there is no figure.
  public static func dollars(census: String, year: Int) throws(ArchiveError) -> Double? {
    let table = Table("goods-balance", in: try ShippedFiles.archive("classes.tarifa"))
    let years = try table.integers("YEAR")
    let codes = try table.texts("CTY_CODE")
    let imports = try table.doubles("gen_imports_usd")
    let exports = try table.doubles("exports_usd")
    for row in years.indices where years[row] == Int64(year) && codes[row] == census {
      return exports[row] - imports[row]
    }
    return nil
  }
}
