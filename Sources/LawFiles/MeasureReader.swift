package import TariffLaw
package import Yams

/// Reads measures from YAML. `docs/law-format.md` describes the form.
package struct MeasureReader {
  let file: String
  package private(set) var problems: [LawError] = []
  /// Goods lists written inline, by the name they were given.
  package private(set) var inlineLists: [String: GoodsList] = [:]

  package init(file: String) { self.file = file }

  private static let scopeKeys = [
    "goods", "except", "origins", "except-origins", "when", "claims",
  ]
  private static let validityKeys = ["from", "until", "signed", "published", "ended"]
  static let measureKeys =
    ["id", "title", "authority", "kind", "assume", "terms", "exemptions", "notes"] + scopeKeys
  static let termKeys =
    validityKeys + scopeKeys + [
      "heading", "reached-heading", "aside-heading", "duty", "column", "base", "minimum", "maximum",
      "stacking", "effect", "citation", "readings", "void",
    ]
  static let gapKeys = [
    "text", "citation", "from", "until", "goods", "except", "origins", "except-origins",
  ]
  static let exemptionKeys = validityKeys + scopeKeys + ["heading", "citation", "text"]

  package mutating func measure(_ node: Node) -> Measure? {
    guard
      let fields = Fields(
        node, file: file, known: Self.measureKeys, what: "a measure", problems: &problems)
    else { return nil }
    let id = fields.requiredText("id", problems: &problems)
    let shared = scope(fields, name: id)
    var terms: [Term] = []
    let termNodes = fields.list("terms", problems: &problems)
    if termNodes.isEmpty {
      problems.append(fields.problem("terms", "a measure needs at least one term"))
    }
    for (index, node) in termNodes.enumerated() {
      if let term = term(node, shared: shared, name: "\(id)#\(index + 1)") { terms.append(term) }
    }
    var exemptions: [Exemption] = []
    for (index, node) in fields.list("exemptions", problems: &problems).enumerated() {
      if let exemption = exemption(node, name: "\(id)#exemption-\(index + 1)") {
        exemptions.append(exemption)
      }
    }
    return Measure(
      id: id, title: fields.requiredText("title", problems: &problems),
      authority: fields.requiredText("authority", problems: &problems), terms: terms,
      exemptions: exemptions, assumptions: assumptions(fields), kind: kind(fields),
      notes: fields.text("notes", problems: &problems))
  }

  private mutating func term(_ node: Node, shared: Scope, name: String) -> Term? {
    guard
      let fields = Fields(
        node, file: file, known: Self.termKeys, what: "a term", problems: &problems)
    else { return nil }
    var own = scope(fields, name: name)
    if !fields.has("goods"), !fields.has("except") { own.goods = shared.goods }
    if !fields.has("origins"), !fields.has("except-origins") { own.origins = shared.origins }
    if !fields.has("when") { own.condition = shared.condition }
    if !fields.has("claims") { own.claims = shared.claims }
    let effect = effect(fields)
    return Term(
      validity: validity(fields), heading: fields.text("heading", problems: &problems),
      reachedHeading: fields.text("reached-heading", problems: &problems),
      asideHeading: fields.text("aside-heading", problems: &problems), scope: own,
      duty: duty(fields, effect) ?? .stated(.parsed(.free, text: "")), base: base(fields),
      limits: AmountLimits(
        least: fields.number("minimum", problems: &problems),
        most: fields.number("maximum", problems: &problems)),
      stacking: stacking(fields), effect: effect,
      citation: fields.requiredText("citation", problems: &problems),
      readings: fields.list("readings", problems: &problems).compactMap { reading($0) },
      invalidation: invalidation(fields))
  }

  private mutating func exemption(_ node: Node, name: String) -> Exemption? {
    guard
      let fields = Fields(
        node, file: file, known: Self.exemptionKeys, what: "an exemption", problems: &problems)
    else { return nil }
    return Exemption(
      validity: validity(fields), heading: fields.text("heading", problems: &problems),
      scope: scope(fields, name: name),
      citation: fields.requiredText("citation", problems: &problems),
      text: fields.requiredText("text", problems: &problems))
  }

  /// Law that is known to be missing, from a `gaps.yaml`.
  package mutating func gap(_ node: Node, name: String) -> Gap? {
    guard
      let fields = Fields(
        node, file: file, known: Self.gapKeys, what: "a gap", problems: &problems)
    else { return nil }
    return Gap(
      text: fields.requiredText("text", problems: &problems),
      citation: fields.requiredText("citation", problems: &problems),
      span: validity(fields).span, scope: scope(fields, name: name))
  }

  // MARK: Parts

  private mutating func kind(_ fields: Fields) -> Measure.Kind {
    guard let text = fields.text("kind", problems: &problems) else { return .duty }
    guard let kind = Measure.Kind(rawValue: text) else {
      problems.append(fields.problem("kind", "'\(text)' is not known; write duty or fee"))
      return .duty
    }
    return kind
  }

  private mutating func validity(_ fields: Fields) -> Validity {
    let span = DaySpan(
      from: fields.day("from", problems: &problems), until: fields.day("until", problems: &problems)
    )
    // A text withdrawn before its first day ends before it begins, and says when that was known.
    if span.isEmpty, !fields.has("ended") {
      problems.append(fields.problem("until", "lies before 'from'"))
    }
    return Validity(
      span: span, signed: fields.day("signed", problems: &problems),
      published: fields.day("published", problems: &problems),
      endPublished: fields.day("ended", problems: &problems))
  }

  private mutating func scope(_ fields: Fields, name: String) -> Scope {
    Scope(
      goods: goods(fields, name: name),
      origins: OriginScope(
        included: fields.texts("origins", problems: &problems).map(Self.member),
        excluded: fields.texts("except-origins", problems: &problems).map(Self.member)),
      condition: fields.node("when").map { condition($0, fields) } ?? .always,
      claims: fields.texts("claims", problems: &problems))
  }

  /// A country by its two capital letters, otherwise a group.
  private static func member(_ text: String) -> OriginScope.Member {
    if text.count == 2, text == text.uppercased(), let code = CountryCode(text) {
      return .country(code)
    }
    return .group(text)
  }

  private mutating func goods(_ fields: Fields, name: String) -> GoodsReference? {
    let lists = goodsLists("goods", fields, name: name)
    let except = goodsLists("except", fields, name: name)
    guard !lists.isEmpty || !except.isEmpty else { return nil }
    if lists.isEmpty { problems.append(fields.problem("except", "needs 'goods' beside it")) }
    return GoodsReference(lists: lists, except: except)
  }

  /// Names of lists (`goods/x.csv`) as they are; codes become a list of their own.
  private mutating func goodsLists(_ key: String, _ fields: Fields, name: String) -> [String] {
    let texts = fields.texts(key, problems: &problems)
    let codes = texts.filter { $0.first?.isNumber ?? false }
    var lists = texts.filter { !($0.first?.isNumber ?? false) }
    guard !codes.isEmpty else { return lists }
    var rows: [GoodsList.Row] = []
    for code in codes {
      do {
        rows.append(GoodsList.Row(code: try HTSCode(code)))
      } catch {
        problems.append(fields.problem(key, "\(error)"))
      }
    }
    do {
      let list = "\(name)/\(key)"
      inlineLists[list] = try GoodsList(rows)
      lists.append(list)
    } catch {
      problems.append(fields.problem(key, "\(error)"))
    }
    return lists
  }

  private mutating func duty(_ fields: Fields, _ effect: Effect) -> TermDuty? {
    if fields.has("duty"), fields.has("column") {
      problems.append(fields.problem("duty", "stands beside 'column'; keep one"))
    }
    if let text = fields.text("duty", problems: &problems) {
      let negative = text.hasPrefix("-")
      let duty = DutyText(parsing: negative ? String(text.dropFirst()) : text)
      guard let expression = duty.expression else {
        problems.append(
          fields.problem("duty", "'\(text)' is not a duty; write it as the schedule does, as 25%"))
        return nil
      }
      guard negative else { return .stated(duty) }
      let credit = expression.parts.map(\.negated)
      return .stated(.parsed(DutyExpression(parts: credit), text: text))
    }
    if let node = fields.node("column") { return column(node, fields) }
    if effect == .duty {
      problems.append(fields.problem("duty", "is missing; add 'duty' or 'column'"))
    }
    return nil
  }

  private mutating func column(_ node: Node, _ fields: Fields) -> TermDuty? {
    switch node.scalar?.string {
    case "general": return .column(.general)
    case "other": return .column(.other)
    case .some(let other):
      problems.append(
        fields.problem("column", "'\(other)' is not a column; general, other or special: [...]"))
      return nil
    case nil: break
    }
    guard
      let inner = Fields(
        node, file: file, known: ["special"], what: "a column", problems: &problems)
    else { return nil }
    return .column(.special(indicators: inner.texts("special", problems: &problems)))
  }

  private mutating func base(_ fields: Fields) -> ValueBase {
    guard let node = fields.node("base") else { return .value }
    return base(node, fields) ?? .value
  }

  private mutating func base(_ node: Node, _ fields: Fields) -> ValueBase? {
    if node.scalar?.string == "value" { return .value }
    guard
      let inner = Fields(
        node, file: file, known: ["content", "excluding", "remainder-of", "amount"],
        what: "a base", problems: &problems)
    else { return nil }
    if let fact = inner.text("content", problems: &problems) { return .content(fact) }
    if let fact = inner.text("excluding", problems: &problems) { return .excluding(fact) }
    if let fact = inner.text("amount", problems: &problems) { return .amount(fact) }
    let selectors = inner.texts("remainder-of", problems: &problems).map(MeasureSelector.init)
    if selectors.isEmpty {
      problems.append(
        fields.problem("base", "needs one of content, excluding, remainder-of, amount"))
    }
    return .remainder(of: selectors)
  }

  private mutating func stacking(_ fields: Fields) -> Stacking {
    guard let node = fields.node("stacking") else { return Stacking() }
    if let word = node.scalar?.string {
      if word != "adds" {
        problems.append(
          fields.problem("stacking", "'\(word)' is not known; write adds, or a mapping"))
      }
      return Stacking()
    }
    guard
      let inner = Fields(
        node, file: file,
        known: ["tops-up-to-total-of", "caps-total-of", "replaces", "displaces"],
        what: "stacking", problems: &problems)
    else { return Stacking() }
    func selectors(_ key: String, _ problems: inout [LawError]) -> [MeasureSelector] {
      inner.texts(key, problems: &problems).map(MeasureSelector.init)
    }
    var stacking = Stacking(
      replaces: selectors("replaces", &problems), displaces: selectors("displaces", &problems))
    let tops = selectors("tops-up-to-total-of", &problems)
    let caps = selectors("caps-total-of", &problems)
    if !tops.isEmpty { stacking.amount = .topsUpTo(counting: tops) }
    if !caps.isEmpty { stacking.amount = .capsAt(counting: caps) }
    if !tops.isEmpty, !caps.isEmpty {
      problems.append(fields.problem("stacking", "cannot both top up and cap; keep one"))
    }
    return stacking
  }

  private mutating func effect(_ fields: Fields) -> Effect {
    guard let node = fields.node("effect") else { return .duty }
    switch node.scalar?.string {
    case "duty": return .duty
    case "bars": return .bars
    case .some(let other):
      problems.append(
        fields.problem("effect", "'\(other)' is not known; write duty, bars or requires: TEXT"))
      return .duty
    case nil: break
    }
    guard
      let inner = Fields(
        node, file: file, known: ["requires"], what: "an effect", problems: &problems)
    else { return .duty }
    return .requires(inner.requiredText("requires", problems: &problems))
  }

  private mutating func invalidation(_ fields: Fields) -> Invalidation? {
    guard let node = fields.node("void"),
      let inner = Fields(
        node, file: file, known: ["held", "citation"], what: "void", problems: &problems)
    else { return nil }
    guard let held = inner.day("held", problems: &problems) else {
      problems.append(inner.problem("held", "is missing; add the day of the holding"))
      return nil
    }
    return Invalidation(
      held: held, citation: inner.requiredText("citation", problems: &problems))
  }

  private mutating func reading(_ node: Node) -> AlternativeReading? {
    guard
      let fields = Fields(
        node, file: file, known: ["id", "text", "source", "duty", "base", "stacking"],
        what: "a reading", problems: &problems)
    else { return nil }
    let amount = fields.has("stacking") ? stacking(fields).amount : nil
    return AlternativeReading(
      id: fields.requiredText("id", problems: &problems),
      text: fields.requiredText("text", problems: &problems),
      source: fields.requiredText("source", problems: &problems),
      duty: fields.has("duty") ? duty(fields, .duty) : nil,
      base: fields.has("base") ? base(fields) : nil, amount: amount)
  }

  private mutating func assumptions(_ fields: Fields) -> [String: FactValue] {
    guard let node = fields.node("assume") else { return [:] }
    guard case .mapping(let mapping) = node else {
      problems.append(fields.problem("assume", "must map facts to values"))
      return [:]
    }
    var values: [String: FactValue] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, let text = value.scalar?.string else { continue }
      let number = Fraction(decimal: text)
      if let number, !number.fitsCompiledForm {
        problems.append(fields.problem("assume", "'\(text)' has too many digits"))
      }
      values[name] =
        Day(text).map { .day($0) } ?? number.map { .number($0) } ?? .text(text.lowercased())
    }
    return values
  }

  // MARK: Conditions

  private mutating func condition(_ node: Node, _ fields: Fields) -> Condition {
    guard case .mapping(let mapping) = node else {
      problems.append(fields.problem("when", "must map facts to what they must be"))
      return .always
    }
    var parts: [Condition] = []
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      switch name {
      case "any", "all":
        guard case .sequence(let sequence) = value else {
          problems.append(fields.problem("when", "'\(name)' needs a list"))
          continue
        }
        let inner = sequence.map { condition($0, fields) }
        parts.append(name == "any" ? .any(inner) : .all(inner))
      case "not": parts.append(.not(condition(value, fields)))
      case "claimed": parts.append(.claimed(texts(value)))
      default: parts += tests(value, fields).map { .fact(name, $0) }
      }
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private func texts(_ node: Node) -> [String] {
    if let text = node.scalar?.string { return [text] }
    return node.sequence?.compactMap { $0.scalar?.string } ?? []
  }

  private mutating func tests(_ node: Node, _ fields: Fields) -> [FactTest] {
    guard case .mapping = node else {
      return [.isOneOf(texts(node).map { $0.lowercased() })]
    }
    guard
      let inner = Fields(
        node, file: file, known: ["at-least", "below", "before", "from", "unit"],
        what: "a test", problems: &problems)
    else { return [] }
    var tests: [FactTest] = []
    if let bound = inner.number("at-least", problems: &problems) { tests.append(.atLeast(bound)) }
    if let bound = inner.number("below", problems: &problems) {
      if let text = inner.text("unit", problems: &problems) {
        guard let unit = QuantityUnit(spelling: text) else {
          problems.append(inner.problem("unit", "'\(text)' is not a unit of quantity"))
          return tests
        }
        tests.append(.priceBelow(bound, unit: unit))
      } else {
        tests.append(.below(bound))
      }
    }
    if let day = inner.day("before", problems: &problems) { tests.append(.before(day)) }
    if let day = inner.day("from", problems: &problems) { tests.append(.onOrAfter(day)) }
    if tests.isEmpty {
      problems.append(fields.problem("when", "a test needs at-least, below, before or from"))
    }
    return tests
  }
}

extension DutyExpression.Part {
  /// The same part as a credit.
  fileprivate var negated: DutyExpression.Part {
    switch self {
    case .adValorem(let rate, let base): .adValorem(-rate, of: base)
    case .specific(let duty):
      .specific(
        SpecificDuty(
          amount: -duty.amount, unit: duty.unit, measured: duty.measured,
          freeUnits: duty.freeUnits))
    case .byDegree(let duty): .byDegree(duty)
    }
  }
}
