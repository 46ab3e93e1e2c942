/// The law of an importer together with its schedule: answers for any code, origin and day, with a
/// named status where there is no answer.
public struct LawBook: Sendable {
  public let regime: Regime
  public let schedule: Schedule
  /// Every country that may be an origin; `nil` leaves origins unchecked.
  public let countries: Set<CountryCode>?
  /// How subheadings were renumbered, read only when a code is not found.
  public let conversions: @Sendable () throws(ArchiveError) -> SubheadingConversions
  /// Values taken for facts in place of the law files' own, as every answer must say.
  public let assumed: [Regime.AssumedFact]
  private let relatives: KeptRelatives
  private let knownClaims = KnownClaims()

  public init(
    regime: Regime, schedule: Schedule, countries: Set<CountryCode>? = nil,
    conversions: @escaping @Sendable () throws(ArchiveError) -> SubheadingConversions = { .none },
    assumed: [Regime.AssumedFact] = []
  ) {
    self.init(
      regime: regime, schedule: schedule, countries: countries, conversions: conversions,
      assumed: assumed, relatives: KeptRelatives())
  }

  private init(
    regime: Regime, schedule: Schedule, countries: Set<CountryCode>?,
    conversions: @escaping @Sendable () throws(ArchiveError) -> SubheadingConversions,
    assumed: [Regime.AssumedFact], relatives: KeptRelatives
  ) {
    self.assumed = assumed
    self.relatives = relatives
    self.regime = regime
    self.schedule = schedule
    self.countries = countries
    self.conversions = conversions
  }

  /// What may be claimed under the law.
  var claims: KnownClaims.Names { knownClaims.names(in: regime) }

  /// Names that may be claimed, in upper case.
  package var claimNames: Set<String> { claims.names }

  /// The same book with other law.
  public func with(_ regime: Regime) -> LawBook {
    LawBook(
      regime: regime, schedule: schedule, countries: countries, conversions: conversions,
      assumed: assumed, relatives: relatives)
  }

  /// The same book with other values for facts that entries do not state.
  ///
  /// - Throws: `Regime.AssumptionError` when there is no such measure or fact.
  public func assuming(_ facts: [Regime.AssumedFact]) throws(Regime.AssumptionError) -> LawBook {
    LawBook(
      regime: try regime.assuming(facts), schedule: schedule, countries: countries,
      conversions: conversions, assumed: assumed + facts, relatives: relatives)
  }

  /// What is owed on an entry and why.
  ///
  /// - Throws: ``LawBookError`` when the law or the data is damaged; bad entries are answers.
  ///
  /// - Parameters:
  ///   - knownOn: what the law was known to be on that day; `nil` for everything held.
  ///   - fees: whether charges beside the duty are found as well.
  public func assess(
    _ entry: Entry, knownOn: Day? = nil, fees: Bool = false
  ) throws(LawBookError) -> Assessment {
    let day = regime.governingDay(of: entry)
    guard regime.span.contains(day) else {
      return .refused(
        entry, .outOfSpan,
        "the law of \(regime.title) is held \(regime.span); \(day) is outside. Choose a day within."
      )
    }
    if let countries, !countries.contains(entry.origin) {
      return .refused(
        entry, .unknownOrigin,
        "'\(entry.origin)' is no ISO 3166-1 code of a country; use the two letters, as in CN.")
    }
    guard let index = schedule.edition(on: day) else {
      return .refused(entry, .outOfSpan, "no edition of the schedule is held for \(day).")
    }
    let edition = schedule.editions[index]
    do {
      guard let found = try line(for: entry.code, in: index) else {
        return .refused(
          entry, .unknownCode, edition: edition.id, try unknownCode(entry.code, in: index))
      }
      var assessment = try regime.assess(
        entry, line: found.line, edition: edition.id, knownOn: knownOn, fees: fees)
      if assessment.questions.contains(where: { $0.fact == Question.moreDigits }) {
        assessment.total = try bounded(assessment, in: index, knownOn: knownOn)
      }
      assessment.warnings += regime.gaps(meeting: entry, on: day).map {
        "not held, and it may apply: \($0.text) [\($0.citation)]."
      }
      assessment.warnings += editionWarnings(edition, on: day)
      if !assumed.isEmpty {
        assessment.warnings.append(
          "assumed as asked, in place of the law files' own defaults: "
            + assumed.map(\.description).joined(separator: ", ") + ".")
      }
      if found.bySuffix {
        assessment.warnings.append(
          "edition \(edition.id) holds no statistical suffixes: the rate is that of "
            + "\(found.line.code.dotted), and the suffix was found in another edition.")
      }
      return assessment
    } catch let error as ArchiveError {
      throw .data(error)
    } catch let error as StackingCycle {
      throw .law(error)
    } catch {
      return .refused(entry, .badRow, "\(error)")
    }
  }

  /// The total of a code that is only partly covered, bounded by what its parts would owe.
  private func bounded(
    _ assessment: Assessment, in edition: Int, knownOn: Day?
  ) throws -> Assessment.Total {
    let entry = assessment.entry
    let law = OriginLaw(
      regime, origin: entry.origin, day: regime.governingDay(of: entry), knownOn: knownOn,
      isUnclaimed: entry.claims.isEmpty)
    var totals: [Assessment.Total] = []
    for code in schedule.codes(under: entry.code, in: edition) where code.length == 10 {
      guard let line = try schedule.line(for: code, in: edition) else { continue }
      var part = entry
      part.code = code
      totals.append(try law.summary(part, line: line, goods: nil, bounded: true).total)
    }
    guard !totals.isEmpty else { return assessment.total }
    func most(_ values: [Fraction?]) -> Fraction? {
      values.contains(nil) ? nil : values.compactMap(\.self).max()
    }
    let total = assessment.total
    return Assessment.Total(
      rate: total.rate, additionalRate: total.additionalRate, duty: total.duty,
      rateLow: totals.compactMap(\.rateLow).min(), rateHigh: most(totals.map(\.rateHigh)),
      dutyLow: totals.compactMap(\.dutyLow).min(), dutyHigh: most(totals.map(\.dutyHigh)))
  }

  /// The units the schedule reports a good in, first unit first; empty when the code is unknown.
  public func units(of code: HTSCode, on day: Day) -> [QuantityUnit] {
    goodsLine(code, on: day)?.units ?? []
  }

  /// Whether the rates of a good name a component or measured part, whose value or quantity an
  /// entry may then state as a fact of that name.
  public func names(component name: String, of code: HTSCode, on day: Day) -> Bool {
    guard let line = goodsLine(code, on: day) else { return false }
    let rates = [line.general, line.other] + line.special.groups.map(\.rate)
    return rates.contains { rate in
      rate.expression?.parts.contains { part in
        switch part {
        case .adValorem(_, of: .component(let component)): component == name
        case .specific(let duty):
          duty.measured.map { "\($0)-\(duty.unit.name)" == name } ?? false
        default: false
        }
      } ?? false
    }
  }

  private func goodsLine(_ code: HTSCode, on day: Day) -> RateLine? {
    guard let edition = schedule.edition(on: day) else { return nil }
    // A damaged schedule shows when the entry is assessed.
    do { return try line(for: code, in: edition)?.line } catch { return nil }
  }

  /// The rates of a code in an edition; a suffix the edition cannot know counts by its rate line.
  private func line(
    for code: HTSCode, in edition: Int
  ) throws(ArchiveError) -> (line: RateLine, bySuffix: Bool)? {
    if let line = try schedule.line(for: code, in: edition) { return (line, false) }
    guard code.length == 10, !schedule.editions[edition].holdsSuffixes,
      !schedule.life(of: code).isEmpty,
      let line = try schedule.line(for: code.prefix(8), in: edition)
    else { return nil }
    return (line, true)
  }

  private func editionWarnings(_ edition: Edition, on day: Day) -> [String] {
    let distance = edition.from.days(to: day)
    guard distance > LawBook.staleAfter else { return [] }
    return [
      "the latest edition held for \(day) is \(edition.id) (\(edition.title)), \(distance) days "
        + "older: a code or general rate changed in between would not show."
    ]
  }

  /// Editions come out every few weeks; one older than this may miss a change.
  private static let staleAfter = 60

  /// - Throws: ``ArchiveError`` when the data is damaged.
  package func unknownCode(_ code: HTSCode, in edition: Int) throws(ArchiveError) -> String {
    let name = schedule.editions[edition].id
    var text = "\(code.dotted) is not in edition \(name)."
    if let life = schedule.life(of: code).last {
      text +=
        " It exists from \(schedule.editions[life.lowerBound].id)"
        + " to \(schedule.editions[life.upperBound].id)."
      let others = try schedule.standIns(
        for: code, in: edition, conversions: try conversions(), kept: relatives)
      text += LawBook.sentence(others.successors, "successor", name)
      text += LawBook.sentence(others.predecessors, "predecessor", name)
      if !others.successors.isEmpty || !others.predecessors.isEmpty { return text }
    }
    if code.length < 8 || schedule.contains(code, in: edition) {
      text += " It only heads others; give a rate line of eight digits or all ten."
    }
    // The longest part of the code that the edition does have shows where it goes astray.
    for length in stride(from: min(code.length - 2, 8), through: 4, by: -2) {
      let near = schedule.codes(under: code.prefix(length), in: edition, limit: 6)
      guard !near.isEmpty else { continue }
      let padding = code.digits.dropFirst(length).allSatisfy { $0 == "0" }
      if padding, code.length > length {
        text += " It looks like \(code.prefix(length).dotted) filled up with zeros."
      }
      text += " Near it: " + near.map(\.dotted).joined(separator: ", ") + "."
      break
    }
    return text
  }

  /// The schedule does not say what follows what, so the sentence says how it was found.
  private static func sentence(
    _ relatives: [CodeRelative], _ name: String, _ edition: String
  ) -> String {
    guard !relatives.isEmpty else { return "" }
    let named = relatives.map { relative in
      let equal =
        (relative.hasEqualText ? ["words"] : []) + (relative.hasEqualRate ? ["general rate"] : [])
      return relative.code.dotted
        + (equal.isEmpty ? "" : " (same \(equal.joined(separator: " and ")))")
    }
    return " Likely \(name)\(relatives.count == 1 ? "" : "s") in \(edition), by place, words and "
      + "rate: " + named.joined(separator: ", ") + "."
  }
}
