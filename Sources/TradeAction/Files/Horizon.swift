/// How long buyers and sellers have had to respond, as changes to the assumptions.
public struct Horizon: Hashable, Sendable {
  public let name: String
  public let title: String
  /// Whether quantities respond at all.
  public let responds: Bool
  /// Factors on parameters, by name.
  public let scale: [String: Double]
  /// Values in place of parameters, by name.
  public let set: [String: Double]
  /// What is assumed, in words.
  public let assumes: String
  public let source: String

  public init(
    name: String, title: String, responds: Bool, scale: [String: Double] = [:],
    set: [String: Double] = [:], assumes: String, source: String
  ) {
    self.name = name
    self.title = title
    self.responds = responds
    self.scale = scale
    self.set = set
    self.assumes = assumes
    self.source = source
  }

  /// The assumptions under this horizon.
  public func applied(to assumptions: Assumptions) -> Assumptions {
    Assumptions(
      id: assumptions.id, title: assumptions.title,
      parameters: assumptions.parameters.map { parameter in
        let factor = scale[parameter.name] ?? 1
        let fixed = set[parameter.name]
        return Assumptions.Parameter(
          name: parameter.name, value: fixed ?? parameter.value.map { $0 * factor },
          byGood: fixed == nil
            ? parameter.byGood.map {
              Assumptions.ByGood(
                table: $0.table, rule: $0.rule, capPercentile: $0.capPercentile,
                factor: $0.factor * factor)
            } : nil,
          bySector: fixed == nil ? parameter.bySector : [],
          standardError: fixed == nil ? parameter.standardError.map { $0 * factor } : nil,
          assumedSpread: fixed == nil ? parameter.assumedSpread : nil,
          minimum: parameter.minimum, source: parameter.source, isVerified: parameter.isVerified)
      })
  }
}
