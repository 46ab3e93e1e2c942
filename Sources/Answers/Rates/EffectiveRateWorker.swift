import LongWork
import TariffLaw
import TradeAction
import TradeData

/// Weighs the law of many days over one origin after the other; each thread has one of its own.
final class EffectiveRateWorker {
  private let weights: ImportWeights
  private let basis: CollectedBasis
  private let carrier: CodeCarrier
  private let pricer: CellPricer
  private let book: LawBook
  /// The group of each code, by its position; all are one group where nothing is asked.
  private let groups: [Int]
  private let groupCount: Int
  /// What the code itself claims, by its position: see ``CollectedBasis/headingClaims``.
  private let headingClaims: [String?]
  private let positionOfAuthority: [String: Int]
  private let rest: [CountryCode]
  private let watch: WorkWatch
  /// What stands for each code, by edition.
  private var pieces: [Int: [Pieces]] = [:]
  /// Which codes have something else standing for them after a step.
  private var changes: [Step: [Bool]] = [:]
  /// The parts of each cell of the pricer, by position of the authority.
  private var parts: [[(authority: Int, rate: Fraction)]] = []
  /// Dollars by group and cell, and which are not zero.
  private var dollars: [[Int]]
  private var touched: [(group: Int, cell: Int)] = []

  /// What stands for one code.
  private struct Pieces: Equatable {
    /// The one good that stands for the code; -1 where there are others, or none.
    var single: Int
    var goods: [Piece]
    var isCarried: Bool
  }

  private struct Piece: Equatable {
    let good: Int
    let weight: Int
  }

  /// Two editions.
  private struct Step: Hashable {
    let from: Int
    let to: Int
  }

  /// The countries of an origin that meet one law.
  private struct LawShare: Equatable {
    let law: Int
    let claimLaw: Int
    let country: CountryCode
    let count: Int
  }

  init(
    _ weights: ImportWeights, _ basis: CollectedBasis, _ carrier: CodeCarrier,
    _ tables: PricingTables, groups: [Int], groupCount: Int, authorities: [String],
    watch: WorkWatch
  ) {
    self.weights = weights
    self.basis = basis
    self.carrier = carrier
    book = tables.book
    pricer = CellPricer(tables)
    headingClaims = basis.headingClaims
    self.groups = groups
    self.groupCount = groupCount
    self.watch = watch
    positionOfAuthority = Dictionary(uniqueKeysWithValues: zip(authorities, authorities.indices))
    dollars = Array(repeating: [], count: groupCount)
    let named = Set(weights.origins.flatMap(\.countries))
    rest = (book.countries ?? []).subtracting(named).sorted()
  }

  /// The sums of an origin on each of some days, by group of codes.
  ///
  /// - Throws: `LawBookError` when the law or the data is damaged; `WorkStopped` between days.
  func tallies(_ origin: Int, on days: [Day]) throws -> [[EffectiveRateTally]] {
    var known: (edition: Int, laws: [LawShare])?
    var found: [[EffectiveRateTally]] = []
    for day in days {
      try watch.check()
      guard let edition = book.schedule.edition(on: day) else {
        found.append([])
        continue
      }
      let laws = laws(of: origin, on: day)
      if let last = known, last.laws == laws, let tallies = found.last,
        !isTouched(origin, from: last.edition, to: edition)
      {
        found.append(tallies)
        known = (edition, laws)
        continue
      }
      found.append(try weigh(origin, laws, pieces(in: edition)))
      known = (edition, laws)
    }
    pricer.release()
    return found
  }

  /// Whether something else stands for a code of an origin after a step from one edition to another.
  private func isTouched(_ origin: Int, from: Int, to: Int) -> Bool {
    guard from != to else { return false }
    let step = Step(from: from, to: to)
    if changes[step] == nil {
      changes[step] = zip(pieces(in: from), pieces(in: to)).map { $0 != $1 }
    }
    guard let changed = changes[step] else { return true }
    return weights.cells[origin].contains { changed[$0.code] }
  }

  private func laws(of origin: Int, on day: Day) -> [LawShare] {
    let members = weights.origins[origin].countries
    var counts: [Int: (country: CountryCode, count: Int)] = [:]
    for country in members.isEmpty ? rest : members {
      guard let law = pricer.law(of: country, on: day, claims: false) else { continue }
      counts[law, default: (country, 0)].count += 1
    }
    return counts.sorted { $0.key < $1.key }.compactMap { law, found in
      pricer.law(of: found.country, on: day, claims: true).map {
        LawShare(law: law, claimLaw: $0, country: found.country, count: found.count)
      }
    }
  }

  private func pieces(in edition: Int) -> [Pieces] {
    if let known = pieces[edition] { return known }
    let found = weights.codes.map { code in
      if code.length == 10, let good = pricer.good(code, in: edition) {
        return Pieces(single: good, goods: [], isCarried: false)
      }
      let found = carrier.pieces(of: code, in: edition) {
        pricer.good($0, in: edition) != nil
      }
      let goods = found.codes.compactMap { piece in
        pricer.good(piece.code, in: edition).map { Piece(good: $0, weight: piece.weight) }
      }
      return Pieces(
        single: goods.count == 1 ? goods[0].good : -1, goods: goods, isCarried: found.isCarried)
    }
    pieces[edition] = found
    return found
  }

  private func weigh(_ origin: Int, _ laws: [LawShare], _ pieces: [Pieces]) throws
    -> [EffectiveRateTally]
  {
    var tallies = Array(
      repeating: EffectiveRateTally(authorities: positionOfAuthority.count), count: groupCount)
    func slots(claiming claim: String?) -> [Int] {
      laws.map { law in
        pricer.slot(
          law: claim == nil ? law.law : law.claimLaw, origin: law.country,
          claims: claim.map { [$0] } ?? [])
      }
    }
    let unclaimed = slots(claiming: nil)
    let preferred = basis.claims[origin].map { slots(claiming: $0) }
    var ofHeading: [String: [Int]] = [:]
    let countries = laws.map(\.count)
    for (position, cell) in weights.cells[origin].enumerated() where cell.value > 0 {
      let stated = basis.cells[origin][position]
      let found = pieces[cell.code]
      let group = groups[cell.code]
      tallies[group].value += cell.value
      if found.isCarried, found.single >= 0 || !found.goods.isEmpty {
        tallies[group].carried += cell.value
      }
      guard found.single >= 0 || !found.goods.isEmpty, !laws.isEmpty else {
        tallies[group].unpriced += cell.value
        continue
      }
      var plain = unclaimed
      if let claim = headingClaims[cell.code] {
        plain = ofHeading[claim] ?? slots(claiming: claim)
        ofHeading[claim] = plain
      }
      // Nearly every code is itself, and nearly every origin meets one law.
      if found.single >= 0, laws.count == 1 {
        try add(
          cell.value, claimed: stated.claimed, found.single, plain[0], preferred?[0],
          stated.equivalent?.rate, group, &tallies)
        continue
      }
      let goods = found.single >= 0 ? [Piece(good: found.single, weight: 1)] : found.goods
      let values = Self.split(cell.value, by: goods.map(\.weight))
      let claims = Self.split(stated.claimed, by: goods.map(\.weight))
      for (piece, good) in goods.enumerated() {
        let shares = Self.split(values[piece], by: countries)
        let claimed = Self.split(min(claims[piece], values[piece]), by: countries)
        for law in laws.indices {
          try add(
            shares[law], claimed: min(claimed[law], shares[law]), good.good, plain[law],
            preferred?[law], stated.equivalent?.rate, group, &tallies)
        }
      }
    }
    for (group, cell) in touched {
      tallies[group].add(
        pricer.cells[cell], parts: parts(of: cell), dollars: dollars[group][cell])
      dollars[group][cell] = 0
    }
    touched.removeAll(keepingCapacity: true)
    return tallies
  }

  /// Adds the imports of one good under one law, the claimed part with its claim.
  private func add(
    _ value: Int, claimed: Int, _ good: Int, _ plain: Int, _ claiming: Int?,
    _ equivalent: Fraction?, _ group: Int, _ tallies: inout [EffectiveRateTally]
  ) throws {
    var unclaimed = value
    if claimed > 0, let claiming {
      let cell = try pricer.cell(good: good, under: claiming)
      // A preference whose own rate is not known counts as not claimed.
      if pricer.cells[cell].rate != nil {
        note(claimed, cell, group)
        unclaimed -= claimed
      }
    }
    guard unclaimed > 0 else { return }
    let cell = try pricer.cell(good: good, under: plain)
    let found = pricer.cells[cell]
    guard found.rate == nil, found.status != .inadmissible, let equivalent else {
      note(unclaimed, cell, group)
      return
    }
    let taken = try pricer.cell(good: good, under: plain, equivalent: equivalent)
    tallies[group].add(
      pricer.cells[taken], parts: parts(of: taken), dollars: unclaimed, isEquivalent: true)
  }

  private func note(_ value: Int, _ cell: Int, _ group: Int) {
    if cell >= dollars[group].count {
      dollars[group] += Array(repeating: 0, count: pricer.cells.count - dollars[group].count)
    }
    if dollars[group][cell] == 0 { touched.append((group, cell)) }
    dollars[group][cell] += value
  }

  private func parts(of cell: Int) -> [(authority: Int, rate: Fraction)] {
    while parts.count < pricer.cells.count {
      parts.append(
        pricer.cells[parts.count].parts.compactMap { part in
          positionOfAuthority[part.authority].map { ($0, part.rate) }
        })
    }
    return parts[cell]
  }

  /// Splits whole dollars by weights into whole dollars that add up to them.
  static func split(_ total: Int, by weights: [Int]) -> [Int] {
    guard weights.count > 1 else { return [total] }
    let all = Int128(weights.reduce(0, +))
    guard all > 0 else { return [total] + Array(repeating: 0, count: weights.count - 1) }
    var done = 0
    var sum: Int128 = 0
    return weights.map { weight in
      sum += Int128(weight)
      let upTo = Int(Int128(total) * sum / all)
      defer { done = upTo }
      return upTo - done
    }
  }
}
