// The mirror of `ByteWriter+Law.swift`. Every count is bounded by the bytes left and every tag is
// checked, so that damaged law is an error.
extension ByteReader {
  mutating func list<T>(
    _ read: (inout ByteReader) throws(ArchiveError) -> T
  ) throws(ArchiveError) -> [T] {
    var items: [T] = []
    for _ in 0..<(try count()) { items.append(try read(&self)) }
    return items
  }

  mutating func dictionary<T>(
    _ read: (inout ByteReader) throws(ArchiveError) -> T
  ) throws(ArchiveError) -> [String: T] {
    var items: [String: T] = [:]
    for _ in 0..<(try count()) {
      let key = try text()
      items[key] = try read(&self)
    }
    return items
  }

  mutating func texts() throws(ArchiveError) -> [String] {
    try list { (reader) throws(ArchiveError) in try reader.text() }
  }

  mutating func optionalText() throws(ArchiveError) -> String? {
    try flag() ? try text() : nil
  }

  private mutating func optionalNumber() throws(ArchiveError) -> Fraction? {
    try flag() ? try Fraction(from: &self) : nil
  }

  mutating func span() throws(ArchiveError) -> DaySpan {
    let first = try optionalDay()
    return DaySpan(from: first, until: try optionalDay())
  }

  private mutating func flag() throws(ArchiveError) -> Bool {
    switch try integer(UInt8.self) {
    case 0: return false
    case 1: return true
    default: throw .damaged("flag before byte \(offset)")
    }
  }

  private mutating func tag() throws(ArchiveError) -> UInt8 { try integer() }

  private func unknownTag(_ what: String) -> ArchiveError {
    .damaged("\(what) before byte \(offset)")
  }

  private mutating func day() throws(ArchiveError) -> Day { Day(number: try integer()) }

  private mutating func optionalDay() throws(ArchiveError) -> Day? {
    let number: Int32 = try integer()
    return number == .min ? nil : Day(number: number)
  }

  private mutating func selectors() throws(ArchiveError) -> [MeasureSelector] {
    try texts().map { MeasureSelector($0) }
  }

  private mutating func country() throws(ArchiveError) -> CountryCode {
    guard let code = CountryCode(raw: try integer()) else { throw unknownTag("country") }
    return code
  }

  mutating func goodsList() throws(ArchiveError) -> GoodsList {
    let rows = try list { (reader) throws(ArchiveError) -> GoodsList.Row in
      let raw: UInt64 = try reader.integer()
      guard let code = HTSCode(raw: raw & ~1) else { throw reader.unknownTag("code") }
      return GoodsList.Row(code: code, included: raw & 1 == 0)
    }
    do {
      return try GoodsList(rows)
    } catch {
      throw .damaged("\(error)")
    }
  }

  mutating func group() throws(ArchiveError) -> CountryGroup {
    let name = try text()
    let citation = try optionalText()
    let memberships = try list { (reader) throws(ArchiveError) -> CountryGroup.Membership in
      let country = try reader.country()
      return CountryGroup.Membership(country: country, span: try reader.span())
    }
    return CountryGroup(name: name, memberships: memberships, citation: citation)
  }

  mutating func fact() throws(ArchiveError) -> FactDefinition {
    let name = try text()
    let title = try text()
    let kind: FactDefinition.Kind
    switch try tag() {
    case 0: kind = .percent
    case 1: kind = .number
    case 2: kind = .day
    case 3: kind = .choice(try texts())
    case 4: kind = .country
    default: throw unknownTag("kind of fact")
    }
    let unit = try optionalText()
    let value = try flag() ? try factValue() : nil
    let missing: FactDefinition.Missing = try flag() ? .offersRelief : .asks
    return FactDefinition(
      name: name, title: title, kind: kind, unit: unit, defaultValue: value, missing: missing,
      partOf: try optionalText())
  }

  private mutating func factValue() throws(ArchiveError) -> FactValue {
    switch try tag() {
    case 0: return .number(try Fraction(from: &self))
    case 1: return .day(try day())
    case 2: return .text(try text())
    default: throw unknownTag("value of a fact")
    }
  }

  mutating func measure() throws(ArchiveError) -> Measure {
    let id = try text()
    let title = try text()
    let authority = try text()
    let terms = try list { (reader) throws(ArchiveError) in try reader.term() }
    let exemptions = try list { (reader) throws(ArchiveError) in try reader.exemption() }
    let assumptions = try dictionary { (reader) throws(ArchiveError) in try reader.factValue() }
    let kind: Measure.Kind = try flag() ? .fee : .duty
    return Measure(
      id: id, title: title, authority: authority, terms: terms, exemptions: exemptions,
      assumptions: assumptions, kind: kind, notes: try optionalText())
  }

  private mutating func validity() throws(ArchiveError) -> Validity {
    let span = try span()
    let signed = try optionalDay()
    let published = try optionalDay()
    return Validity(
      span: span, signed: signed, published: published, endPublished: try optionalDay())
  }

  private mutating func term() throws(ArchiveError) -> Term {
    let validity = try validity()
    let heading = try optionalText()
    let reachedHeading = try optionalText()
    let asideHeading = try optionalText()
    let scope = try scope()
    let duty = try termDuty()
    let base = try base()
    let least = try optionalNumber()
    let limits = AmountLimits(least: least, most: try optionalNumber())
    let amount = try amount()
    let replaces = try selectors()
    let stacking = Stacking(amount: amount, replaces: replaces, displaces: try selectors())
    let effect: Effect
    switch try tag() {
    case 0: effect = .duty
    case 1: effect = .bars
    case 2: effect = .requires(try text())
    default: throw unknownTag("effect")
    }
    let citation = try text()
    let readings = try list { (reader) throws(ArchiveError) in try reader.reading() }
    var invalidation: Invalidation?
    if try flag() {
      let held = try day()
      invalidation = Invalidation(held: held, citation: try text())
    }
    return Term(
      validity: validity, heading: heading, reachedHeading: reachedHeading,
      asideHeading: asideHeading, scope: scope, duty: duty, base: base, limits: limits,
      stacking: stacking, effect: effect, citation: citation, readings: readings,
      invalidation: invalidation)
  }

  private mutating func exemption() throws(ArchiveError) -> Exemption {
    let validity = try validity()
    let heading = try optionalText()
    let scope = try scope()
    let citation = try text()
    return Exemption(
      validity: validity, heading: heading, scope: scope, citation: citation, text: try text())
  }

  mutating func deadline() throws(ArchiveError) -> Deadline {
    let id = try text()
    let title = try text()
    let after = try optionalText()
    guard let days = Int(exactly: try varint()), days < 100_000 else {
      throw unknownTag("days of a deadline")
    }
    return Deadline(id: id, title: title, after: after, days: days, citation: try text())
  }

  mutating func gap() throws(ArchiveError) -> Gap {
    let text = try text()
    let citation = try self.text()
    let span = try span()
    return Gap(text: text, citation: citation, span: span, scope: try scope())
  }

  mutating func outsideLaw() throws(ArchiveError) -> OutsideLaw {
    let text = try text()
    return OutsideLaw(text: text, citation: try self.text())
  }

  mutating func officialCount() throws(ArchiveError) -> OfficialCount {
    let lists = try texts()
    let official: UInt32 = try integer()
    let day = try optionalDay()
    let source = try text()
    return OfficialCount(
      lists: lists, official: Int(official), day: day, source: source, note: try optionalText())
  }

  private mutating func scope() throws(ArchiveError) -> Scope {
    var goods: GoodsReference?
    if try flag() {
      let lists = try texts()
      goods = GoodsReference(lists: lists, except: try texts())
    }
    let included = try list { (reader) throws(ArchiveError) in try reader.member() }
    let excluded = try list { (reader) throws(ArchiveError) in try reader.member() }
    let condition = try condition(depth: 0)
    return Scope(
      goods: goods, origins: OriginScope(included: included, excluded: excluded),
      condition: condition, claims: try texts())
  }

  private mutating func member() throws(ArchiveError) -> OriginScope.Member {
    switch try tag() {
    case 0: return .country(try country())
    case 1: return .group(try text())
    default: throw unknownTag("origin")
    }
  }

  private mutating func condition(depth: Int) throws(ArchiveError) -> Condition {
    guard depth < 32 else { throw unknownTag("condition nested too deep") }
    switch try tag() {
    case 0: return .always
    case 1:
      return .all(
        try list { (reader) throws(ArchiveError) in try reader.condition(depth: depth + 1) })
    case 2:
      return .any(
        try list { (reader) throws(ArchiveError) in try reader.condition(depth: depth + 1) })
    case 3: return .not(try condition(depth: depth + 1))
    case 4: return .claimed(try texts())
    case 5:
      let name = try text()
      return .fact(name, try factTest())
    default: throw unknownTag("condition")
    }
  }

  private mutating func factTest() throws(ArchiveError) -> FactTest {
    switch try tag() {
    case 0: return .isOneOf(try texts())
    case 1: return .atLeast(try Fraction(from: &self))
    case 2: return .below(try Fraction(from: &self))
    case 3: return .before(try day())
    case 4: return .onOrAfter(try day())
    case 5:
      let bound = try Fraction(from: &self)
      return .priceBelow(bound, unit: QuantityUnit(name: try text()))
    default: throw unknownTag("test")
    }
  }

  private mutating func termDuty() throws(ArchiveError) -> TermDuty {
    switch try tag() {
    case 0: return .stated(try DutyText(from: &self))
    case 1: return .column(.general)
    case 2: return .column(.other)
    case 3: return .column(.special(indicators: try texts()))
    default: throw unknownTag("duty")
    }
  }

  private mutating func base() throws(ArchiveError) -> ValueBase {
    switch try tag() {
    case 0: return .value
    case 1: return .content(try text())
    case 2: return .excluding(try text())
    case 3: return .remainder(of: try selectors())
    case 4: return .amount(try text())
    default: throw unknownTag("base")
    }
  }

  private mutating func amount() throws(ArchiveError) -> Stacking.Amount {
    switch try tag() {
    case 0: return .adds
    case 1: return .topsUpTo(counting: try selectors())
    case 2: return .capsAt(counting: try selectors())
    default: throw unknownTag("stacking")
    }
  }

  private mutating func reading() throws(ArchiveError) -> AlternativeReading {
    let id = try text()
    let words = try text()
    let source = try text()
    let duty = try flag() ? try termDuty() : nil
    let base = try flag() ? try base() : nil
    return AlternativeReading(
      id: id, text: words, source: source, duty: duty, base: base,
      amount: try flag() ? try amount() : nil)
  }
}
