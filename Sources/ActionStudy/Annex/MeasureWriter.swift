import TariffLaw

/// Writes a measure as the YAML of a law file.
struct MeasureWriter {
  private(set) var text = ""
  /// Goods lists that the file refers to, by their names in the law.
  private(set) var lists: Set<String> = []
  /// What the writer cannot express, in words.
  private(set) var problems: [String] = []
  /// What it passes over because the measure stands without it, in words.
  private(set) var leftOut: [String] = []
  private let id: String
  private let replaces: String?
  private let placeholder: String

  /// - Parameter replaces: the measure that the written one stands in place of.
  init(id: String, replaces: String?, placeholder: String) {
    self.id = id
    self.replaces = replaces
    self.placeholder = placeholder
  }

  /// Where the file of a goods list goes, below the importer's folder.
  static func path(ofList name: String) -> String {
    let plain = String(name.map { "/#".contains($0) ? "-" : $0 })
    return "annex/goods/" + (plain.hasSuffix(".csv") ? plain : plain + ".csv")
  }

  /// The measure with the terms in force on a day, and its exemptions.
  mutating func write(_ measure: Measure, on day: Day) {
    line("id: \(id)")
    line("title: \(quoted(measure.title))")
    line("authority: \(quoted(measure.authority))")
    if measure.kind != .duty { line("kind: \(measure.kind.rawValue)") }
    if !measure.assumptions.isEmpty {
      line("assume:")
      for (fact, value) in measure.assumptions.sorted(by: { $0.key < $1.key }) {
        line("  \(fact): \(quoted("\(value)"))")
      }
    }
    line("terms:")
    for term in measure.terms where term.validity.span.contains(day) { write(term) }
    let others = measure.terms.count { !$0.validity.span.contains(day) }
    if others > 0 { leftOut.append("\(others) terms that are not in force on \(day)") }
    if !measure.exemptions.isEmpty {
      line("exemptions:")
      for exemption in measure.exemptions { write(exemption) }
    }
    if let replaces {
      line("notes: \(quoted("Taken from \(replaces), in whose place it stands."))")
    }
  }

  private mutating func write(_ term: Term) {
    if !term.readings.isEmpty { problems.append("a term has several readings") }
    if term.invalidation != nil { problems.append("a term was held void") }
    if term.limits != .none { problems.append("a term has a least or a most amount") }
    guard case .stated(let duty) = term.duty else {
      problems.append("a term takes its rate from a column of the schedule")
      return
    }
    validity(term.validity)
    scope(term.scope)
    if let heading = term.heading {
      line("    heading: \(quoted(heading))")
    } else {
      line("    # heading: \(placeholder), to be assigned")
    }
    if let heading = term.reachedHeading { line("    reached-heading: \(quoted(heading))") }
    if let heading = term.asideHeading { line("    aside-heading: \(quoted(heading))") }
    if !duty.text.isEmpty { line("    duty: \(quoted(duty.text))") }
    switch term.effect {
    case .duty: break
    case .bars: line("    effect: bars")
    case .requires(let document): line("    effect: {requires: \(quoted(document))}")
    }
    if let base = base(term.base) { line("    base: \(base)") }
    stacking(term.stacking)
    line("    citation: \(quoted(term.citation))")
  }

  private mutating func write(_ exemption: Exemption) {
    validity(exemption.validity)
    scope(exemption.scope)
    if let heading = exemption.heading { line("    heading: \(quoted(heading))") }
    line("    citation: \(quoted(exemption.citation))")
    line("    text: \(quoted(exemption.text))")
  }

  /// Begins an item of a list.
  private mutating func validity(_ validity: Validity) {
    var fields: [String] = []
    if let day = validity.span.first { fields.append("from: \(day)") }
    if let day = validity.span.last { fields.append("until: \(day)") }
    if let day = validity.signed { fields.append("signed: \(day)") }
    if let day = validity.published { fields.append("published: \(day)") }
    if let day = validity.endPublished { fields.append("ended: \(day)") }
    // An item must begin with something; a text without days applies always.
    guard let first = fields.first else {
      line("  -")
      return
    }
    line("  - \(first)")
    for field in fields.dropFirst() { line("    \(field)") }
  }

  private mutating func scope(_ scope: Scope) {
    if let goods = scope.goods {
      lists.formUnion(goods.lists)
      lists.formUnion(goods.except)
      line("    goods: \(list(goods.lists.map(Self.path)))")
      if !goods.except.isEmpty { line("    except: \(list(goods.except.map(Self.path)))") }
    }
    func member(_ member: OriginScope.Member) -> String {
      switch member {
      case .country(let code): code.text
      case .group(let name): name
      }
    }
    if !scope.origins.included.isEmpty {
      line("    origins: \(list(scope.origins.included.map(member)))")
    }
    if !scope.origins.excluded.isEmpty {
      line("    except-origins: \(list(scope.origins.excluded.map(member)))")
    }
    if scope.condition != .always { line("    when: \(condition(scope.condition))") }
    if !scope.claims.isEmpty { line("    claims: \(list(scope.claims))") }
  }

  private func condition(_ condition: Condition) -> String {
    switch condition {
    case .always: "{all: []}"
    case .all(let parts): "{all: [\(parts.map(self.condition).joined(separator: ", "))]}"
    case .any(let parts): "{any: [\(parts.map(self.condition).joined(separator: ", "))]}"
    case .not(let part): "{not: \(self.condition(part))}"
    case .claimed(let names): "{claimed: \(list(names))}"
    case .fact(let name, let test): "{\(quoted(name)): \(self.test(test))}"
    }
  }

  private func test(_ test: FactTest) -> String {
    switch test {
    case .isOneOf(let values): list(values)
    case .atLeast(let bound): "{at-least: \(quoted(bound.decimalText()))}"
    case .below(let bound): "{below: \(quoted(bound.decimalText()))}"
    case .before(let day): "{before: \(quoted("\(day)"))}"
    case .onOrAfter(let day): "{from: \(quoted("\(day)"))}"
    case .priceBelow(let bound, let unit):
      "{below: \(quoted(bound.decimalText())), unit: \(quoted(unit.name))}"
    }
  }

  private func base(_ base: ValueBase) -> String? {
    switch base {
    case .value: nil
    case .content(let fact): "{content: \(quoted(fact))}"
    case .excluding(let fact): "{excluding: \(quoted(fact))}"
    case .remainder(let measures): "{remainder-of: \(list(measures.map(\.text)))}"
    case .amount(let fact): "{amount: \(quoted(fact))}"
    }
  }

  private mutating func stacking(_ stacking: Stacking) {
    let replaced = stacking.replaces.map(\.text) + (replaces.map { [$0] } ?? [])
    var fields: [String] = []
    switch stacking.amount {
    case .adds: break
    case .topsUpTo(let measures):
      fields.append("tops-up-to-total-of: \(list(measures.map(\.text)))")
    case .capsAt(let measures): fields.append("caps-total-of: \(list(measures.map(\.text)))")
    }
    if !replaced.isEmpty { fields.append("replaces: \(list(replaced))") }
    if !stacking.displaces.isEmpty {
      fields.append("displaces: \(list(stacking.displaces.map(\.text)))")
    }
    guard !fields.isEmpty else { return }
    line("    stacking:")
    for field in fields { line("      \(field)") }
  }

  private mutating func line(_ content: String) { text += content + "\n" }

  private func list(_ items: [String]) -> String {
    "[" + items.map(quoted).joined(separator: ", ") + "]"
  }

  /// A single-quoted text of YAML, on one line.
  private func quoted(_ text: String) -> String {
    let flat = text.map { $0.isNewline ? " " : "\($0)" }.joined()
    return "'" + flat.replacing("'", with: "''") + "'"
  }
}
