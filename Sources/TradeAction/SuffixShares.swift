public import TariffLaw
import TradeData

/// How the imports of a rate line split to statistical suffixes, for measures that cover only some:
/// by the values of a later year, which have the suffixes.
public struct SuffixShares: Sendable {
  private let values: [HTSCode: [(code: HTSCode, value: Int64)]]

  /// - Throws: `ArchiveError` when the shipped flows are damaged.
  public init() throws(ArchiveError) {
    let table = Table("imports", in: try ShippedFiles.archive("flows-2024.tarifa"))
    var sums: [HTSCode: Int64] = [:]
    let codes = try table.integers("code")
    let amounts = try table.integers("value")
    guard codes.count == amounts.count else { throw .damaged("flows") }
    for (raw, amount) in zip(codes, amounts) {
      guard let code = HTSCode(raw: UInt64(bitPattern: raw)) else { throw .damaged("flows code") }
      sums[code, default: 0] += amount
    }
    var values: [HTSCode: [(code: HTSCode, value: Int64)]] = [:]
    for (code, value) in sums.sorted(by: { $0.key < $1.key }) {
      values[code.prefix(8), default: []].append((code, value))
    }
    self.values = values
  }

  /// The parts of a line to assess with their shares, which sum to one: the line itself, unless a
  /// measure covers only part of it.
  func shares(
    of line: HTSCode, from origin: CountryCode, covering measures: [Measure], in regime: Regime,
    _ book: LawBook
  ) throws(ArchiveError) -> [(code: HTSCode, share: Fraction)] {
    let isPartial = measures.contains { measure in
      measure.terms.contains { regime.covers($0.scope, line) == nil }
    }
    guard isPartial else { return [(line, 1)] }
    if let parts = values[line], parts.contains(where: { $0.value > 0 }) {
      let total = parts.reduce(0) { $0 + $1.value }
      return parts.map { ($0.code, Fraction(Int($0.value), over: Int(total))) }
    }
    // No later values: the suffixes of the first edition that has them, alike.
    for (index, edition) in book.schedule.editions.enumerated() where edition.holdsSuffixes {
      let codes = book.schedule.codes(under: line, in: index).filter { $0.length == 10 }
      if !codes.isEmpty { return codes.map { ($0, Fraction(1, over: codes.count)) } }
    }
    return [(line, 1)]
  }
}
