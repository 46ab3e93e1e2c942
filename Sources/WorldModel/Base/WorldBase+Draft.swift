extension WorldBase {
  /// The accounts as a draft, to change and balance again.
  package var draft: BaseDraft {
    let size = sectorCount
    var shares = inputs
    for country in countries.indices where !inputs.isEmpty {
      for using in sectors.indices {
        let spent = 1 - valueAddedShare[using * countryCount + country]
        for input in sectors.indices {
          let cell = (country * size + input) * size + using
          shares[cell] = spent > 0 ? inputs[cell] / spent : 0
        }
      }
    }
    return BaseDraft(
      countries: countries, sectors: sectors, trade: trade, tariffs: tariffs, inputShares: shares,
      valueAddedShare: valueAddedShare, finalShare: nil)
  }

  /// The base with the goods trade of two countries scaled to given values, everything else bought and
  /// made as before; both countries' total balances move with it.
  ///
  /// - Parameters:
  ///   - imports: of `importer` from `partner`, in the base's money, net of tariff.
  ///   - exports: of `importer` to `partner`.
  /// - Throws: ``BaseError`` when the accounts cannot hold such trade.
  package func scaled(
    importer: Int, partner: Int, imports: Double, exports: Double
  ) throws(BaseError) -> WorldBase {
    var draft = draft
    let goods = sectors.indices.filter { sectors[$0].isTradable }
    for (buyer, seller, value) in [(importer, partner, imports), (partner, importer, exports)] {
      let flows = goods.map { flow(sector: $0, importer: buyer, exporter: seller) }
      let before = flows.reduce(0) { $0 + trade[$1] }
      guard before > 0, value > 0 else {
        throw BaseError(
          "trade",
          "no goods go from \(countries[seller].code) to \(countries[buyer].code) in the "
            + "base; there is nothing to scale")
      }
      for flow in flows { draft.trade[flow] *= value / before }
    }
    var base = try draft.balanced()
    base.notes = notes + base.notes
    return base
  }
}
