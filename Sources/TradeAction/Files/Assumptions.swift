/// Economic assumptions: parameters with where they come from. Policy stands in the action, not
/// here.
public struct Assumptions: Hashable, Sendable {
  /// One parameter.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    /// The value where ``byGood`` and ``bySector`` give no other; `nil` when the parameter comes by
    /// good alone.
    public let value: Double?
    public let byGood: ByGood?
    public let bySector: [SectorValue]
    /// Standard error of the estimate, where one is published.
    public let standardError: Double?
    /// Where no error is published: the standard deviation of the log to draw with, which is assumed
    /// and not estimated.
    public let assumedSpread: Double?
    /// The lowest value that makes sense; draws below are not taken.
    public let minimum: Double?
    public let source: String
    /// Whether the figure was checked against its source.
    public let isVerified: Bool
  }

  /// Values by good, from a shipped table of published estimates.
  public struct ByGood: Hashable, Sendable {
    public let table: String
    public let rule: Rule
    /// Estimates above this percentile of those kept are set to it; from 0 to 100.
    public let capPercentile: Double
    /// On the estimates that are kept.
    public let factor: Double

    public init(table: String, rule: Rule, capPercentile: Double, factor: Double = 1) {
      self.table = table
      self.rule = rule
      self.capPercentile = capPercentile
      self.factor = factor
    }

    /// How a published elasticity becomes the parameter.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
      case same = "value"
      /// An elasticity of trade, duty left out of its value, to the tariff.
      case negative = "-value"
      /// An elasticity of trade, duty counted in its value, to the tariff.
      case oneMinus = "1-value"

      public func callAsFunction(_ value: Double) -> Double {
        switch self {
        case .same: value
        case .negative: -value
        case .oneMinus: 1 - value
        }
      }
    }
  }

  /// A value for some sectors.
  public struct SectorValue: Hashable, Sendable {
    /// The first digits of their industries.
    public let industries: [String]
    public let value: Double
    public let source: String
  }

  public let id: String
  public let title: String
  public let parameters: [Parameter]

  public init(id: String, title: String, parameters: [Parameter]) {
    self.id = id
    self.title = title
    self.parameters = parameters
  }

  /// A parameter by its name; `nil` when the file does not set it.
  public subscript(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  /// The value of a parameter; `nil` when the file does not set it.
  public func value(_ name: String) -> Double? { self[name]?.value }

  /// These assumptions with the parameters of others in place of their own.
  func extended(id: String, title: String, by own: [Parameter]) -> Assumptions {
    let kept = parameters.filter { parameter in !own.contains { $0.name == parameter.name } }
    return Assumptions(id: id, title: title, parameters: kept + own)
  }
}
