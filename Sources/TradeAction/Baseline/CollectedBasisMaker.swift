package import TariffLaw
package import TradeData

/// Works out the basis from the law in the middle of the year of the weights.
package struct CollectedBasisMaker {
  private let book: LawBook
  private let weights: ImportWeights
  private let tables: PricingTables
  private let carrier: CodeCarrier
  /// The published shares; `nil` where nothing is claimed.
  private let use: ProgrammeUse?

  package init(
    book: LawBook, weights: ImportWeights, tables: PricingTables, carrier: CodeCarrier,
    use: ProgrammeUse?
  ) {
    self.book = book
    self.weights = weights
    self.tables = tables
    self.carrier = carrier
    self.use = use
  }

  /// The name by which an entry claims the agreement of its origin, whichever it is.
  private static let agreement = "FTA"

  /// What was collected on codes, lines and subheadings.
  package struct Evidence {
    /// From origins without a preference, where something was collected.
    fileprivate var plain: [HTSCode: Sum] = [:]
    /// From all origins.
    fileprivate var all: [HTSCode: Sum] = [:]

    fileprivate mutating func add(_ cell: Shown, of code: HTSCode, duty: Int) {
      let rounded = cell.net.rounded(toOneOver: Sum.scale)
      let net = rounded.numerator * (Int128(Sum.scale) / max(rounded.denominator, 1))
      for length in [4, 6, 8, 10] where length <= code.length {
        if cell.isPlain, !cell.isColumn2, duty > 0 {
          plain[code.prefix(length), default: Sum()].add(net, cell.value)
        }
        all[code.prefix(length), default: Sum()].add(net, cell.value)
      }
    }

    /// The nearest figure for a code, from the code itself to its heading.
    fileprivate func rate(of code: HTSCode, _ sums: KeyPath<Evidence, [HTSCode: Sum]>) -> Fraction?
    {
      for length in [10, 8, 6, 4] where length <= code.length {
        if let rate = self[keyPath: sums][code.prefix(length)]?.rate { return rate }
      }
      return nil
    }
  }

  /// A sum over cells: duty net of what lay on top, and value.
  fileprivate struct Sum {
    /// Rates are rounded to one over this, so that sums stay whole.
    static let scale = 1_000_000
    /// Dollars times the scale.
    var duty: Int128 = 0
    var value = 0

    mutating func add(_ net: Int128, _ value: Int) {
      duty += net * Int128(value)
      self.value += value
    }

    var rate: Fraction? {
      guard value > 0 else { return nil }
      return Fraction(reducing: duty, Int128(Self.scale) * Int128(value))
        .rounded(toOneOver: Self.scale)
    }
  }

  /// What one cell shows.
  fileprivate struct Shown {
    let value: Int
    /// The duty collected less what lay on top, as a share of the value.
    let net: Fraction
    let isPlain: Bool
    let isColumn2: Bool
  }

  /// - Parameter evidence: what was collected in another year, where the weights' own duties are
  ///   fitted; their own without it.
  package func make(evidence: Evidence? = nil) throws -> (basis: CollectedBasis, evidence: Evidence)
  {
    guard let day = Day(year: weights.year, month: 7, day: 1),
      let edition = book.schedule.edition(on: day), book.regime.span.contains(day)
    else {
      throw ActionError(message: "weights: the law of \(weights.year) is not held")
    }
    var basis = CollectedBasis(origins: weights.origins.count)
    let names = book.claimNames
    let headingClaims = weights.codes.map { code -> String? in
      let heading = code.prefix(8).dotted
      return names.contains(heading) ? heading : nil
    }
    basis.headingClaims = headingClaims
    let views = try OriginSweep.run(sizes: weights.cells.map(\.count)) {
      let pricer = CellPricer(tables)
      let goods = weights.codes.map { code in
        carrier.pieces(of: code, in: edition) { pricer.good($0, in: edition) != nil }.codes
          .compactMap { pricer.good($0.code, in: edition) }
      }
      return { try view(of: $0, on: day, goods, headingClaims, pricer) }
    }
    var found = Evidence()
    for (position, view) in views.enumerated() {
      basis.cells[position] = view.cells
      basis.claims[position] = view.claim
      basis.observed += view.observed
      basis.inferred += view.inferred
      for (cell, shown) in zip(weights.cells[position], view.shown) {
        found.add(shown, of: weights.codes[cell.code], duty: cell.duty)
      }
    }
    fill(&basis, views.map(\.shown), evidence ?? found, isOwn: evidence == nil)
    return (basis, found)
  }

  /// What the imports from one origin show.
  private struct OriginView: Sendable {
    var cells: [CollectedBasis.Cell] = []
    var shown: [Shown] = []
    var claim: String?
    var observed = 0
    var inferred = 0
  }

  private func view(
    of position: Int, on day: Day, _ goods: [[Int]], _ headingClaims: [String?],
    _ pricer: CellPricer
  ) throws -> OriginView {
    let origin = weights.origins[position]
    var view = OriginView()
    guard let country = origin.countries.first ?? rest.first,
      let law = pricer.law(of: country, on: day, claims: false),
      let claimLaw = pricer.law(of: country, on: day, claims: true)
    else {
      view.cells = Array(
        repeating: CollectedBasis.Cell(), count: weights.cells[position].count)
      return view
    }
    let isColumn2 = pricer.asksForColumn2(law: law)
    let isSingle = origin.countries.count == 1
    let slot = pricer.slot(law: law, origin: country)
    let claimSlot = pricer.slot(law: claimLaw, origin: country, claims: [Self.agreement])
    let published = isSingle && (use?.origins.contains(country) ?? false)
    for cell in weights.cells[position] {
      let heading = headingClaims[cell.code]
      let entered = heading.map { pricer.slot(law: claimLaw, origin: country, claims: [$0]) }
      let plain = try columns(goods[cell.code], entered ?? slot, pricer)
      let preferred = heading == nil ? try columns(goods[cell.code], claimSlot, pricer) : plain
      let rate = cell.value > 0 ? Fraction(cell.duty, over: cell.value) : .zero
      let net = max(rate - plain.additional, 0)
      view.shown.append(
        Shown(
          value: cell.value, net: net, isPlain: preferred.column == plain.column,
          isColumn2: isColumn2))
      var stated = CollectedBasis.Cell()
      if let use, published {
        if let share = use.share(of: weights.codes[cell.code], from: country) {
          stated.claimed = Int(
            (Int128(cell.value) * Int128(share.units) + Int128(ProgrammeUse.scale / 2))
              / Int128(ProgrammeUse.scale))
          view.claim = share.claim
          view.observed += stated.claimed
        }
      } else if use != nil, isSingle, let general = plain.column, let special = preferred.column,
        special < general
      {
        stated.claimed = claimed(of: cell.value, net: net, general: general, special: special)
        if stated.claimed > 0 { view.claim = Self.agreement }
        view.inferred += stated.claimed
      }
      view.cells.append(stated)
    }
    return view
  }

  /// Countries that no origin of the weights names.
  private var rest: [CountryCode] {
    (book.countries ?? []).subtracting(weights.origins.flatMap(\.countries)).sorted()
  }

  /// The dollars entered under a preference, from the duty that was still collected.
  private func claimed(
    of value: Int, net: Fraction, general: Fraction, special: Fraction
  ) -> Int {
    let share = min(max((general - net) / (general - special), 0), 1)
      .rounded(toOneOver: 1_000_000)
    return Int(Int128(value) * share.numerator / max(share.denominator, 1))
  }

  /// The column of the schedule, on average over the goods that stand for a code, and what lay on top
  /// where it is certain.
  private func columns(
    _ goods: [Int], _ slot: Int, _ pricer: CellPricer
  ) throws -> (column: Fraction?, additional: Fraction) {
    var column: Fraction? = .zero
    var additional = Fraction.zero
    for good in goods {
      let position = try pricer.cell(good: good, under: slot)
      let cell = pricer.cells[position]
      column = column.flatMap { sum in cell.columnRate.map { sum + $0 } }
      // What depends on facts is no guide to what was collected.
      if cell.rateLow == cell.rateHigh || cell.rate == nil {
        additional += cell.additionalRate ?? 0
      }
    }
    guard !goods.isEmpty else { return (nil, 0) }
    let count = Fraction(goods.count)
    return (column.map { $0 / count }, additional / count)
  }

  private func fill(
    _ basis: inout CollectedBasis, _ shown: [[Shown]], _ evidence: Evidence, isOwn: Bool
  ) {
    for origin in shown.indices {
      for (position, cell) in shown[origin].enumerated() where cell.value > 0 {
        let code = weights.codes[weights.cells[origin][position].code]
        let own = cell.net.rounded(toOneOver: 1_000_000)
        if isOwn, cell.isPlain, own.isPositive || cell.isColumn2 {
          basis.cells[origin][position].equivalent = (own, .own)
        } else if !cell.isColumn2, let line = evidence.rate(of: code, \.plain) {
          basis.cells[origin][position].equivalent = (line, .line)
        } else if let rate = evidence.rate(of: code, \.all) {
          basis.cells[origin][position].equivalent = (rate, .collected)
        }
      }
    }
  }
}
