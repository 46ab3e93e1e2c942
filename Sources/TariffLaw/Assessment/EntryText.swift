/// An entry as text, from the command line, a file or the web, before it is read.
public struct EntryText: Hashable, Sendable {
  public var hts: String
  public var origin: String
  public var on: String
  public var value: String?
  public var quantity: String?
  public var unit: String?
  public var claims: [String]
  /// `name=value`
  public var facts: [String]

  public init(
    hts: String, origin: String, on: String, value: String? = nil, quantity: String? = nil,
    unit: String? = nil, claims: [String] = [], facts: [String] = []
  ) {
    self.hts = hts
    self.origin = origin
    self.on = on
    self.value = value
    self.quantity = quantity
    self.unit = unit
    self.claims = claims
    self.facts = facts
  }

  /// Reads the texts into an entry.
  ///
  /// - Throws: ``EntryError`` naming the field and how to mend it.
  public func entry(in book: LawBook) throws(EntryError) -> Entry {
    let code: HTSCode
    do {
      code = try HTSCode(hts.trimmingSpaces)
    } catch {
      throw EntryError("hts", "\(error)")
    }
    guard code.length >= 8 else {
      throw EntryError(
        "hts", "\(code.dotted) has \(code.length) digits; give a rate line of eight or all ten")
    }
    guard let country = CountryCode(origin.trimmingSpaces) else {
      throw EntryError("origin", "'\(origin)' is not a two-letter country code, as CN")
    }
    guard let day = Day(on.trimmingSpaces) else {
      throw EntryError("on", "'\(on)' is not a day; write YYYY-MM-DD")
    }
    var entry = Entry(code: code, origin: country, day: day)
    entry.value = try amount(value, field: "value")
    if let amount = try amount(quantity, field: "quantity") {
      entry.quantities[try quantityUnit(for: code, on: day, in: book)] = amount
    } else if let unit, !unit.trimmingSpaces.isEmpty {
      throw EntryError("unit", "stands without a quantity; give both")
    }
    entry.claims = try readClaims(in: book)
    entry.facts = try readFacts(of: entry, in: book)
    return entry
  }

  private func amount(_ text: String?, field: String) throws(EntryError) -> Fraction? {
    guard let text = text?.trimmingSpaces, !text.isEmpty else { return nil }
    guard let amount = Fraction(decimal: text) else {
      throw EntryError(field, "'\(text)' is not a number; write 1234.56")
    }
    guard !amount.isNegative else {
      throw EntryError(field, "\(text) is negative; it must be zero or more")
    }
    return amount
  }

  /// The stated unit; without one, the first unit the schedule reports the good in.
  private func quantityUnit(
    for code: HTSCode, on day: Day, in book: LawBook
  ) throws(EntryError) -> QuantityUnit {
    if let unit = unit?.trimmingSpaces, !unit.isEmpty {
      guard let known = QuantityUnit(spelling: unit) else {
        throw EntryError("unit", "'\(unit)' is not a unit the schedule uses, as kg, no or bbl")
      }
      return known
    }
    let units = book.units(of: code, on: day)
    guard let first = units.first else {
      throw EntryError("unit", "is missing; name the unit of the quantity, as kg")
    }
    return first
  }

  private func readClaims(in book: LawBook) throws(EntryError) -> [String] {
    let asked = claims.map(\.trimmingSpaces).filter { !$0.isEmpty }
    guard !asked.isEmpty else { return [] }
    let known = book.claims
    var read: [String] = []
    for claim in asked {
      guard known.names.contains(claim.uppercased()) else {
        throw EntryError(
          "claim",
          "nothing in the law of \(book.regime.title) can be claimed as '\(claim)'; known: "
            + known.words)
      }
      read.append(claim.uppercased())
    }
    return read
  }

  private func readFacts(
    of entry: Entry, in book: LawBook
  ) throws(EntryError) -> [String: FactValue] {
    var read: [String: FactValue] = [:]
    for text in facts.map(\.trimmingSpaces) where !text.isEmpty {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0]).trimmingSpaces
      guard parts.count == 2 else {
        throw EntryError("fact", "'\(text)' must be NAME=VALUE, as quota=in")
      }
      let value = String(parts[1]).trimmingSpaces
      if let definition = book.regime.facts[name] {
        guard let known = definition.value(parsing: value) else {
          throw EntryError("fact", "\(name) must be \(definition.allowed), not '\(value)'")
        }
        read[name] = known
      } else if book.names(component: name, of: entry.code, on: entry.day) {
        // Components of an article are named by the schedule's own duty texts.
        guard let number = Fraction(decimal: value), !number.isNegative else {
          throw EntryError("fact", "\(name) must be a number, not '\(value)'")
        }
        read[name] = .number(number)
      } else {
        throw EntryError(
          "fact",
          "there is no fact '\(name)'; known: "
            + book.regime.facts.keys.sorted().joined(separator: ", "))
      }
    }
    return read
  }
}

extension String {
  package var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text = text.dropFirst() }
    while text.last?.isWhitespace ?? false { text = text.dropLast() }
    return String(text)
  }
}
