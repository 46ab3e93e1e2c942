#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import TariffLaw
public import TradeAction
import TradeData

/// One country's exports line by line of the importer's schedule, where the importer's own market is not
/// held: what is known is the duty and the sales that are lost.
///
/// The exporter's price does not move and the importer turns to others, so that sales of a line change by
/// the new over the old tariff power to the minus sigma, the substitution between origins of the good.
public struct ExportLineStudy: LineModel {
  public let lines: [TradeLine]
  public let sectors: [String]
  public let withoutLine: Double
  public let unpriced: [TradeLine]
  /// The rate before, a fraction, by line.
  private let base: [Double]
  private let space: ParameterSpace

  public var knowsHome: Bool { false }

  /// - Parameters:
  ///   - goods: the exports by line of the importer's schedule.
  ///   - assumptions: with the elasticities of the partial equilibrium; sigma is taken.
  /// - Throws: ``ActionError`` when the assumptions lack a parameter, errors of the data otherwise.
  public init(_ goods: PartnerLines, assumptions: Assumptions) throws {
    let map = try SectorMap.shipped(year: goods.year)
    let conversions = try ShippedConversions.pairs()
    sectors = map.names
    var lines: [TradeLine] = []
    var unpriced: [TradeLine] = []
    var base: [Double] = []
    for good in goods.lines {
      // The split of a subheading between its lines is an estimate.
      let line = TradeLine(
        code: good.code, sector: map.sector(of: good.code, conversions), value: good.value,
        imports: nil, fitted: good.isSplit ? good.value : 0)
      if let rate = good.base {
        lines.append(line)
        base.append(rate)
      } else {
        unpriced.append(line)
      }
    }
    self.lines = lines
    self.unpriced = unpriced
    self.base = base
    withoutLine = goods.unmatched
    space = try ParameterSpace(
      assumptions, products: lines.map(\.code), sectors: map.names, conversions: conversions)
  }

  public func impacts(
    rate: Double, draw: (index: Int, seed: UInt64)?
  ) throws -> [LineImpact] {
    let elasticities = draw.map { space.draw($0.index, seed: $0.seed) } ?? space.central
    return lines.indices.map { line in
      let power = (1 + base[line] + rate) / (1 + base[line])
      let value = lines[line].value
      return LineImpact(
        duty: rate * value, lostSales: value * (1 - exp(-elasticities.sigma[line] * log(power))),
        home: nil)
    }
  }
}
