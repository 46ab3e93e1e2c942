public import TariffLaw

/// The share of imports of a year entered under a preference programme, as published.
public struct ProgrammeUse: Sendable {
  /// Shares are in units of one over this.
  public static let scale = 10_000_000_000

  /// What is claimed and for how much of the value.
  public struct Share: Hashable, Sendable {
    /// A name the law knows the programme by.
    public let claim: String
    /// In units of one over ``ProgrammeUse/scale``.
    public let units: Int
  }

  /// The year observed.
  public let year: Int
  private let shares: [Key: Share]
  /// The countries that have published shares: for them a code without one was not claimed.
  public let origins: Set<CountryCode>

  private struct Key: Hashable {
    let code: HTSCode
    let origin: CountryCode
  }

  /// The share of a ten-digit code from an origin; `nil` where nothing was claimed.
  public func share(of code: HTSCode, from origin: CountryCode) -> Share? {
    shares[Key(code: code, origin: origin)]
  }

  /// The shipped shares of 2024.
  ///
  /// - Throws: `ArchiveError` when they are damaged.
  public static func shipped2024() throws(ArchiveError) -> ProgrammeUse {
    try ProgrammeUse(ShippedFiles.archive("claims-2024.tarifa"), year: 2024)
  }

  init(_ archive: Archive, year: Int) throws(ArchiveError) {
    self.year = year
    let table = Table("programme-use", in: archive)
    let codes = try table.integers("code")
    let census = try table.texts("origin")
    let claims = try table.texts("claim")
    let units = try table.integers("share")
    guard census.count == codes.count, claims.count == codes.count, units.count == codes.count
    else { throw .damaged("columns of the programme shares differ") }
    let countries = Dictionary(
      try ShippedCountries.all().filter { !$0.census.isEmpty }.map { ($0.census, $0.code) },
      uniquingKeysWith: { first, _ in first })
    var shares: [Key: Share] = [:]
    for row in codes.indices {
      guard let code = HTSCode(raw: UInt64(bitPattern: codes[row])),
        let origin = countries[census[row]], (0...Int64(Self.scale)).contains(units[row])
      else { throw .damaged("programme share, row \(row)") }
      shares[Key(code: code, origin: origin)] = Share(claim: claims[row], units: Int(units[row]))
    }
    self.shares = shares
    origins = Set(shares.keys.map(\.origin))
  }
}
