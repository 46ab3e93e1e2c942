import TariffLaw
import TradeData

/// Prices the imports from one origin after the other with an action and without it; each thread has
/// one of its own.
final class TariffPricer {
  private let with: CellPricer
  private let without: CellPricer
  private let ground: TariffGround
  private let day: Day
  private let edition: Int
  private let measures: [Measure]
  private let positionOfMeasure: [String: Int]
  /// Whether a measure of the action is itself a column of the schedule.
  private let changesColumn: Bool
  private let rest: [CountryCode]
  /// What stands for each code, by its position.
  private var pieces: [[Piece]?]
  private var known: [Pair: Difference?] = [:]

  /// A code that stands for one of the baseline, as both pricers number it.
  private struct Piece {
    let code: HTSCode
    let with: Int
    let without: Int
    let weight: Int
  }

  private struct Pair: Hashable {
    let with: Int
    let without: Int
  }

  /// What the action changes for one good under one law.
  private struct Difference {
    let change: Fraction
    let byMeasure: [(measure: Int, rate: Fraction)]
    let isAssumed: Bool
  }

  /// The countries of an origin that meet one law.
  private struct LawShare {
    let country: CountryCode
    let count: Int
    let with: Int
    let without: Int
    let withClaim: Int
    let withoutClaim: Int
  }

  /// What has been added up for one cell.
  private struct Sum {
    var change = Fraction.zero
    var byMeasure: [Int: Fraction] = [:]
    var covered = Fraction.zero
    var assumed = Fraction.zero
    var failure: String?
  }

  init(
    with: CellPricer, without: CellPricer, _ measures: [Measure], _ ground: TariffGround,
    _ day: Day, _ edition: Int
  ) {
    self.with = with
    self.without = without
    self.ground = ground
    self.day = day
    self.edition = edition
    self.measures = measures
    positionOfMeasure = Dictionary(
      uniqueKeysWithValues: measures.enumerated().map { ($1.id, $0) })
    changesColumn = measures.contains(where: \.isColumn)
    let named = Set(ground.baseline.origins.flatMap(\.countries))
    rest = (ground.book.countries ?? []).subtracting(named).sorted()
    pieces = Array(repeating: nil, count: ground.weights.codes.count)
  }

  /// - Throws: errors of the law or the data.
  func tariffs(of origin: Int) throws -> OriginTariffs {
    var found = OriginTariffs()
    let members = ground.weights.origins[origin].countries
    let countries = members.isEmpty ? rest : members
    guard
      countries.contains(where: { country in
        measures.contains { ground.book.regime.mayCover($0, country, on: day) }
      })
    else { return found }
    let laws = laws(of: countries)
    let claims = ground.useYear == nil ? nil : try ground.basis()
    let claim = claims?.claims[origin]
    let count = Fraction(countries.count)
    let plain = slots(laws, claiming: nil)
    let preferred = claim.map { slots(laws, claiming: $0) }
    for (position, cell) in ground.weights.cells[origin].enumerated() where cell.value > 0 {
      let claimed =
        preferred == nil
        ? Fraction.zero
        : Fraction(min(claims?.cells[origin][position].claimed ?? 0, cell.value), over: cell.value)
      var entered = plain
      if let heading = claims?.headingClaims[cell.code] {
        entered = slots(laws, claiming: heading)
      }
      let pieces = pieces(of: cell.code)
      guard !pieces.isEmpty else { continue }
      let weights = Fraction(pieces.reduce(0) { $0 + $1.weight })
      var sum = Sum()
      for piece in pieces {
        for (index, law) in laws.enumerated() {
          let share = Fraction(piece.weight) / weights * Fraction(law.count) / count
          let use = (origin: origin, position: position)
          if !claimed.isZero, let preferred {
            try add(piece, preferred[index], law, share * claimed, use, &sum)
          }
          if claimed != 1 { try add(piece, entered[index], law, share * (1 - claimed), use, &sum) }
        }
      }
      let indices = ground.cells[origin][position]
      if let failure = sum.failure {
        found.unpriced.append(ActionTariffs.Unpriced(indices: indices, reason: failure))
      }
      guard sum.covered.isPositive else { continue }
      found.cells.append(
        ActionTariffs.Cell(
          indices: indices, change: sum.change.doubleValue,
          byMeasure: sum.byMeasure.sorted { $0.key < $1.key }.map {
            ($0.key, $0.value.doubleValue)
          },
          covered: sum.covered.doubleValue, assumed: sum.assumed.doubleValue))
    }
    return found
  }

  private func laws(of countries: [CountryCode]) -> [LawShare] {
    var found: [LawShare] = []
    for country in countries {
      guard let a = with.law(of: country, on: day, claims: false),
        let b = without.law(of: country, on: day, claims: false),
        let c = with.law(of: country, on: day, claims: true),
        let d = without.law(of: country, on: day, claims: true)
      else { continue }
      if let known = found.firstIndex(where: {
        $0.with == a && $0.without == b && $0.withClaim == c && $0.withoutClaim == d
      }) {
        let old = found[known]
        found[known] = LawShare(
          country: old.country, count: old.count + 1, with: a, without: b, withClaim: c,
          withoutClaim: d)
      } else {
        found.append(
          LawShare(
            country: country, count: 1, with: a, without: b, withClaim: c, withoutClaim: d))
      }
    }
    return found
  }

  private func slots(_ laws: [LawShare], claiming claim: String?) -> [(with: Int, without: Int)] {
    laws.map { law in
      let claims = claim.map { [$0] } ?? []
      return (
        with.slot(
          law: claim == nil ? law.with : law.withClaim, origin: law.country, claims: claims),
        without.slot(
          law: claim == nil ? law.without : law.withoutClaim, origin: law.country, claims: claims)
      )
    }
  }

  private func pieces(of code: Int) -> [Piece] {
    if let known = pieces[code] { return known }
    let found = ground.carrier.pieces(of: ground.weights.codes[code], in: edition) {
      with.good($0, in: edition) != nil
    }.codes.compactMap { piece -> Piece? in
      guard let a = with.good(piece.code, in: edition),
        let b = without.good(piece.code, in: edition)
      else { return nil }
      return Piece(code: piece.code, with: a, without: b, weight: piece.weight)
    }
    pieces[code] = found
    return found
  }

  private func add(
    _ piece: Piece, _ slot: (with: Int, without: Int), _ law: LawShare, _ share: Fraction,
    _ use: (origin: Int, position: Int), _ sum: inout Sum
  ) throws {
    let pair = Pair(
      with: try with.cell(good: piece.with, under: slot.with),
      without: try without.cell(good: piece.without, under: slot.without))
    var difference = difference(pair)
    if difference == nil, isInScope(piece.code, law.country) {
      // A column that is no share of the value: what was collected stands for it.
      if let equivalent = try ground.basis().cells[use.origin][use.position].equivalent?.rate {
        difference = self.difference(
          Pair(
            with: try with.cell(good: piece.with, under: slot.with, equivalent: equivalent),
            without: try without.cell(
              good: piece.without, under: slot.without, equivalent: equivalent)))
      }
      if difference == nil {
        sum.failure =
          with.cells[pair.with].status == .inadmissible
          ? "\(piece.code.dotted) may not enter"
          : "the duty of \(piece.code.dotted) is not known without more facts"
      }
    }
    guard let difference, !difference.change.isZero else { return }
    sum.change += difference.change * share
    for (measure, rate) in difference.byMeasure {
      sum.byMeasure[measure, default: 0] += rate * share
    }
    sum.covered += share
    if difference.isAssumed { sum.assumed += share }
  }

  private func isInScope(_ code: HTSCode, _ country: CountryCode) -> Bool {
    measures.contains {
      ground.book.regime.mayCover($0, country, on: day)
        && ground.book.regime.mayCover($0, code, on: day)
    }
  }

  private func difference(_ pair: Pair) -> Difference? {
    if let known = known[pair] { return known }
    let (new, old) = (with.cells[pair.with], without.cells[pair.without])
    var change: Fraction?
    if let a = new.rate, let b = old.rate {
      change = a - b
    } else if !changesColumn, new.open == old.open,
      new.status != .inadmissible, old.status != .inadmissible
    {
      // The column is the same on both sides, whatever it comes to, and so is what is not known.
      func sum(_ cell: PricedCell) -> Fraction { cell.parts.reduce(0) { $0 + $1.rate } }
      change = sum(new) - sum(old)
    }
    let found = change.map { change in
      Difference(
        change: change,
        byMeasure: new.parts.compactMap { part in
          positionOfMeasure[part.measure].map { ($0, part.rate) }
        },
        isAssumed: new.status == .needsFacts && new.rateLow != new.rateHigh)
    }
    known[pair] = .some(found)
    return found
  }
}
