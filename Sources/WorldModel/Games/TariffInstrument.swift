/// The tariffs a country chooses: which flows into it pay a rate that moves together.
public struct TariffInstrument: Sendable {
  /// The country that lays the tariffs.
  public let importer: Int
  public let rates: [Rate]

  /// Flows that pay one rate.
  public struct Rate: Sendable {
    /// The code of the sector, or a word for all.
    public let name: String
    /// Positions in ``WorldBase/trade``.
    public let flows: [Int]
  }

  /// One rate for each sector that is traded under tariffs, for goods of the partners.
  public static func bySector(
    _ base: WorldBase, importer: Int, partners: [Int]
  ) -> TariffInstrument {
    TariffInstrument(
      importer: importer,
      rates: base.sectors.indices.compactMap { sector in
        guard base.sectors[sector].isTradable else { return nil }
        let flows = flows(base, sector: sector, importer: importer, partners: partners)
        return flows.isEmpty ? nil : Rate(name: base.sectors[sector].code, flows: flows)
      })
  }

  /// One rate for each partner and sector that is traded under tariffs.
  public static func byPartnerAndSector(
    _ base: WorldBase, importer: Int, partners: [Int]
  ) -> TariffInstrument {
    TariffInstrument(
      importer: importer,
      rates: partners.flatMap { partner in
        bySector(base, importer: importer, partners: [partner]).rates.map {
          Rate(name: "\(base.countries[partner].code) \($0.name)", flows: $0.flows)
        }
      })
  }

  /// One rate for all goods of the partners.
  public static func uniform(
    _ base: WorldBase, importer: Int, partners: [Int]
  ) -> TariffInstrument {
    let flows = base.sectors.indices.filter { base.sectors[$0].isTradable }.flatMap {
      Self.flows(base, sector: $0, importer: importer, partners: partners)
    }
    return TariffInstrument(importer: importer, rates: [Rate(name: "all", flows: flows)])
  }

  private static func flows(
    _ base: WorldBase, sector: Int, importer: Int, partners: [Int]
  ) -> [Int] {
    partners.filter { $0 != importer }
      .map { base.flow(sector: sector, importer: importer, exporter: $0) }
      .filter { base.trade[$0] > 0 }
  }

  /// Lays rates, one for each of ``rates``, into a shock.
  public func lay(_ values: [Double], into shock: inout WorldShock) {
    for (rate, value) in zip(rates, values) {
      for flow in rate.flows { shock.tariffs[flow] = value }
    }
  }

  /// The rates that stand in a shock, weighted by base trade where flows of one rate differ.
  public func standing(in shock: WorldShock, _ base: WorldBase) -> [Double] {
    rates.map { rate in
      var value = 0.0
      var duty = 0.0
      for flow in rate.flows {
        value += base.trade[flow]
        duty += base.trade[flow] * shock.tariffs[flow]
      }
      return value > 0 ? duty / value : 0
    }
  }
}
