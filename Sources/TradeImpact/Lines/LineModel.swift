/// What a duty on the partner's goods of each rate line does, each line alone.
public protocol LineModel: Sendable {
  /// In the order of the codes.
  var lines: [TradeLine] { get }
  /// Names of the sectors of the impact model.
  var sectors: [String] { get }
  /// Imports from the partner that no rate line holds, dollars a year.
  var withoutLine: Double { get }
  /// Lines whose ordinary rate is not held, so that nothing can be said of a duty on top; not among
  /// ``lines``.
  var unpriced: [TradeLine] { get }
  /// Whether the importer's own market is held, so that what happens to its buyers is known.
  var knowsHome: Bool { get }

  /// Each line alone under an added rate, in the order of ``lines``.
  ///
  /// - Parameters:
  ///   - rate: added on the customs value, a fraction.
  ///   - draw: the number of a draw of the elasticities with its seed; central without.
  /// - Throws: errors of the model.
  func impacts(rate: Double, draw: (index: Int, seed: UInt64)?) throws -> [LineImpact]
}

extension LineModel {
  /// With the central elasticities.
  public func impacts(rate: Double) throws -> [LineImpact] { try impacts(rate: rate, draw: nil) }
}
