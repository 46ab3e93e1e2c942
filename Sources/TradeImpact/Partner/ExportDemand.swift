#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import TariffLaw
import TradeAction

/// A partner's demand for exports under its answer.
///
/// The demand for a variety of the exporter has the elasticity sigma* of Fajgelbaum, Goldberg, Kennedy
/// and Khandelwal (2020), and export prices do not move, so that exports of a subheading change by the
/// new over the old tariff power to the minus sigma*.
struct ExportDemand: Sendable {
  /// Exports in one sector and chapter whose tariff power changes by the same factor.
  private struct Group: Sendable {
    let sector: Int
    let chapter: HTSCode
    let logPower: Double
    var value: Double
  }

  private let groups: [Group]
  private let sectors: Int

  /// - Parameter sectorOf: the sector of a subheading, below `sectors`.
  init(_ tariffs: PartnerTariffs, sectors: Int, sectorOf: (HTSCode) -> Int) {
    var groups: [Group] = []
    for cell in tariffs.cells {
      let group = Group(
        sector: sectorOf(cell.subheading), chapter: cell.subheading.prefix(2),
        logPower: log((1 + cell.base + cell.change) / (1 + cell.base)), value: cell.value)
      // Neighbours in the schedule often pay the same.
      if let last = groups.last, last.sector == group.sector, last.chapter == group.chapter,
        last.logPower == group.logPower
      {
        groups[groups.count - 1].value += group.value
      } else {
        groups.append(group)
      }
    }
    self.groups = groups
    self.sectors = sectors
  }

  /// Change of exports by sector, dollars a year.
  ///
  /// - Parameter elasticity: sigma*, not negative.
  func change(bySectorWith elasticity: Double) -> [Double] {
    var found = [Double](repeating: 0, count: sectors)
    for group in groups { found[group.sector] += change(group, elasticity) }
    return found
  }

  /// The same by chapter, in its order.
  func change(byChapterWith elasticity: Double) -> [(chapter: HTSCode, change: Double)] {
    var found: [HTSCode: Double] = [:]
    for group in groups { found[group.chapter, default: 0] += change(group, elasticity) }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func change(_ group: Group, _ elasticity: Double) -> Double {
    group.value * (exp(-elasticity * group.logPower) - 1)
  }
}
