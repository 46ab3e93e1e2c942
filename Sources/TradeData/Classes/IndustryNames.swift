public import TariffLaw

/// The titles of the industries of NAICS.
public struct IndustryNames: Sendable {
  private let names: [String: String]

  /// - Throws: ``ArchiveError`` when they are damaged.
  public static func shipped() throws(ArchiveError) -> IndustryNames {
    let table = Table("naics-names", in: try ShippedFiles.archive("classes.tarifa"))
    return IndustryNames(
      names: Dictionary(
        zip(try table.texts("code"), try table.texts("desc")),
        uniquingKeysWith: { first, _ in first }))
  }

  /// The title of a sector of ``SectorMap``, whose name is that of an industry or of the first and the
  /// last of several.
  public func title(ofSector name: String) -> String? {
    let found = name.split(separator: "-").compactMap { names[String($0)] }
    return found.isEmpty ? nil : found.joined(separator: " to ")
  }
}
