public import TariffLaw

/// How subheadings of the Harmonized System of 2017 became those of 2022 (UN Statistics Division).
public enum ShippedConversions {
  private static let read = Result { try read2017To2022() }

  /// Read once, when first asked for.
  ///
  /// - Throws: ``ArchiveError`` when the tables are damaged.
  public static func pairs() throws(ArchiveError) -> SubheadingConversions {
    do {
      return try read.get()
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw .damaged("\(error)")
    }
  }

  private static func read2017To2022() throws -> SubheadingConversions {
    let archive = try ShippedFiles.archive("classes.tarifa")
    let table = Table("hs2022-to-2017", in: archive)
    var main: Set<String> = []
    for (later, earlier) in zip(try table.texts("hs2022"), try table.texts("hs2017")) {
      main.insert(earlier + later)
    }
    let correlation = Table("hs2022-hs2017-correlation", in: archive)
    let later = try correlation.texts("hs2022")
    let earlier = try correlation.texts("hs2017")
    let relationship = try correlation.texts("relationship")
    var pairs: [SubheadingConversions.Pair] = []
    for row in later.indices where later[row] != earlier[row] {
      let isMain = main.contains(earlier[row] + later[row])
      pairs.append(
        SubheadingConversions.Pair(
          earlier: try HTSCode(earlier[row]), later: try HTSCode(later[row]),
          grade: relationship[row] != "n:n" ? .whole : isMain ? .main : .part))
    }
    return SubheadingConversions(pairs)
  }
}
