extension Regime {
  /// A value to take, in place of the law files' own, for a fact that entries do not state.
  public struct AssumedFact: Hashable, Sendable, CustomStringConvertible {
    /// The id of a measure, or the start of ids followed by `*`.
    public let measures: String
    public let fact: String
    public let value: String

    public init(measures: String, fact: String, value: String) {
      self.measures = measures
      self.fact = fact
      self.value = value
    }

    /// Reads `MEASURES:FACT=VALUE`.
    ///
    /// - Returns: `nil` when the text has another shape.
    public init?(_ text: String) {
      let halves = text.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { return nil }
      let sides = halves[1].split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      self.init(measures: String(halves[0]), fact: String(sides[0]), value: String(sides[1]))
    }

    public var description: String { "\(measures):\(fact)=\(value)" }

    func names(_ measure: Measure) -> Bool {
      measures.hasSuffix("*")
        ? measure.id.hasPrefix(measures.dropLast()) : measure.id == measures
    }
  }

  /// Why a fact cannot be assumed.
  public enum AssumptionError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownFact(AssumedFact, known: [String])
    case badValue(AssumedFact, allowed: String)
    case unknownMeasure(AssumedFact)

    public var description: String {
      switch self {
      case .unknownFact(let fact, let known):
        "'\(fact.fact)' is no fact of this law; known: \(known.joined(separator: ", "))"
      case .badValue(let fact, let allowed):
        "'\(fact.value)' is no value of '\(fact.fact)'; give \(allowed)"
      case .unknownMeasure(let fact): "no measure of this law is '\(fact.measures)'"
      }
    }
  }

  /// The same law with other values assumed by measures for facts that an entry does not state.
  ///
  /// - Throws: ``AssumptionError``.
  public func assuming(_ assumed: [AssumedFact]) throws(AssumptionError) -> Regime {
    var measures = measures
    for fact in assumed {
      guard let definition = facts[fact.fact] else {
        throw .unknownFact(fact, known: facts.keys.sorted())
      }
      guard let value = definition.value(parsing: fact.value) else {
        throw .badValue(fact, allowed: definition.allowed)
      }
      let named = measures.indices.filter { fact.names(measures[$0]) }
      guard !named.isEmpty else { throw .unknownMeasure(fact) }
      for index in named {
        let old = measures[index]
        measures[index] = Measure(
          id: old.id, title: old.title, authority: old.authority, terms: old.terms,
          exemptions: old.exemptions,
          assumptions: old.assumptions.merging([fact.fact: value]) { _, new in new },
          kind: old.kind, notes: old.notes)
      }
    }
    return with(measures)
  }
}
