package import TariffLaw
package import TradeData

/// What the imports of the year of the weights say beside their value: the duty to take for a column
/// that is no share of the value, and how much was entered under a preference.
package struct CollectedBasis: Sendable {
  /// Where the equivalent of a column comes from.
  package enum Source: String, Sendable, CaseIterable {
    /// The duty collected on the cell itself, less what lay on top.
    case own
    /// The same of other origins without a preference, over the code, the rate line, the subheading or
    /// the heading.
    case line
    /// What was collected from all origins, whatever was claimed.
    case collected
  }

  /// Of one cell of the weights.
  package struct Cell: Sendable {
    package var equivalent: (rate: Fraction, source: Source)?
    /// Dollars entered under a preference.
    package var claimed = 0
  }

  /// By origin, then cell, as the weights order them.
  package var cells: [[Cell]]
  /// What each origin claims; `nil` where it claims nothing.
  package var claims: [String?]
  /// What a code of the weights claims by itself, by its position: goods counted under a heading that
  /// the law knows as a claim (returned goods, repairs abroad) were entered under it.
  package var headingClaims: [String?] = []
  /// Dollars claimed as published, and as inferred.
  package var observed = 0
  package var inferred = 0

  package init(origins: Int) {
    cells = Array(repeating: [], count: origins)
    claims = Array(repeating: nil, count: origins)
  }
}

extension CollectedBasis {
  /// What the year of the weights shows; where their duties are fitted, what a later year does.
  ///
  /// - Throws: ``ActionError`` when the law of the year is not held, errors of the data otherwise.
  package init(
    _ weights: ImportWeights, _ use: ProgrammeUse?, _ book: LawBook, _ tables: PricingTables,
    _ carrier: CodeCarrier
  ) throws {
    func maker(_ weights: ImportWeights, _ use: ProgrammeUse?) -> CollectedBasisMaker {
      CollectedBasisMaker(
        book: book, weights: weights, tables: tables, carrier: carrier, use: use)
    }
    guard !weights.holdsDuty, let later = try ImportWeights.shipped(ImportWeights.names[0]) else {
      self = try maker(weights, use).make().basis
      return
    }
    let evidence = try maker(later, nil).make().evidence
    self = try maker(weights, use).make(evidence: evidence).basis
  }
}
