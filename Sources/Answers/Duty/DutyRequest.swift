public import TariffLaw

/// A question about one entry as text, from the command line, a file or the web.
public struct DutyRequest: Hashable, Sendable {
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
  /// - Throws: ``RequestError`` naming the field and how to mend it.
  public func entry(in book: LawBook) throws(RequestError) -> Entry {
    do {
      return try EntryText(
        hts: hts, origin: origin, on: on, value: value, quantity: quantity, unit: unit,
        claims: claims, facts: facts
      ).entry(in: book)
    } catch {
      throw RequestError(field: error.field, message: error.message)
    }
  }
}
