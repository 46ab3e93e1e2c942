/// A text of the law that begins or ends after the last day for which the law is held.
public struct ScheduledText: Hashable, Sendable {
  public let measure: String
  public let title: String
  public let authority: String
  public let kind: Kind
  public let heading: String?
  /// The rate as the law prints it, or the column of the schedule; `nil` for an exemption.
  public let rateText: String?
  public let citation: String
  /// What is exempt, or the name of the group of countries, in words.
  public let text: String?
  public let span: DaySpan
  /// The countries and groups of countries it is for; empty for all.
  public let origins: [String]
  /// What has to be claimed for it; empty for what applies by itself.
  public let claims: [String]
  /// Whether only part of what the code names is covered.
  public let isPartly: Bool

  public enum Kind: String, Hashable, Sendable {
    case term
    case exemption
    /// The origin's stay in a group of countries a measure is for.
    case membership
    /// Law known to come that is not held.
    case gap
  }
}

extension Regime {
  /// The texts of the law held that begin or end after its last day and may concern a code and origin.
  ///
  /// They are texts, not an answer: what else will be law by then is not known.
  ///
  /// - Parameters:
  ///   - origin: every origin when `nil`.
  ///   - knownOn: what the law was known to be on that day; `nil` for everything held.
  public func scheduled(
    for code: HTSCode, origin: CountryCode?, knownOn: Day? = nil
  ) -> [ScheduledText] {
    guard let last = span.last else { return [] }
    var found: [ScheduledText] = []
    for measure in measures {
      var groupsSeen: Set<String> = []
      for term in measure.terms {
        guard let day = turn(term.validity, after: last, knownOn) else {
          if let origin { stays(of: origin, measure, term, code, last, &groupsSeen, &found) }
          continue
        }
        guard let isPartly = concerns(term.scope, code, origin, day) else { continue }
        let rate: String? =
          switch term.effect {
          case .bars: "may not enter"
          case .requires(let document): "requires \(document)"
          case .duty:
            switch term.duty {
            case .stated(let text): text.text
            case .column(.general): "general rate"
            case .column(.other): "column 2 rate"
            case .column(.special(let names)):
              "special rate (\(names.joined(separator: ", ")))"
            }
          }
        found.append(
          ScheduledText(
            measure: measure.id, title: measure.title, authority: measure.authority, kind: .term,
            heading: term.heading, rateText: rate, citation: term.citation, text: nil,
            span: term.validity.span, origins: term.scope.origins.names,
            claims: term.scope.allClaims, isPartly: isPartly))
      }
      for exemption in measure.exemptions {
        guard let day = turn(exemption.validity, after: last, knownOn),
          let isPartly = concerns(exemption.scope, code, origin, day),
          // What is exempt must be under the measure to begin with.
          measure.terms.contains(where: {
            $0.validity.span.contains(day) && concerns($0.scope, code, origin, day) != nil
          })
        else { continue }
        found.append(
          ScheduledText(
            measure: measure.id, title: measure.title, authority: measure.authority,
            kind: .exemption, heading: exemption.heading, rateText: nil,
            citation: exemption.citation, text: exemption.text, span: exemption.validity.span,
            origins: exemption.scope.origins.names,
            claims: exemption.scope.allClaims, isPartly: isPartly))
      }
    }
    for gap in gaps {
      guard !gap.span.isEmpty, let first = gap.span.first, first > last,
        let isPartly = concerns(gap.scope, code, origin, first)
      else { continue }
      found.append(
        ScheduledText(
          measure: "", title: "Not held", authority: "", kind: .gap, heading: nil, rateText: nil,
          citation: gap.citation, text: gap.text, span: gap.span,
          origins: gap.scope.origins.names, claims: [], isPartly: isPartly))
    }
    return found.sorted { a, b in
      let (x, y) = (a.turn(after: last), b.turn(after: last))
      return x != y ? x < y : a.measure < b.measure
    }
  }

  /// A day on which a text that turns after a day applies; `nil` when it does not turn.
  private func turn(_ validity: Validity, after last: Day, _ knownOn: Day?) -> Day? {
    let span = validity.span
    guard !span.isEmpty else { return nil }
    if let knownOn, let known = validity.published ?? validity.signed, known > knownOn {
      return nil
    }
    if let first = span.first, first > last { return first }
    if let end = span.last, end >= last { return end }
    return nil
  }

  /// Whether a scope covers part of the code only; `nil` when it does not meet it at all.
  private func concerns(
    _ scope: Scope, _ code: HTSCode, _ origin: CountryCode?, _ day: Day
  ) -> Bool? {
    if let origin, !scope.origins.contains(origin, on: day, groups: groups) { return nil }
    switch covers(scope, code) {
    case true?: return false
    case false?: return nil
    case nil: return true
    }
  }

  /// Stays of an origin in the groups a lasting term is for that turn after a day.
  private func stays(
    of origin: CountryCode, _ measure: Measure, _ term: Term, _ code: HTSCode, _ last: Day,
    _ seen: inout Set<String>, _ found: inout [ScheduledText]
  ) {
    guard term.validity.span.last.map({ $0 > last }) ?? true, covers(term.scope, code) != false
    else { return }
    for case .group(let name) in term.scope.origins.included where seen.insert(name).inserted {
      guard let group = groups[name] else { continue }
      for stay in group.memberships where stay.country == origin {
        let begins = stay.span.first.map { $0 > last } ?? false
        let ends = stay.span.last.map { $0 >= last } ?? false
        guard begins || ends else { continue }
        found.append(
          ScheduledText(
            measure: measure.id, title: measure.title, authority: measure.authority,
            kind: .membership, heading: term.heading, rateText: nil,
            citation: group.citation ?? term.citation, text: "\(origin) in \(name)",
            span: stay.span, origins: [origin.text], claims: term.scope.allClaims, isPartly: false))
      }
    }
  }
}

extension ScheduledText {
  /// The day on which it begins, or the day after its last.
  func turn(after last: Day) -> Day {
    if let first = span.first, first > last { return first }
    return span.last?.advanced(by: 1) ?? last
  }
}

extension OriginScope {
  /// The members as the law files name them.
  var names: [String] {
    func name(_ member: Member) -> String {
      switch member {
      case .country(let code): code.text
      case .group(let name): name
      }
    }
    return included.map(name) + excluded.map { "not \(name($0))" }
  }
}
