/// Why there is no equilibrium to report.
public enum EquilibriumError: Error, Hashable, Sendable {
  /// Nobody is left to sell a good that is bought.
  case nobodySells(sector: String, importer: String)
  /// A country may only sell abroad, or only buy, or neither, and its deficit asks for more.
  case noBalance(country: String, sells: Bool, buys: Bool)
  /// The way from the base to the shock could be followed only so far.
  case notConverged(share: Double, residual: Double, deficits: DeficitRule)
  /// A rate below minus one, or not a number.
  case rate(sector: String, exporter: String, importer: String, rate: Double)
}

extension EquilibriumError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nobodySells(let sector, let importer):
      "the shock bans every seller of sector \(sector) to \(importer), which makes none of it; "
        + "leave one of them a finite rate"
    case .noBalance(let country, let sells, let buys):
      "the shock leaves \(country) "
        + (sells
          ? "selling abroad but buying nothing"
          : buys
            ? "buying abroad but selling nothing" : "cut off from trade, with a deficit to keep")
        + "; no wage balances its trade: give finite rates, ban both ways, or choose balanced deficits"
    case .notConverged(let share, let residual, let deficits):
      "no equilibrium was found: it could be followed \((share * 1000).rounded() / 10)% of the way "
        + "from the base to the shock, beyond which the largest relative error stays at \(residual)"
        + (deficits == .fixed
          ? "; deficits that are fixed in money may have become impossible to pay at such tariffs: "
            + "try --deficits proportional or balanced" : "")
    case .rate(let sector, let exporter, let importer, let rate):
      "the rate \(rate) of sector \(sector) from \(exporter) into \(importer) is not above -1 "
        + "(a fraction: 0.25 is 25%)"
    }
  }
}
