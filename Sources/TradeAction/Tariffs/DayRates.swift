import TariffLaw
import TradeData

/// What chosen measures lay on the imports of a baseline on one day, origin by origin; each thread has
/// one of its own.
final class DayRates {
  private let pricer: CellPricer
  private let ground: TariffGround
  private let day: Day
  private let edition: Int
  private let positionOfMeasure: [String: Int]
  private let rest: [CountryCode]
  /// What stands for each code, by its position.
  private var pieces: [[Piece]?]

  private struct Piece {
    let good: Int
    let code: HTSCode
    let weight: Int
  }

  /// The countries of an origin that meet one law.
  private struct LawShare {
    let country: CountryCode
    let count: Int
    let law: Int
    let claimLaw: Int
  }

  /// What the measures lay on a cell.
  struct Rates {
    /// The part of the imports with one answer, and what each measure lays on it.
    var shares: [(share: Fraction, byMeasure: [Int: Fraction], isAssumed: Bool)] = []
    var failure: String?

    var byMeasure: [Int: Fraction] {
      var sums: [Int: Fraction] = [:]
      for part in shares {
        for (measure, rate) in part.byMeasure { sums[measure, default: 0] += rate * part.share }
      }
      return sums
    }
  }

  init(_ ground: TariffGround, _ measures: [Measure], _ day: Day, _ edition: Int) {
    pricer = CellPricer(ground.tables)
    self.ground = ground
    self.day = day
    self.edition = edition
    positionOfMeasure = Dictionary(
      uniqueKeysWithValues: measures.enumerated().map { ($1.id, $0) })
    let named = Set(ground.baseline.origins.flatMap(\.countries))
    rest = (ground.book.countries ?? []).subtracting(named).sorted()
    pieces = Array(repeating: nil, count: ground.weights.codes.count)
  }

  /// By cell of the origin; `nil` where nothing stands for the code.
  ///
  /// - Throws: errors of the law or the data.
  func rates(of origin: Int) throws -> [Rates?] {
    let members = ground.weights.origins[origin].countries
    let countries = members.isEmpty ? rest : members
    let laws = laws(of: countries)
    let count = Fraction(countries.count)
    let claims = ground.useYear == nil ? nil : try ground.basis()
    let plain = slots(laws, claiming: nil)
    let preferred = claims?.claims[origin].map { slots(laws, claiming: $0) }
    return try ground.weights.cells[origin].enumerated().map { position, cell -> Rates? in
      let pieces = pieces(of: cell.code)
      guard !pieces.isEmpty, cell.value > 0, !laws.isEmpty else { return nil }
      let stated = claims?.cells[origin][position].claimed ?? 0
      let claimed =
        preferred == nil ? Fraction.zero : Fraction(min(stated, cell.value), over: cell.value)
      let entered = claims?.headingClaims[cell.code].map { slots(laws, claiming: $0) } ?? plain
      let weights = Fraction(pieces.reduce(0) { $0 + $1.weight })
      var found = Rates()
      for piece in pieces {
        for (index, law) in laws.enumerated() {
          let share = Fraction(piece.weight) / weights * Fraction(law.count) / count
          if !claimed.isZero, let preferred {
            try add(piece, preferred[index], share * claimed, origin, position, &found)
          }
          if claimed != 1 {
            try add(piece, entered[index], share * (1 - claimed), origin, position, &found)
          }
        }
      }
      return found
    }
  }

  private func add(
    _ piece: Piece, _ slot: Int, _ share: Fraction, _ origin: Int, _ position: Int,
    _ found: inout Rates
  ) throws {
    // The number first: finding it may add to the cells.
    var number = try pricer.cell(good: piece.good, under: slot)
    var cell = pricer.cells[number]
    if isOpen(cell),
      let equivalent = try ground.basis().cells[origin][position].equivalent?.rate
    {
      // A column that is no share of the value: what was collected stands for it.
      number = try pricer.cell(good: piece.good, under: slot, equivalent: equivalent)
      cell = pricer.cells[number]
    }
    guard !isOpen(cell) else {
      found.failure =
        cell.status == .inadmissible
        ? "\(piece.code.dotted) may not enter"
        : "the duty of \(piece.code.dotted) is not known without more facts"
      return
    }
    var byMeasure: [Int: Fraction] = [:]
    for part in cell.parts {
      if let measure = positionOfMeasure[part.measure] { byMeasure[measure] = part.rate }
    }
    found.shares.append(
      (share, byMeasure, cell.status == .needsFacts && cell.rateLow != cell.rateHigh))
  }

  /// Whether what one of the measures lays is not known.
  private func isOpen(_ cell: PricedCell) -> Bool {
    cell.status == .inadmissible || cell.open.contains { positionOfMeasure[$0] != nil }
  }

  private func laws(of countries: [CountryCode]) -> [LawShare] {
    var found: [LawShare] = []
    for country in countries {
      guard let law = pricer.law(of: country, on: day, claims: false),
        let claimLaw = pricer.law(of: country, on: day, claims: true)
      else { continue }
      if let known = found.firstIndex(where: { $0.law == law && $0.claimLaw == claimLaw }) {
        let old = found[known]
        found[known] = LawShare(
          country: old.country, count: old.count + 1, law: law, claimLaw: claimLaw)
      } else {
        found.append(LawShare(country: country, count: 1, law: law, claimLaw: claimLaw))
      }
    }
    return found
  }

  private func slots(_ laws: [LawShare], claiming claim: String?) -> [Int] {
    laws.map { law in
      pricer.slot(
        law: claim == nil ? law.law : law.claimLaw, origin: law.country,
        claims: claim.map { [$0] } ?? [])
    }
  }

  private func pieces(of code: Int) -> [Piece] {
    if let known = pieces[code] { return known }
    let found = ground.carrier.pieces(of: ground.weights.codes[code], in: edition) {
      pricer.good($0, in: edition) != nil
    }.codes.compactMap { piece in
      pricer.good(piece.code, in: edition).map {
        Piece(good: $0, code: piece.code, weight: piece.weight)
      }
    }
    pieces[code] = found
    return found
  }
}
