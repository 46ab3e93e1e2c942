public import TariffLaw

/// Published elasticities by subheading of the Harmonized System of 2017.
public struct ElasticityTable: Sendable {
  public let name: String
  /// By subheading; estimates that the source marks as of the wrong sign or not different from zero
  /// are left out.
  public let values: [HTSCode: Double]
  /// How many were left out.
  public let insignificant: Int
  public let wrongSigned: Int

  /// The shipped tables.
  public static let names = ["elasticities-trade", "elasticities-variety"]

  /// - Returns: `nil` when no table of this name is shipped.
  /// - Throws: ``ArchiveError`` when it is damaged.
  public static func shipped(_ name: String) throws(ArchiveError) -> ElasticityTable? {
    guard names.contains(name) else { return nil }
    let table = Table(name, in: try ShippedFiles.archive("classes.tarifa"))
    let codes = try table.texts("hs6_2017")
    let isTrade = name == names[0]
    let numbers = try table.doubles(isTrade ? "epsilon" : "sigma")
    let zero = isTrade ? try table.doubles("zero") : []
    let positive = isTrade ? try table.doubles("positive") : []
    var values: [HTSCode: Double] = [:]
    var insignificant = 0
    var wrongSigned = 0
    for row in codes.indices {
      let code: HTSCode
      do { code = try HTSCode(codes[row]) } catch { throw .damaged("\(name): '\(codes[row])'") }
      if isTrade, zero[row] == 1 {
        insignificant += 1
      } else if isTrade, positive[row] == 1 {
        wrongSigned += 1
      } else if numbers[row].isFinite {
        values[code] = numbers[row]
      }
    }
    return ElasticityTable(
      name: name, values: values, insignificant: insignificant, wrongSigned: wrongSigned)
  }
}
