public import TariffLaw
public import TradeData

/// What a partner's answer lays on exports to it, by subheading: its lines weighed by what it imports on
/// each.
public struct PartnerTariffs: Sendable {
  /// One subheading.
  public struct Cell: Sendable {
    public let subheading: HTSCode
    /// Exports of the year, dollars.
    public let value: Double
    /// The partner's rate before its answer, and what the answer adds; averages over its lines.
    public let base: Double
    public let change: Double
    /// How far apart the lines of the subheading are: the standard deviation of what is added.
    public let dispersion: Double
  }

  public let answer: Action.Answer
  public let partner: CountryCode
  public let year: Int
  /// Measures of the answer that are named.
  public let measures: [String]
  /// Subheadings on which the answer lays something.
  public let cells: [Cell]
  /// Whether the exports are an estimate of the listed goods alone.
  public let isEstimate: Bool
  /// All exports to the partner in the year, and those in subheadings the partner's schedule has not.
  public let exports: Double
  public let unmatched: Double

  /// - Parameters:
  ///   - origin: the country whose exports are answered.
  ///   - book: the partner's law.
  /// - Throws: ``ActionError`` when the answer names what the law has not, errors of the data otherwise.
  public init(
    _ answer: Action.Answer, origin: CountryCode, book: LawBook, baseline: ExportBaseline
  ) throws {
    let measures = try book.regime.measures(named: answer.measures)
    guard book.regime.span.contains(answer.on), let edition = book.schedule.edition(on: answer.on)
    else {
      throw ActionError(
        message: "answers: the law of \(book.regime.title) is held \(book.regime.span); "
          + "\(answer.on) is outside")
    }
    let names = Set(measures.map(\.id))
    let pricer = CellPricer(PricingTables(book))
    guard let law = pricer.law(of: origin, on: answer.on, claims: false) else {
      throw ActionError(message: "answers: '\(origin)' is no origin in the law of the partner")
    }
    let slot = pricer.slot(law: law, origin: origin)
    var cells: [Cell] = []
    var unmatched = 0.0
    for (subheading, value) in baseline.exports {
      let split = SubheadingSplit(
        subheading, book.schedule, edition: edition, weights: baseline.weights)
      guard !split.parts.isEmpty else {
        unmatched += value
        continue
      }
      var base = 0.0
      var change = 0.0
      var square = 0.0
      var known = 0.0
      var baseKnown = 0.0
      for (code, weight) in split.parts where weight > 0 {
        guard let good = pricer.good(code, in: edition) else { continue }
        let number = try pricer.cell(good: good, under: slot)
        let cell = pricer.cells[number]
        let added = cell.parts.filter { names.contains($0.measure) }
          .reduce(0.0) { $0 + $1.rate.doubleValue }
        // A line whose general rate is not held takes the average of the others.
        if let rate = cell.columnRate {
          base += weight * rate.doubleValue
          baseKnown += weight
        }
        change += weight * added
        square += weight * added * added
        known += weight
      }
      guard known > 0, change > 0 else { continue }
      let mean = change / known
      cells.append(
        Cell(
          subheading: subheading, value: value, base: baseKnown > 0 ? base / baseKnown : 0,
          change: mean,
          dispersion: max(square / known - mean * mean, 0).squareRoot()))
    }
    self.answer = answer
    partner = baseline.partner
    isEstimate = baseline.isEstimate
    year = baseline.year
    self.measures = measures.map(\.id)
    self.cells = cells
    exports = baseline.exports.reduce(0) { $0 + $1.value }
    self.unmatched = unmatched
  }

  /// Exports in subheadings on which something is laid.
  public var coveredExports: Double { cells.reduce(0) { $0 + $1.value } }

  /// What is laid on them on average, weighed by exports; `nil` when nothing is covered.
  public var averageChange: Double? {
    coveredExports > 0
      ? cells.reduce(0) { $0 + $1.value * $1.change } / coveredExports : nil
  }
}
