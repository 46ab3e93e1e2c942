public import TariffLaw

/// Exports to one partner in a year by subheading, with the partner's own imports by line.
public struct ExportBaseline: Sendable {
  public let partner: CountryCode
  public let year: Int
  /// The name a brief asks for it by.
  public var id: String { "exports-\(year)" }
  /// Whether the exports are an estimate of the goods on the partner's lists alone: whole subheadings
  /// scaled to what was announced.
  public let isEstimate: Bool
  /// Dollars, by subheading of the year's Harmonized System.
  public let exports: [(subheading: HTSCode, value: Double)]
  /// What the partner reports to import by line of eight digits; a weight, in no unit that matters.
  public let weights: [HTSCode: Double]

  /// - Returns: `nil` when nothing is shipped for the partner.
  /// - Throws: ``ArchiveError`` when it is damaged.
  public static func shipped(_ partner: CountryCode) throws(ArchiveError) -> ExportBaseline? {
    let archive = try ShippedFiles.archive("exports.tarifa")
    func rows(
      _ name: String, _ column: String
    ) throws(ArchiveError) -> [(year: Int, code: HTSCode, value: Double, isEstimate: Bool)] {
      let table = Table(name, in: archive)
      let partners = try table.texts("partner")
      let years = try table.integers("year")
      let codes = try table.texts(column)
      let values = try table.integers("value")
      let estimates = try table.integers("estimate")
      var found: [(year: Int, code: HTSCode, value: Double, isEstimate: Bool)] = []
      for row in partners.indices where partners[row] == partner.text {
        do {
          found.append(
            (
              Int(years[row]), try HTSCode(codes[row]), Double(values[row]), estimates[row] == 1
            ))
        } catch {
          throw .damaged("\(name), row \(row): \(error)")
        }
      }
      return found
    }
    let exports = try rows("exports", "hs6")
    guard let year = exports.map(\.year).max() else { return nil }
    var weights: [HTSCode: Double] = [:]
    for row in try rows("partner-imports", "hs8") where row.year == year {
      weights[row.code, default: 0] += row.value
    }
    let own = exports.filter { $0.year == year }
    // A subheading may stand on several lists.
    let sums = Dictionary(own.map { ($0.code, $0.value) }, uniquingKeysWith: +)
    return ExportBaseline(
      partner: partner, year: year, isEstimate: own.contains(where: \.isEstimate),
      exports: sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, weights: weights)
  }
}
