// The compiled form of the law: each type in the order of its members, a tag before each case.
extension ByteWriter {
  mutating func append<T>(list: [T], _ write: (inout ByteWriter, T) -> Void) {
    append(varint: UInt64(list.count))
    for item in list { write(&self, item) }
  }

  mutating func append<T>(sorted items: [String: T], _ write: (inout ByteWriter, T) -> Void) {
    append(list: items.sorted { $0.key < $1.key }) { writer, item in
      writer.append(text: item.key)
      write(&writer, item.value)
    }
  }

  mutating func append(texts: [String]) { append(list: texts) { $0.append(text: $1) } }

  mutating func append(optional text: String?) {
    append(UInt8(text == nil ? 0 : 1))
    if let text { append(text: text) }
  }

  mutating func append(optional number: Fraction?) {
    append(UInt8(number == nil ? 0 : 1))
    if let number { append(number) }
  }

  mutating func append(_ day: Day?) { append(day?.number ?? Int32.min) }

  mutating func append(_ span: DaySpan) {
    append(span.first)
    append(span.last)
  }

  mutating func append(_ number: Fraction) { number.encode(into: &self) }

  mutating func append(_ list: GoodsList) {
    append(list: list.rows) { writer, row in
      // The lowest bit of the length is free: lengths are even.
      writer.append(row.code.raw | (row.included ? 0 : 1))
    }
  }

  mutating func append(_ group: CountryGroup) {
    append(text: group.name)
    append(optional: group.citation)
    append(list: group.memberships) { writer, membership in
      writer.append(membership.country.raw)
      writer.append(membership.span)
    }
  }

  mutating func append(_ fact: FactDefinition) {
    append(text: fact.name)
    append(text: fact.title)
    switch fact.kind {
    case .percent: append(UInt8(0))
    case .number: append(UInt8(1))
    case .day: append(UInt8(2))
    case .choice(let values):
      append(UInt8(3))
      append(texts: values)
    case .country: append(UInt8(4))
    }
    append(optional: fact.unit)
    append(UInt8(fact.defaultValue == nil ? 0 : 1))
    if let value = fact.defaultValue { append(value) }
    append(UInt8(fact.missing == .asks ? 0 : 1))
    append(optional: fact.partOf)
  }

  mutating func append(_ value: FactValue) {
    switch value {
    case .number(let number):
      append(UInt8(0))
      append(number)
    case .day(let day):
      append(UInt8(1))
      append(day.number)
    case .text(let text):
      append(UInt8(2))
      append(text: text)
    }
  }

  mutating func append(_ measure: Measure) {
    append(text: measure.id)
    append(text: measure.title)
    append(text: measure.authority)
    append(list: measure.terms) { $0.append($1) }
    append(list: measure.exemptions) { $0.append($1) }
    append(sorted: measure.assumptions) { $0.append($1) }
    append(UInt8(measure.kind == .duty ? 0 : 1))
    append(optional: measure.notes)
  }

  private mutating func append(_ validity: Validity) {
    append(validity.span)
    append(validity.signed)
    append(validity.published)
    append(validity.endPublished)
  }

  private mutating func append(_ term: Term) {
    append(term.validity)
    append(optional: term.heading)
    append(optional: term.reachedHeading)
    append(optional: term.asideHeading)
    append(term.scope)
    append(term.duty)
    append(term.base)
    append(optional: term.limits.least)
    append(optional: term.limits.most)
    append(term.stacking.amount)
    append(list: term.stacking.replaces) { $0.append(text: $1.text) }
    append(list: term.stacking.displaces) { $0.append(text: $1.text) }
    switch term.effect {
    case .duty: append(UInt8(0))
    case .bars: append(UInt8(1))
    case .requires(let document):
      append(UInt8(2))
      append(text: document)
    }
    append(text: term.citation)
    append(list: term.readings) { $0.append($1) }
    append(UInt8(term.invalidation == nil ? 0 : 1))
    if let invalidation = term.invalidation {
      append(invalidation.held.number)
      append(text: invalidation.citation)
    }
  }

  private mutating func append(_ exemption: Exemption) {
    append(exemption.validity)
    append(optional: exemption.heading)
    append(exemption.scope)
    append(text: exemption.citation)
    append(text: exemption.text)
  }

  mutating func append(_ deadline: Deadline) {
    append(text: deadline.id)
    append(text: deadline.title)
    append(optional: deadline.after)
    append(varint: UInt64(deadline.days))
    append(text: deadline.citation)
  }

  mutating func append(_ gap: Gap) {
    append(text: gap.text)
    append(text: gap.citation)
    append(gap.span)
    append(gap.scope)
  }

  mutating func append(_ outside: OutsideLaw) {
    append(text: outside.text)
    append(text: outside.citation)
  }

  mutating func append(_ count: OfficialCount) {
    append(texts: count.lists)
    append(UInt32(clamping: count.official))
    append(count.day)
    append(text: count.source)
    append(optional: count.note)
  }

  private mutating func append(_ scope: Scope) {
    append(UInt8(scope.goods == nil ? 0 : 1))
    if let goods = scope.goods {
      append(texts: goods.lists)
      append(texts: goods.except)
    }
    for members in [scope.origins.included, scope.origins.excluded] {
      append(list: members) { writer, member in
        switch member {
        case .country(let code):
          writer.append(UInt8(0))
          writer.append(code.raw)
        case .group(let name):
          writer.append(UInt8(1))
          writer.append(text: name)
        }
      }
    }
    append(scope.condition)
    append(texts: scope.claims)
  }

  private mutating func append(_ condition: Condition) {
    switch condition {
    case .always: append(UInt8(0))
    case .all(let parts):
      append(UInt8(1))
      append(list: parts) { $0.append($1) }
    case .any(let parts):
      append(UInt8(2))
      append(list: parts) { $0.append($1) }
    case .not(let part):
      append(UInt8(3))
      append(part)
    case .claimed(let names):
      append(UInt8(4))
      append(texts: names)
    case .fact(let name, let test):
      append(UInt8(5))
      append(text: name)
      append(test)
    }
  }

  private mutating func append(_ test: FactTest) {
    switch test {
    case .isOneOf(let values):
      append(UInt8(0))
      append(texts: values)
    case .atLeast(let bound):
      append(UInt8(1))
      append(bound)
    case .below(let bound):
      append(UInt8(2))
      append(bound)
    case .before(let day):
      append(UInt8(3))
      append(day.number)
    case .onOrAfter(let day):
      append(UInt8(4))
      append(day.number)
    case .priceBelow(let bound, let unit):
      append(UInt8(5))
      append(bound)
      append(text: unit.name)
    }
  }

  private mutating func append(_ duty: TermDuty) {
    switch duty {
    case .stated(let text):
      append(UInt8(0))
      text.encode(into: &self)
    case .column(.general): append(UInt8(1))
    case .column(.other): append(UInt8(2))
    case .column(.special(let indicators)):
      append(UInt8(3))
      append(texts: indicators)
    }
  }

  private mutating func append(_ base: ValueBase) {
    switch base {
    case .value: append(UInt8(0))
    case .content(let fact):
      append(UInt8(1))
      append(text: fact)
    case .excluding(let fact):
      append(UInt8(2))
      append(text: fact)
    case .remainder(let selectors):
      append(UInt8(3))
      append(list: selectors) { $0.append(text: $1.text) }
    case .amount(let fact):
      append(UInt8(4))
      append(text: fact)
    }
  }

  private mutating func append(_ amount: Stacking.Amount) {
    switch amount {
    case .adds: append(UInt8(0))
    case .topsUpTo(let counting):
      append(UInt8(1))
      append(list: counting) { $0.append(text: $1.text) }
    case .capsAt(let counting):
      append(UInt8(2))
      append(list: counting) { $0.append(text: $1.text) }
    }
  }

  private mutating func append(_ reading: AlternativeReading) {
    append(text: reading.id)
    append(text: reading.text)
    append(text: reading.source)
    append(UInt8(reading.duty == nil ? 0 : 1))
    if let duty = reading.duty { append(duty) }
    append(UInt8(reading.base == nil ? 0 : 1))
    if let base = reading.base { append(base) }
    append(UInt8(reading.amount == nil ? 0 : 1))
    if let amount = reading.amount { append(amount) }
  }
}
