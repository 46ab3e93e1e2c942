public import TariffLaw
public import TradeAction
public import TradeData

/// Assesses actions on a baseline: everything that is the same for all of them, read once.
public struct ImpactStudy: Sendable {
  let book: LawBook
  let baseline: ImportBaseline
  let assumptions: Assumptions
  private let sectors: SectorMap
  private let parts: LineParts
  private let model: PartialEquilibrium
  /// The baseline cell of each market cell, and back.
  private let cellOfMarket: [Int]
  private let marketOfCell: [Int]

  /// - Throws: ``ActionError`` when the assumptions lack a parameter, errors of the data and the
  ///   model otherwise.
  public init(book: LawBook, baseline: ImportBaseline, assumptions: Assumptions) throws {
    self.book = book
    self.baseline = baseline
    self.assumptions = assumptions
    sectors = try SectorMap.shipped()
    parts = try LineParts()
    func parameter(_ name: String) throws(ActionError) -> Double {
      guard let value = assumptions.value(name), !value.isNaN else {
        throw ActionError(message: "assumptions '\(assumptions.id)' set no '\(name)'")
      }
      return value
    }
    // Cells of one code and origin differ only in their provenance; the model sees their sum.
    var products: [HTSCode] = []
    var sectorOfProduct: [Int] = []
    var productOfCell: [Int] = []
    var originOfCell: [Int] = []
    var value: [Double] = []
    var duty: [Double] = []
    var first: [Int] = []
    var back: [Int] = []
    for index in baseline.codes.indices {
      let code = baseline.codes[index]
      if products.last != code {
        products.append(code)
        sectorOfProduct.append(sectors.sector(of: code))
      }
      let origin = baseline.origin[index]
      if productOfCell.last == products.count - 1, originOfCell.last == origin {
        value[value.count - 1] += baseline.value[index]
        duty[duty.count - 1] += baseline.duty[index]
      } else {
        productOfCell.append(products.count - 1)
        originOfCell.append(origin)
        value.append(baseline.value[index])
        duty.append(baseline.duty[index])
        first.append(index)
      }
      back.append(value.count - 1)
    }
    cellOfMarket = first
    marketOfCell = back
    let sigma = try parameter("sigma")
    let market = try ImportMarket(
      sectors: sectors.names, homeSales: sectors.homeSales, sectorOfProduct: sectorOfProduct,
      sigma: [Double](repeating: sigma, count: products.count), productOfCell: productOfCell,
      originOfCell: originOfCell, originCount: baseline.origins.count, value: value,
      baseRate: zip(duty, value).map { $1 > 0 ? $0 / $1 : 0 })
    model = try PartialEquilibrium(
      market: market,
      parameters: EquilibriumParameters(
        kappa: try parameter("kappa"), eta: try parameter("eta"), omega: try parameter("omega"),
        homeSupply: try parameter("home-supply")))
  }

  /// The impact of an action at the rates of a day.
  public func assess(_ action: Action, on day: Day) throws -> Impact {
    let tariffs = try ActionTariffs(
      action, on: day, book: book, baseline: baseline, flows: parts)
    let market = model.market
    var rates = market.baseRate
    var covered = 0.0
    var fitted = 0.0
    var byMeasure = [Double](repeating: 0, count: action.measures.count)
    var coveredBy = [Double](repeating: 0, count: action.measures.count)
    for cell in tariffs.cells {
      let value = baseline.value[cell.index]
      let provenance = baseline.provenance[cell.index]
      covered += value * cell.covered
      if provenance == .fitted || provenance == .unallocated || cell.covered < 1 {
        fitted += value * cell.covered
      }
      for (position, rate) in cell.byMeasure.enumerated() {
        byMeasure[position] += rate * value
        if rate != 0 { coveredBy[position] += value * cell.covered }
      }
      let index = marketOfCell[cell.index]
      // A market cell may gather baseline cells of several provenances: each brings its weight.
      if market.value[index] > 0 { rates[index] += cell.change * value / market.value[index] }
    }
    let response = try model.respond(to: rates)
    var changeByOrigin = [Double](repeating: 0, count: baseline.origins.count)
    var diversion = [Double](repeating: 0, count: baseline.origins.count)
    for cell in market.value.indices {
      let change = response.value[cell] - market.value[cell]
      changeByOrigin[market.originOfCell[cell]] += change
      if rates[cell] == market.baseRate[cell] { diversion[market.originOfCell[cell]] += change }
    }
    let partner = action.partner.flatMap { code in
      baseline.origins.firstIndex { $0.countries == [code] }
    }
    let unpricedValue = tariffs.unpriced.reduce(0) { $0 + baseline.value[$1.index] }
    return Impact(
      action: action, day: day, coveredImports: covered,
      fittedShare: covered > 0 ? fitted / covered : 0,
      measures: zip(action.measures.indices, action.measures).map { position, id in
        Impact.MeasureShare(
          measure: id, coveredImports: coveredBy[position], duty: byMeasure[position])
      },
      accounts: response.accounts,
      origins: baseline.origins.indices.map { index in
        Impact.OriginChange(
          name: baseline.origins[index].name, importsChange: changeByOrigin[index],
          diversion: diversion[index])
      },
      bilateral: try balance(partner, year: baseline.year, change: changeByOrigin),
      total: try balance(nil, year: baseline.year, change: changeByOrigin),
      coveredLines: Set(tariffs.cells.map { baseline.codes[$0.index] }).count,
      unmatched: tariffs.unmatched, unpricedValue: unpricedValue,
      vintage: Impact.Vintage(
        baseline: baseline.id, assumptions: assumptions.id,
        unverified: assumptions.parameters.filter { !$0.isVerified }.map(\.name)))
  }

  /// The goods balance of the baseline's year and its change, as imports change and exports do not.
  private func balance(
    _ partner: Int?, year: Int, change: [Double]
  ) throws -> Impact.Balance {
    if let partner {
      let code = baseline.origins[partner].countries.first
      let census = try ShippedCountries.all().first { $0.code == code }?.census ?? ""
      return Impact.Balance(
        base: try GoodsBalance.dollars(census: census, year: year), change: -change[partner])
    }
    return Impact.Balance(
      base: try GoodsBalance.dollars(census: "-", year: year), change: -change.reduce(0, +))
  }
}
