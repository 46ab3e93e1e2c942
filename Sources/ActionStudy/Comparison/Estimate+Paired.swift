import TradeImpact

extension Estimate {
  /// An amount of one impact less that of another with the same draws, draw by draw.
  static func difference(
    _ later: Impact, less earlier: Impact, _ amount: (Outcome) -> Double
  ) -> Estimate {
    Estimate(
      central: amount(later.central) - amount(earlier.central),
      draws: zip(later.draws?.outcomes ?? [], earlier.draws?.outcomes ?? [])
        .map { amount($0) - amount($1) })
  }
}
