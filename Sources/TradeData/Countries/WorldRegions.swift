public import TariffLaw

/// The countries and regions of a world base by the countries in them.
public struct WorldRegions: Sendable {
  /// By region; empty for the rest of the world.
  public let members: [[CountryCode]]
  private let regionOf: [CountryCode: Int]
  private let rest: Int?

  public init(members: [[CountryCode]]) {
    self.members = members
    var regionOf: [CountryCode: Int] = [:]
    for (region, countries) in members.enumerated() {
      for country in countries { regionOf[country] = region }
    }
    self.regionOf = regionOf
    rest = members.firstIndex { $0.isEmpty }
  }

  /// The region of a country; `nil` where no region holds it and there is no rest of the world.
  public func region(of country: CountryCode) -> Int? { regionOf[country] ?? rest }

  /// The regions each origin of a baseline reaches into. The rest of a baseline reaches into every region
  /// of which it may hold a country.
  ///
  /// - Parameter importer: the region of the importer, which the rest does not reach into when it is one
  ///   country.
  public func regions(
    of origins: [ImportBaseline.Origin], importer: Int
  ) -> [[Int]] {
    let named = Set(origins.flatMap(\.countries))
    let foreign = members.indices.filter { $0 != importer || members[$0].count != 1 }
    return origins.map { origin in
      let found =
        origin.countries.isEmpty
        ? foreign.filter { members[$0].isEmpty || !named.isSuperset(of: members[$0]) }
        : origin.countries.compactMap { region(of: $0) }
      return Set(found).sorted()
    }
  }

  /// Amounts of origins as amounts of regions. An origin that reaches into several is divided in
  /// proportion to weights, alike where they are all zero.
  ///
  /// - Parameters:
  ///   - amounts: by origin, then industry.
  ///   - importer: the region of the importer.
  ///   - weight: of an industry and a region; not negative.
  /// - Returns: by industry, then region.
  public func allotted(
    _ amounts: [Double], of origins: [ImportBaseline.Origin], importer: Int, industries: Int,
    weight: (Int, Int) -> Double
  ) -> [Double] {
    var found = [Double](repeating: 0, count: industries * members.count)
    for (origin, reached) in regions(of: origins, importer: importer).enumerated() {
      for industry in 0..<industries {
        let amount = amounts[origin * industries + industry]
        guard amount != 0 else { continue }
        let weights = reached.map { weight(industry, $0) }
        let total = weights.reduce(0, +)
        for (region, own) in zip(reached, weights) {
          found[industry * members.count + region] +=
            total > 0 ? amount * own / total : amount / Double(reached.count)
        }
      }
    }
    return found
  }
}
