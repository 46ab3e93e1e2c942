import TariffLaw

/// Law in words, as the pages of the printed law write it.
enum LawWords {
  static func days(_ span: DaySpan) -> String {
    guard span.isEmpty, let first = span.first else { return "\(span)" }
    return "never (from \(first), withdrawn before)"
  }

  /// When the text and its end were known.
  static func known(_ validity: Validity) -> String {
    [
      validity.signed.map { "signed \($0)" }, validity.published.map { "published \($0)" },
      validity.endPublished.map { "end published \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  static func headings(_ term: Term) -> String {
    var parts: [String] = []
    if let heading = term.heading { parts.append(heading) }
    if let reached = term.reachedHeading { parts.append("\(reached) where the total is reached") }
    if let aside = term.asideHeading { parts.append("\(aside) where it stands aside") }
    return parts.joined(separator: "; ")
  }

  static func rate(_ term: Term) -> String {
    switch term.effect {
    case .bars: return "may not enter"
    case .requires(let document): return "requires \(document)"
    case .duty: break
    }
    var limits: [String] = []
    if let least = term.limits.least { limits.append("at least $\(least.decimalText())") }
    if let most = term.limits.most { limits.append("at most $\(most.decimalText())") }
    let rate = duty(term.duty)
    return limits.isEmpty ? rate : "\(rate), \(limits.joined(separator: ", ")) an entry"
  }

  static func duty(_ duty: TermDuty) -> String {
    switch duty {
    case .stated(let text): text.text
    case .column(.general): "column 1, general"
    case .column(.special(let indicators)): "column 1, special (\(list(indicators)))"
    case .column(.other): "column 2"
    }
  }

  static func base(_ base: ValueBase) -> String {
    switch base {
    case .value: "customs value"
    case .content(let fact): "the share stated as \(fact)"
    case .excluding(let fact): "customs value less the share stated as \(fact)"
    case .remainder(let measures): "what is left of the value by \(names(measures))"
    case .amount(let fact): "the sum stated as \(fact)"
    }
  }

  static func stacking(_ stacking: Stacking) -> String {
    var parts = [amount(stacking.amount)]
    if !stacking.replaces.isEmpty { parts.append("replaces \(names(stacking.replaces))") }
    if !stacking.displaces.isEmpty {
      parts.append("displaces \(names(stacking.displaces)) where more than zero is owed")
    }
    return parts.joined(separator: "; ")
  }

  static func amount(_ amount: Stacking.Amount) -> String {
    switch amount {
    case .adds: "adds"
    case .topsUpTo(let counting): "tops up to a total, counting \(names(counting))"
    case .capsAt(let counting): "caps the total of \(names(counting))"
    }
  }

  static func origins(_ origins: OriginScope) -> String {
    func member(_ member: OriginScope.Member) -> String {
      switch member {
      case .country(let code): code.text
      case .group(let name): name
      }
    }
    let included =
      origins.included.isEmpty ? "every country" : list(origins.included.map(member))
    return origins.excluded.isEmpty
      ? included : "\(included) except \(list(origins.excluded.map(member)))"
  }

  /// The circumstances and claims; empty when there are none.
  static func circumstances(_ scope: Scope) -> String {
    var parts: [String] = []
    if scope.condition != .always { parts.append(scope.condition.words) }
    if !scope.claims.isEmpty {
      parts.append("claimed as \(scope.claims.joined(separator: " or "))")
    }
    return parts.joined(separator: "; ")
  }

  static func assumptions(_ values: [String: FactValue]) -> String {
    list(values.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value)" })
  }

  static func reading(_ reading: AlternativeReading) -> String {
    var changes: [String] = []
    if let other = reading.duty { changes.append(duty(other)) }
    if let other = reading.base { changes.append("on \(base(other))") }
    if let other = reading.amount { changes.append(amount(other)) }
    return "\(reading.id): \(reading.text) (\(list(changes)); \(reading.source))"
  }

  static func coverage(_ coverage: LineCoverage) -> String {
    switch (coverage.whole, coverage.partly) {
    case (let whole, 0): grouped(whole)
    case (0, let partly): "\(grouped(partly)) in part"
    case (let whole, let partly): "\(grouped(whole)) and \(grouped(partly)) in part"
    }
  }

  /// `1 measure`, `1,653 dated terms`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Positions counting from 1, runs drawn together: `1 to 4, 7`.
  static func runs(_ positions: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for position in positions {
      if let last = runs.last, last.upperBound + 1 == position {
        runs[runs.count - 1] = last.lowerBound...position
      } else {
        runs.append(position...position)
      }
    }
    return list(
      runs.map { run in
        switch run.count {
        case 1: "\(run.lowerBound)"
        case 2: "\(run.lowerBound), \(run.upperBound)"
        default: "\(run.lowerBound) to \(run.upperBound)"
        }
      })
  }

  static func list(_ texts: [String]) -> String { texts.joined(separator: ", ") }

  private static func names(_ selectors: [MeasureSelector]) -> String {
    list(selectors.map(\.text))
  }
}
