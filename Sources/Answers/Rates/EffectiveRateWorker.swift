import TariffLaw
import TradeData

/// Weighs the law of many days over one origin after the other; each thread has one of its own.
final class EffectiveRateWorker {
  private let weights: ImportWeights
  private let basis: EffectiveRateBasis
  private let carrier: EffectiveRateCarrier
  private let pricer: CellPricer
  private let book: LawBook
  /// The group of each code, by its position; all are one group where nothing is asked.
  private let groups: [Int]
  private let groupCount: Int
  private let positionOfAuthority: [String: Int]
  private let rest: [CountryCode]
  /// What stands for each code, by edition.
  private var pieces: [Int: [Pieces]] = [:]
  /// The parts of each cell of the pricer, by position of the authority.
  private var parts: [[(authority: Int, rate: Fraction)]] = []
  /// Dollars by group and cell, and which are not zero.
  private var dollars: [[Int]]
  private var touched: [(group: Int, cell: Int)] = []

  private struct Pieces {
    /// The one good that stands for the code; -1 where there are others, or none.
    var single: Int
    var goods: [(good: Int, weight: Int)]
    var isCarried: Bool
  }

  /// The countries of an origin that meet one law.
  private struct LawShare: Equatable {
    let law: Int
    let claimLaw: Int?
    let country: CountryCode
    let count: Int
  }

  init(
    _ weights: ImportWeights, _ basis: EffectiveRateBasis, _ carrier: EffectiveRateCarrier,
    _ tables: PricingTables, groups: [Int], groupCount: Int, authorities: [String]
  ) {
    self.weights = weights
    self.basis = basis
    self.carrier = carrier
    book = tables.book
    pricer = CellPricer(tables)
    self.groups = groups
    self.groupCount = groupCount
    positionOfAuthority = Dictionary(uniqueKeysWithValues: zip(authorities, authorities.indices))
    dollars = Array(repeating: [], count: groupCount)
    let named = Set(weights.origins.flatMap(\.countries))
    rest = (book.countries ?? []).subtracting(named).sorted()
  }

  /// The sums of an origin on each of some days, by group of codes.
  ///
  /// - Throws: `LawBookError` when the law or the data is damaged.
  func tallies(_ origin: Int, on days: [Day]) throws -> [[EffectiveRateTally]] {
    var known: (edition: Int, laws: [LawShare])?
    var found: [[EffectiveRateTally]] = []
    for day in days {
      guard let edition = book.schedule.edition(on: day) else {
        found.append([])
        continue
      }
      let laws = laws(of: origin, on: day)
      if let known, known.edition == edition, known.laws == laws, let last = found.last {
        found.append(last)
        continue
      }
      found.append(try weigh(origin, laws, pieces(in: edition)))
      known = (edition, laws)
    }
    return found
  }

  private func laws(of origin: Int, on day: Day) -> [LawShare] {
    let members = weights.origins[origin].countries
    let isClaiming = basis.claims[origin] != nil
    var counts: [Int: (country: CountryCode, count: Int)] = [:]
    for country in members.isEmpty ? rest : members {
      guard let law = pricer.law(of: country, on: day, claims: false) else { continue }
      counts[law, default: (country, 0)].count += 1
    }
    return counts.sorted { $0.key < $1.key }.map { law, found in
      LawShare(
        law: law,
        claimLaw: isClaiming ? pricer.law(of: found.country, on: day, claims: true) : nil,
        country: found.country, count: found.count)
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
        pricer.good(piece.code, in: edition).map { (good: $0, weight: piece.weight) }
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
    let slots = laws.map { law in
      (
        plain: pricer.slot(law: law.law, origin: law.country),
        claiming: law.claimLaw.flatMap { number in
          basis.claims[origin].map {
            pricer.slot(law: number, origin: law.country, claims: [$0])
          }
        }
      )
    }
    let countries = laws.map(\.count)
    for (position, cell) in weights.cells[origin].enumerated() where cell.value > 0 {
      let stated = basis.cells[origin][position]
      let found = pieces[cell.code]
      let group = groups[cell.code]
      tallies[group].value += cell.value
      if found.isCarried, found.single >= 0 || !found.goods.isEmpty {
        tallies[group].carried += cell.value
      }
      guard found.single >= 0 || !found.goods.isEmpty, !slots.isEmpty else {
        tallies[group].unpriced += cell.value
        continue
      }
      // Nearly every code is itself, and nearly every origin meets one law.
      if found.single >= 0, slots.count == 1 {
        try add(
          cell.value, claimed: stated.claimed, found.single, slots[0].plain, slots[0].claiming,
          stated.equivalent?.rate, group, &tallies)
        continue
      }
      let goods = found.single >= 0 ? [(good: found.single, weight: 1)] : found.goods
      let values = Self.split(cell.value, by: goods.map(\.weight))
      let claims = Self.split(stated.claimed, by: goods.map(\.weight))
      for (piece, good) in goods.enumerated() {
        let shares = Self.split(values[piece], by: countries)
        let claimed = Self.split(min(claims[piece], values[piece]), by: countries)
        for (law, slot) in slots.enumerated() {
          try add(
            shares[law], claimed: min(claimed[law], shares[law]), good.good, slot.plain,
            slot.claiming, stated.equivalent?.rate, group, &tallies)
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
