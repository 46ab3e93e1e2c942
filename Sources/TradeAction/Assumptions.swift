/// Economic assumptions: parameters with where they come from. Policy stands in the action, not
/// here.
public struct Assumptions: Hashable, Sendable {
  /// One parameter.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let value: Double
    /// Standard error of the estimate, where it is one.
    public let standardError: Double?
    public let source: String
    /// Whether the figure was checked against its source.
    public let isVerified: Bool
  }

  public let id: String
  public let title: String
  public let parameters: [Parameter]

  /// The value of a parameter; `nil` when the file does not set it.
  public func value(_ name: String) -> Double? {
    parameters.first { $0.name == name }?.value
  }
}
