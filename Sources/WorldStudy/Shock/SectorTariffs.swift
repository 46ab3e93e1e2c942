public import TariffLaw
public import TradeAction
public import TradeData
public import WorldModel

/// What one importer's measures change by sector and country of a world base: the change of the rate on
/// all goods of the sector from there, weighed by trade, never the rate of a list itself.
public struct SectorTariffs: Sendable {
  /// The importer's position among the countries of the base.
  public let importer: Int
  /// By sector, then exporter.
  public let spreads: [RateSpread]
  /// Whether the trade of listed goods alone is held, or the importer is part of a region; the trade of
  /// the other goods and countries is then the base's own.
  public let weighsByBase: Bool
  /// Trade in the scope of the measures whose change is not known, dollars; it counts with none.
  public let unpriced: Double
  let countries: Int

  /// What an action changes on imports.
  ///
  /// - Throws: ``ActionError`` when the base has no country for the importer or holds it in a region.
  public init(
    _ tariffs: ActionTariffs, of baseline: ImportBaseline, on ground: WorldGround
  ) throws(ActionError) {
    let world = ground.world
    let base = world.base
    let id = tariffs.action.importer
    guard let importer = world.place(ofImporter: id), world.regions.members[importer].count == 1
    else {
      throw ActionError(
        message: "world base \(world.id): the importer '\(id)' is no country of its own there; "
          + "choose another base")
    }
    var cells = Array(repeating: RateSpread(), count: baseline.codes.count)
    for index in cells.indices { cells[index].value = baseline.value[index] }
    for cell in tariffs.cells {
      for index in cell.indices {
        let value = baseline.value[index]
        cells[index].duty = value * cell.change
        cells[index].covered = value * cell.covered
        // A part of the cell carries all of the change.
        cells[index].square =
          value * cell.change * cell.change / (cell.covered > 0 ? cell.covered : 1)
      }
    }
    let sectorOfCell = ground.sectors(of: baseline.codes)
    func sectors(_ amount: KeyPath<RateSpread, Double>) -> IndustryAmounts {
      var found = IndustryAmounts(
        origins: baseline.origins.count, industries: base.sectorCount)
      for index in cells.indices {
        found.add(
          cells[index][keyPath: amount], of: sectorOfCell[index], from: baseline.origin[index])
      }
      return found
    }
    let values = sectors(\.value)
    func pairs(_ amount: KeyPath<RateSpread, Double>) -> [Double] {
      world.regions.allotted(
        sectors(amount).spread(like: values), of: baseline.origins, importer: importer,
        industries: base.sectorCount
      ) { base.trade[base.flow(sector: $0, importer: importer, exporter: $1)] }
    }
    self.importer = importer
    spreads = Self.joined(
      value: pairs(\.value), covered: pairs(\.covered), duty: pairs(\.duty),
      square: pairs(\.square))
    weighsByBase = false
    unpriced = tariffs.unpriced.reduce(0) { sum, item in
      item.indices.reduce(sum) { $0 + baseline.value[$1] }
    }
    countries = base.countryCount
  }

  /// What a partner's answer changes on its imports from one country.
  ///
  /// - Parameters:
  ///   - exports: the same the answer's tariffs were found on.
  ///   - origin: the country whose exports are answered.
  /// - Throws: ``ActionError`` when the base has no country for the partner or for the origin, or holds
  ///   both in one region.
  public init(
    _ answer: PartnerTariffs, of exports: ExportBaseline, from origin: CountryCode,
    on ground: WorldGround
  ) throws(ActionError) {
    let world = ground.world
    let base = world.base
    guard let importer = world.place(of: answer.partner), let exporter = world.place(of: origin),
      importer != exporter
    else {
      throw ActionError(
        message: "world base \(world.id): \(answer.partner) and \(origin) are no two countries or "
          + "regions there; choose another base")
    }
    var cells: [HTSCode: RateSpread] = [:]
    for (subheading, value) in exports.exports {
      cells[subheading, default: RateSpread()].value += value
    }
    for cell in answer.cells {
      let square = cell.change * cell.change + cell.dispersion * cell.dispersion
      cells[cell.subheading, default: RateSpread()].covered = cell.value
      cells[cell.subheading, default: RateSpread()].duty = cell.value * cell.change
      cells[cell.subheading, default: RateSpread()].square = cell.value * square
    }
    let sorted = cells.sorted { $0.key < $1.key }
    let sectorOfCell = ground.sectors(of: sorted.map(\.key))
    func sectors(_ amount: KeyPath<RateSpread, Double>) -> IndustryAmounts {
      var found = IndustryAmounts(origins: 1, industries: base.sectorCount)
      for (position, cell) in sorted.enumerated() {
        found.add(cell.value[keyPath: amount], of: sectorOfCell[position], from: 0)
      }
      return found
    }
    let values = sectors(\.value)
    func spread(_ amount: KeyPath<RateSpread, Double>) -> [Double] {
      sectors(amount).spread(like: values)
    }
    let own = Self.joined(
      value: spread(\.value), covered: spread(\.covered), duty: spread(\.duty),
      square: spread(\.square))
    let weighsByBase = exports.isEstimate || world.regions.members[importer].count != 1
    var spreads = Array(repeating: RateSpread(), count: base.sectorCount * base.countryCount)
    for (sector, found) in own.enumerated() {
      var found = found
      if weighsByBase {
        let flow = base.trade[base.flow(sector: sector, importer: importer, exporter: exporter)]
        found.value = max(found.covered, flow * world.money)
      }
      spreads[sector * base.countryCount + exporter] = found
    }
    self.importer = importer
    self.spreads = spreads
    self.weighsByBase = weighsByBase
    unpriced = 0
    countries = base.countryCount
  }

  private static func joined(
    value: [Double], covered: [Double], duty: [Double], square: [Double]
  ) -> [RateSpread] {
    value.indices.map {
      RateSpread(value: value[$0], covered: covered[$0], duty: duty[$0], square: square[$0])
    }
  }

  /// The change on goods of a sector from a country.
  public func spread(sector: Int, exporter: Int) -> RateSpread {
    spreads[sector * countries + exporter]
  }

  /// The change on goods of a sector over all countries from which some rate of any sector changes.
  public func spread(sector: Int) -> RateSpread {
    exporters.reduce(RateSpread()) { $0 + spread(sector: sector, exporter: $1) }
  }

  /// The change on all goods from the countries from which some rate changes.
  public var total: RateSpread {
    (0..<spreads.count / max(countries, 1)).reduce(RateSpread()) { $0 + spread(sector: $1) }
  }

  /// The countries from which some rate changes, in the order of the base.
  public var exporters: [Int] {
    (0..<countries).filter { exporter in
      stride(from: exporter, to: spreads.count, by: countries).contains {
        spreads[$0].covered > 0 || spreads[$0].duty != 0
      }
    }
  }
}

extension WorldShock {
  /// Adds what an importer's measures change to its rates on goods of each sector and country.
  ///
  /// - Parameter base: the base the tariffs were found for.
  public mutating func add(_ changes: SectorTariffs, on base: WorldBase) {
    for sector in base.sectors.indices {
      for exporter in base.countries.indices where exporter != changes.importer {
        let cell = base.flow(sector: sector, importer: changes.importer, exporter: exporter)
        tariffs[cell] += changes.spread(sector: sector, exporter: exporter).mean
      }
    }
  }
}
