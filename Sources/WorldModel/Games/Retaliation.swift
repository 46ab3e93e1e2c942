/// What the countries that an action hits do back.
public enum Retaliation: String, CaseIterable, Sendable {
  case none
  /// Each lays on the importer's goods, sector by sector, the change of rate that its own met.
  case reciprocal
  /// Each lays the tariffs on the importer's goods that are best for it, the action given.
  case bestResponse = "best-response"
  /// The importer gives up the rates of the action, and all lay tariffs on each other from which nobody
  /// gains by deviating.
  case nash
}
