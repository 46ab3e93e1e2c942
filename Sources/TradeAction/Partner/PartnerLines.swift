public import TariffLaw
public import TradeData

/// Exports to a partner by line of its schedule, with its ordinary rates.
public struct PartnerLines: Sendable {
  /// A line of eight digits.
  public struct Line: Sendable {
    public let code: HTSCode
    /// Exports of the year, dollars.
    public let value: Double
    /// The partner's rate on the day, all of its law counted, as a fraction; `nil` where the rate of any
    /// part of the line is not held.
    public let base: Double?
    /// Whether the exports of the subheading were split evenly, for want of reported imports.
    public let isSplit: Bool
  }

  public let year: Int
  /// In the order of the codes.
  public let lines: [Line]
  /// Exports in subheadings the partner's schedule has not, dollars.
  public let unmatched: Double

  /// - Parameters:
  ///   - origin: the exporting country.
  ///   - book: the partner's law.
  /// - Throws: ``ActionError`` when the law is not held on the day or knows no such origin, and where only
  ///   listed exports are estimated; errors of the data otherwise.
  public init(
    of origin: CountryCode, on day: Day, book: LawBook, baseline: ExportBaseline
  ) throws {
    guard !baseline.isEstimate else {
      throw ActionError(
        message:
          "baseline: \(baseline.id) to \(baseline.partner) holds the goods on its lists alone, an"
          + " estimate, so that no other list can be chosen from it; design on exports that are held"
          + " whole, or assess the lists as they stand, as answers of an action")
    }
    guard book.regime.span.contains(day), let edition = book.schedule.edition(on: day) else {
      throw ActionError(
        message: "the law of \(book.regime.title) is held \(book.regime.span); \(day) is outside")
    }
    let pricer = CellPricer(PricingTables(book))
    guard let law = pricer.law(of: origin, on: day, claims: false) else {
      throw ActionError(message: "'\(origin)' is no origin in the law of \(book.regime.title)")
    }
    let slot = pricer.slot(law: law, origin: origin)
    // Dollars with the duty on them.
    var found: [HTSCode: (value: Double, duty: Double?, isSplit: Bool)] = [:]
    var unmatched = 0.0
    for (subheading, value) in baseline.exports {
      let split = SubheadingSplit(
        subheading, book.schedule, edition: edition, weights: baseline.weights)
      let total = split.parts.reduce(0) { $0 + $1.weight }
      guard total > 0 else {
        unmatched += value
        continue
      }
      for (code, weight) in split.parts where weight > 0 {
        let part = value * weight / total
        var rate: Double?
        if let good = pricer.good(code, in: edition) {
          // Pricing may add a cell, so the cells are looked at after it.
          let number = try pricer.cell(good: good, under: slot)
          rate = pricer.cells[number].rate?.doubleValue
        }
        var line = found[code.prefix(8)] ?? (0, 0, !split.isKnown)
        line.value += part
        line.duty = line.duty.flatMap { duty in rate.map { duty + part * $0 } }
        found[code.prefix(8)] = line
      }
    }
    year = baseline.year
    self.unmatched = unmatched
    lines = found.sorted { $0.key < $1.key }.filter { $0.value.value > 0 }.map { code, line in
      Line(
        code: code, value: line.value, base: line.duty.map { $0 / line.value },
        isSplit: line.isSplit)
    }
  }
}
