package import TariffLaw
public import TradeAction
import TradeData
package import TradeImpact

/// The rate lines a brief lets on the list, and what it keeps off.
public struct CandidatePool: Sendable {
  /// Goods kept off for one reason.
  public struct LeftOut: Hashable, Sendable {
    public let reason: String
    public var lines: Int
    /// Imports from the partner, dollars a year.
    public var value: Double
  }

  public let brief: Brief
  /// In the order of the codes.
  public let candidates: [Candidate]
  /// By the reason that came first; with the candidates they are all that comes from the partner.
  public let leftOut: [LeftOut]
  /// Imports from the partner that no rate line of the baseline holds, dollars a year.
  public var withoutLine: Double { model.withoutLine }
  /// Lines kept off because the schedule of the day numbers them otherwise, with those that stand for
  /// them.
  public let carried: [CarriedLine]
  /// Positions of the candidates in the line study.
  package let positions: [Int]
  package let model: any LineModel

  /// - Parameter carrier: finds what stands for lines that are numbered otherwise; without it none is
  ///   known.
  /// - Throws: ``ActionError`` when the brief does not fit the law, the data or itself.
  package init(
    _ brief: Brief, _ book: LawBook, _ model: any LineModel, carrier: CodeCarrier? = nil
  ) throws {
    try Self.check(brief, book.regime, model)
    let schedule = book.schedule
    guard book.regime.span.contains(brief.on), let edition = schedule.edition(on: brief.on)
    else {
      throw ActionError(message: "on: the law is held \(book.regime.span)")
    }
    let classes = try GoodsClasses.shipped()
    let membership = try GoodsMembership(brief, classes, book.regime)
    var candidates: [Candidate] = []
    var positions: [Int] = []
    var leftOut: [LeftOut] = []
    var carried: [CarriedLine] = []
    func keepOff(_ line: TradeLine, _ reason: String) {
      if let known = leftOut.firstIndex(where: { $0.reason == reason }) {
        leftOut[known].lines += 1
        leftOut[known].value += line.value
      } else {
        leftOut.append(LeftOut(reason: reason, lines: 1, value: line.value))
      }
    }
    let unpriced = Self.names(model.unpriced)
    for line in model.unpriced {
      if let must = brief.must.first(where: { membership.belongs(line.code, to: $0.group) }) {
        throw ActionError(
          message:
            "must: \(line.code.dotted) (\(must.group)) cannot be on the list, as its ordinary"
            + " rate is not held")
      }
      keepOff(line, "the ordinary rate is not held (\(unpriced))")
    }
    for (position, line) in model.lines.enumerated() {
      let must = brief.must.first { membership.belongs(line.code, to: $0.group) }
      let banned = brief.exclude.first { membership.belongs(line.code, to: $0.group) }
      if let must, let banned {
        throw ActionError(
          message: "\(line.code.dotted) must be on the list (\(must.group)) and must not"
            + " (\(banned.group)); mend the groups")
      }
      // A line may stand in its statistical parts alone.
      guard
        schedule.contains(line.code, in: edition)
          || !schedule.codes(under: line.code, in: edition, limit: 1).isEmpty
      else {
        keepOff(line, "numbered otherwise in the schedule of \(brief.on)")
        if let carrier { carried.append(CarriedLine(line, carrier, schedule, edition: edition)) }
        continue
      }
      if let banned {
        keepOff(line, banned.reason)
        continue
      }
      if must == nil {
        if !brief.candidates.isEmpty,
          !brief.candidates.contains(where: { membership.belongs(line.code, to: $0) })
        {
          keepOff(line, "in none of the groups the brief looks at")
          continue
        }
        if let largest = brief.largestPartnerShare, line.partnerShare ?? 0 > largest.doubleValue {
          keepOff(line, "more of it comes from the partner than the brief allows for a line")
          continue
        }
        if let smallest = brief.smallestValue, line.value < smallest.doubleValue {
          keepOff(line, "less trade than the brief asks of a line")
          continue
        }
      }
      candidates.append(
        Candidate(
          line: line, sector: model.sectors[line.sector], endUse: classes.endUse(of: line.code),
          mustReason: must?.reason,
          membership: brief.groups.map { membership.share(of: line.code, in: $0.name) }))
      positions.append(position)
    }
    guard !candidates.isEmpty else {
      throw ActionError(message: "brief '\(brief.id)' leaves no line that could be on the list")
    }
    self.brief = brief
    self.candidates = candidates
    self.positions = positions
    self.carried = carried
    self.leftOut = leftOut.sorted { ($1.value, $0.reason) < ($0.value, $1.reason) }
    self.model = model
  }

  /// The codes of lines, the first ones where there are many.
  private static func names(_ lines: [TradeLine]) -> String {
    let shown = lines.prefix(12).map(\.code.dotted).joined(separator: ", ")
    return lines.count > 12 ? "\(shown) and \(lines.count - 12) more" : shown
  }

  /// What is not known must not count as nothing, and the list that a choice is held against must not
  /// count at all.
  private static func check(
    _ brief: Brief, _ regime: Regime, _ model: any LineModel
  ) throws(ActionError) {
    guard !model.knowsHome else { return }
    // The rates of the day come from the law of the day, where a baseline of imports has those collected.
    let real = try regime.measures(named: brief.real?.measures ?? [])
    if let known = real.first(where: { regime.mayCover($0, brief.partner, on: brief.on) }) {
      throw ActionError(
        message:
          "on: '\(known.id)', which the choice is to be scored against, is law on \(brief.on), so that"
          + " the rates of the day would tell the list; take a day before it")
    }
    if let term = brief.objective.first(where: { $0.term.needsHome }) {
      throw ActionError(
        message:
          "objective: '\(term.term.rawValue)' needs the importer's own market, which is not held"
          + " for '\(brief.importer)'; use "
          + Brief.Term.allCases.filter { !$0.needsHome }.map(\.rawValue).joined(separator: ", "))
    }
    if brief.largestPartnerShare != nil
      || (brief.floors + brief.caps).contains(where: { $0.subject == .partnerShare })
    {
      throw ActionError(
        message:
          "the partner's share needs the importer's imports from others, which are not held for"
          + " '\(brief.importer)'")
    }
  }

  /// Imports from the partner of some candidates, dollars a year.
  func value(of chosen: some Sequence<Int>) -> Double {
    chosen.reduce(0) { $0 + candidates[$1].line.value }
  }

  /// Each candidate alone under a rate.
  func impacts(rate: Fraction, draw: (index: Int, seed: UInt64)? = nil) throws -> [LineImpact] {
    let all = try model.impacts(rate: rate.doubleValue, draw: draw)
    return positions.map { all[$0] }
  }
}
