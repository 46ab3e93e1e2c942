public import TariffLaw
import TradeData

/// Which effective statutory rate is asked for.
public struct EffectiveRateRequest: Sendable {
  /// What importers are taken to claim.
  public enum Claims: String, Sendable, CaseIterable {
    case none
    /// Preferences at the shares of 2024: published where there are figures, inferred from the duty
    /// collected elsewhere.
    case observed2024 = "observed-2024"
  }

  /// How a rate is split.
  public enum Dimension: String, Sendable, CaseIterable {
    case origin
    case authority
    case section
  }

  public var first: Day
  public var last: Day
  /// The name of the weights.
  public var weights: String
  public var claims: Claims
  public var by: Dimension?

  public init(
    from first: Day, to last: Day, weights: String, claims: Claims = .none, by: Dimension? = nil
  ) {
    self.first = first
    self.last = last
    self.weights = weights
    self.claims = claims
    self.by = by
  }

  /// Reads the words of the command line.
  ///
  /// - Throws: ``RequestError`` that names the option.
  public init(
    from first: String, to last: String, weights: String, claims: String, by: String?
  ) throws(RequestError) {
    func day(_ field: String, _ text: String) throws(RequestError) -> Day {
      guard let day = Day(text) else {
        throw RequestError(field: field, message: "'\(text)' is not a day; write YYYY-MM-DD")
      }
      return day
    }
    guard let claimed = Claims(rawValue: claims) else {
      throw RequestError(
        field: "claims",
        message: "'\(claims)' is not known; choose one of "
          + Claims.allCases.map(\.rawValue).joined(separator: ", "))
    }
    var dimension: Dimension?
    if let by {
      dimension = Dimension(rawValue: by)
      guard dimension != nil else {
        throw RequestError(
          field: "by",
          message: "'\(by)' is not known; choose one of "
            + Dimension.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    guard ImportWeights.names.contains(weights) else {
      throw RequestError(
        field: "weights",
        message: "there are no weights '\(weights)'; shipped: "
          + ImportWeights.names.joined(separator: ", "))
    }
    self.init(
      from: try day("from", first), to: try day("to", last), weights: weights, claims: claimed,
      by: dimension)
  }
}
