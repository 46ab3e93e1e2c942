public import TariffLaw
import TradeData

/// What a rate line of the baseline's year became: itself, its statistical suffixes where a measure
/// covers only some, or its successors where it was renumbered. Values of a later year weigh them.
public struct LineParts: Sendable {
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

  /// The codes to assess for a line, with shares that sum to one.
  ///
  /// - Parameter start: the edition of the baseline. The first later edition with statistical
  ///   suffixes says which lines were renumbered.
  func parts(
    of line: HTSCode, covering measures: [Measure], in book: LawBook, from start: Int
  ) throws(ArchiveError) -> [(code: HTSCode, share: Fraction)] {
    let schedule = book.schedule
    guard
      let next = schedule.editions.indices.first(where: {
        $0 > start && schedule.editions[$0].holdsSuffixes
      })
    else { return [(line, Fraction.one)] }
    if !schedule.contains(line, in: next) {
      // Renumbered: the lines of its subheading that are new stand for it.
      let successors = schedule.codes(under: line.prefix(6), in: next)
        .filter { $0.length == 8 && !schedule.contains($0, in: start) }
      // Later values weigh them only where all of them lasted until then.
      let last = schedule.editions.count - 1
      let lasting = successors.allSatisfy { schedule.contains($0, in: last) }
      return successors.isEmpty
        ? [(line, Fraction.one)] : lasting ? weighted(successors) : alike(successors)
    }
    let isPartial = measures.contains { measure in
      measure.terms.contains { book.regime.covers($0.scope, line) == nil }
    }
    guard isPartial else { return [(line, Fraction.one)] }
    if let parts = values[line], parts.contains(where: { $0.value > 0 }) {
      return weighted(parts.map(\.code))
    }
    let suffixes = schedule.codes(under: line, in: next).filter { $0.length == 10 }
    return suffixes.isEmpty ? [(line, Fraction.one)] : alike(suffixes)
  }

  private func alike(_ codes: [HTSCode]) -> [(code: HTSCode, share: Fraction)] {
    codes.map { ($0, Fraction(1, over: codes.count)) }
  }

  /// By later value where there is any, else alike.
  private func weighted(_ codes: [HTSCode]) -> [(code: HTSCode, share: Fraction)] {
    let amounts = codes.map { code in
      (values[code.prefix(8)] ?? []).reduce(0) { code.contains($1.code) ? $0 + $1.value : $0 }
    }
    let total = amounts.reduce(0, +)
    guard total > 0 else { return alike(codes) }
    return zip(codes, amounts).compactMap { code, amount in
      amount > 0 ? (code, Fraction(Int(amount), over: Int(total))) : nil
    }
  }
}
