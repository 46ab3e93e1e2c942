import TariffLaw
import TradeAction
import TradeData

/// A parameter by product from published estimates by subheading.
///
/// Estimates that the source marks as insignificant or of the wrong sign are set aside, and so are
/// those the rule takes out of range; what is kept is capped at a percentile. A product without an
/// estimate of its own takes the median of its heading, else of its chapter, else of all.
public struct GoodsElasticities: Hashable, Sendable {
  /// One a product.
  public let values: [Double]
  public let coverage: Coverage

  /// How many products rest on what.
  public struct Coverage: Hashable, Sendable {
    public let table: String
    /// With an estimate of their own, and of those set to the cap.
    public internal(set) var own = 0
    public internal(set) var capped = 0
    public internal(set) var ofHeading = 0
    public internal(set) var ofChapter = 0
    public internal(set) var ofAll = 0
    /// Of the subheadings in the table.
    public let insignificant: Int
    public let wrongSigned: Int
    public let outOfRange: Int
    public let cap: Double
    public let median: Double
  }

  /// - Parameters:
  ///   - products: codes of six digits or more, of any version of the nomenclature.
  ///   - minimum: the values must lie above it.
  /// - Throws: ``ActionError`` when there is no such table, `ArchiveError` when it is damaged.
  init(
    _ byGood: Assumptions.ByGood, parameter: String, above minimum: Double,
    products: [HTSCode], conversions: SubheadingConversions
  ) throws {
    guard let table = try ElasticityTable.shipped(byGood.table) else {
      throw ActionError(
        message: "assumptions: \(parameter): there is no table '\(byGood.table)'; shipped: "
          + ElasticityTable.names.joined(separator: ", "))
    }
    var kept: [HTSCode: Double] = [:]
    var outOfRange = 0
    for (code, raw) in table.values {
      let value = byGood.rule(raw)
      if value > minimum { kept[code] = value } else { outOfRange += 1 }
    }
    let sorted = kept.values.sorted()
    guard !sorted.isEmpty else {
      throw ActionError(
        message: "assumptions: \(parameter): no estimate of '\(byGood.table)' is above \(minimum) "
          + "under the rule '\(byGood.rule.rawValue)'")
    }
    let cap = Quantile.of(sorted, at: byGood.capPercentile / 100)
    let capped = kept.mapValues { min($0, cap) }
    func medians(_ length: Int) -> [HTSCode: Double] {
      Dictionary(grouping: capped, by: { $0.key.prefix(length) })
        .mapValues { Quantile.of($0.map(\.value).sorted(), at: 0.5) }
    }
    let headings = medians(4)
    let chapters = medians(2)
    let median = Quantile.of(sorted.map { min($0, cap) }, at: 0.5)
    var coverage = Coverage(
      table: byGood.table, insignificant: table.insignificant, wrongSigned: table.wrongSigned,
      outOfRange: outOfRange, cap: cap * byGood.factor, median: median * byGood.factor)
    values = products.map { product in
      let subheading = product.prefix(6)
      // A later version's subheading takes the estimate of what it came from.
      let earlier = conversions.earlier(of: subheading)
        .sorted { ($0.grade, $0.earlier) < ($1.grade, $1.earlier) }.map(\.earlier)
      for code in [subheading] + earlier {
        guard let value = kept[code] else { continue }
        coverage.own += 1
        if value > cap { coverage.capped += 1 }
        return min(value, cap) * byGood.factor
      }
      for code in [subheading] + earlier {
        if let value = headings[code.prefix(4)] {
          coverage.ofHeading += 1
          return value * byGood.factor
        }
      }
      if let value = chapters[subheading.prefix(2)] {
        coverage.ofChapter += 1
        return value * byGood.factor
      }
      coverage.ofAll += 1
      return median * byGood.factor
    }
    self.coverage = coverage
  }
}
