import TariffLaw
import TradeData

/// The origins files may name: countries by their codes or names, and blocks of countries.
struct OriginBook {
  /// A country or block under the key the store keeps.
  struct Origin {
    let key: String
    let name: String
    let countries: [CountryCode]
  }

  /// By key.
  let origins: [String: Origin]
  private let keyOfText: [String: String]

  /// - Throws: `ArchiveError` when the shipped tables are damaged.
  init() throws(ArchiveError) {
    var origins: [String: Origin] = [:]
    var keys: [String: String] = [:]
    let countries = try ShippedCountries.all()
    for country in countries {
      let key = country.code.text
      origins[key] = Origin(key: key, name: country.name, countries: [country.code])
      for text in [key, country.iso3, country.census, country.name] where !text.isEmpty {
        keys[Self.folded(text)] = key
      }
    }
    let blocks = Table("blocks", in: try ShippedFiles.archive("claims-2024.tarifa"))
    let census = try blocks.texts("census")
    let names = try blocks.texts("name")
    let members = try blocks.texts("members")
    for (code, (name, members)) in zip(census, zip(names, members)) {
      origins[code] = Origin(
        key: code, name: name,
        countries: members.split(separator: " ").compactMap { CountryCode($0) })
      keys[Self.folded(code)] = code
      keys[Self.folded(name)] = code
    }
    // DataWeb shortens names of Schedule C: `Burma (Myanmar)` is also `Burma`.
    for country in countries {
      let name = country.censusName
      let short = name.firstRange(of: " (").map { name[..<$0.lowerBound] } ?? name[...]
      for text in [Self.folded(name), Self.folded(String(short))]
      where !text.isEmpty && keys[text] == nil {
        keys[text] = country.code.text
      }
    }
    self.origins = origins
    keyOfText = keys
  }

  /// The key of an origin by its two or three letters, its Schedule C number, or its name.
  func key(_ text: String) -> String? { keyOfText[Self.folded(text)] }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(separator: " ").joined(separator: " ")
  }
}
