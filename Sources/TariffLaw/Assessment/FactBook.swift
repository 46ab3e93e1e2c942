/// What is known of an entry in one evaluation, and a record of what was asked and not found.
package struct FactBook {
  /// A fact that was asked for and not stated, with values that reach every outcome asked about.
  struct Missing {
    let name: String
    var witnesses: [FactValue]
    /// The value taken in its place, if any.
    let assumed: FactValue?
  }

  /// The day of entry, as a fact every entry has.
  package static let entered = "entered"

  private let entry: Entry
  private let regime: Regime
  private let supposed: Supposition
  private(set) var missing: [Missing] = []
  /// Units of quantity that were asked for and not stated.
  private(set) var missingQuantities: [QuantityUnit] = []
  private(set) var valueIsMissing = false
  /// Whether the missing value by itself would answer something.
  private(set) var valueDecides = false

  init(entry: Entry, regime: Regime, supposed: Supposition) {
    self.entry = entry
    self.regime = regime
    self.supposed = supposed
  }

  /// The value of a fact: stated, supposed, or assumed; `nil` when there is none.
  mutating func value(
    _ name: String, for measure: Measure, witnesses: [FactValue]
  ) -> FactValue? {
    switch name {
    case FactBook.entered: return .day(entry.day)
    case "value":
      if let value = entry.value { return .number(value) }
      valueIsMissing = true
      valueDecides = true
      return nil
    default: break
    }
    if let stated = entry.facts[name] { return stated }
    if let value = supposed.facts[name] {
      note(name, witnesses, assumed: value)
      return value
    }
    let assumed = measure.assumptions[name] ?? regime.facts[name]?.defaultValue
    note(name, witnesses, assumed: assumed)
    return assumed
  }

  mutating func quantity(in unit: QuantityUnit) -> Fraction? {
    if let amount = entry.quantity(in: unit) { return amount }
    if !missingQuantities.contains(unit) { missingQuantities.append(unit) }
    return nil
  }

  mutating func truth(of condition: Condition, for measure: Measure) -> Truth {
    switch condition {
    case .always: return .yes
    case .all(let parts):
      // Every part is asked, so that one answer names all the facts that matter.
      return parts.map { truth(of: $0, for: measure) }.reduce(.yes) { $0 && $1 }
    case .any(let parts):
      return parts.map { truth(of: $0, for: measure) }.reduce(.no) { $0 || $1 }
    case .not(let part): return !truth(of: part, for: measure)
    case .claimed(let names): return isClaimed(names) ? .yes : .no
    case .fact(_, .priceBelow(let bound, let unit)):
      guard let value = entry.value else {
        valueIsMissing = true
        if entry.quantity(in: unit) != nil { valueDecides = true }
        return .unknown
      }
      guard let amount = quantity(in: unit), amount.isPositive else { return .unknown }
      return value / amount < bound ? .yes : .no
    case .fact(let name, let test):
      guard let value = value(name, for: measure, witnesses: test.witnesses) else {
        // Relief is not assumed; it is offered as a reading.
        return regime.facts[name]?.missing == .offersRelief ? .no : .unknown
      }
      return test.holds(for: value).map { $0 ? .yes : .no } ?? .unknown
    }
  }

  func isClaimed(_ names: [String]) -> Bool {
    // Most entries claim nothing, and this is asked of every programme.
    guard !entry.claims.isEmpty || !supposed.claims.isEmpty else { return false }
    return names.contains { name in
      entry.claims.contains { FactBook.isSame($0, name) }
        || supposed.claims.contains { FactBook.isSame($0, name) }
    }
  }

  /// Whether two names of a claim are one, whatever the case of their letters.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    func folded(_ byte: UInt8) -> UInt8 {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte - 32 : byte
    }
    return a.utf8.count == b.utf8.count
      && zip(a.utf8, b.utf8).allSatisfy { folded($0) == folded($1) }
  }

  private mutating func note(_ name: String, _ witnesses: [FactValue], assumed: FactValue?) {
    if let position = missing.firstIndex(where: { $0.name == name }) {
      for witness in witnesses where !missing[position].witnesses.contains(witness) {
        missing[position].witnesses.append(witness)
      }
      return
    }
    missing.append(Missing(name: name, witnesses: witnesses, assumed: assumed))
  }
}
