import TariffLaw
import TradeAction
import TradeData

/// The partial equilibrium line by line: what a duty on the partner's goods of one rate line does when
/// no other duty changes.
///
/// In the nest of constant elasticities all that is not taxed moves together: the other origins of a
/// product by one factor, the other products of the sector by another. So a line needs its partner's
/// cells, the rest of its products and the rest of its sector, and nothing of the whole market; the
/// answer is that of the whole market with the one duty, exactly.
public struct LineStudy: LineModel {
  public let lines: [TradeLine]
  public let sectors: [String]
  public let withoutLine: Double
  private let market: ImportMarket
  /// Where each product of the market takes its sigma from, and each line its omega.
  private let sigmaOf: [Int]
  /// The partner's cells of each line.
  private let partnerCells: [[Int]]
  private let space: ParameterSpace

  public var knowsHome: Bool { true }
  /// The baseline has collected duties on every cell.
  public var unpriced: [TradeLine] { [] }

  init(
    _ study: StudyMarket, _ baseline: ImportBaseline, sectors: [String], partner: Int,
    space: ParameterSpace
  ) throws {
    let whole = study.market
    // Totals of each sector, from which a line's own goods are taken off.
    var value = [Double](repeating: 0, count: sectors.count)
    var duty = value
    for cell in whole.value.indices {
      let sector = whole.sectorOfProduct[whole.productOfCell[cell]]
      value[sector] += whole.value[cell]
      duty[sector] += whole.value[cell] * whole.baseRate[cell]
    }
    var fitted = [Double](repeating: 0, count: whole.value.count)
    for index in baseline.codes.indices where baseline.provenance[index] != .published {
      guard baseline.provenance[index] != .split else { continue }
      fitted[study.marketOfCell[index]] += baseline.value[index]
    }

    var lines: [TradeLine] = []
    var cells = Cells()
    var first = 0
    while first < study.products.count {
      let code = study.products[first].prefix(8)
      let sector = whole.sectorOfProduct[first]
      var end = first + 1
      // Ten-digit products of a line stand together; all of a line are of one sector.
      while end < study.products.count, study.products[end].prefix(8) == code { end += 1 }
      defer { first = end }
      guard code.length == 8 else { continue }
      let own = (first..<end).flatMap { whole.cellsOfProduct[$0] }
      let partners = own.filter { whole.originOfCell[$0] == partner && whole.value[$0] > 0 }
      guard !partners.isEmpty else { continue }
      let line = cells.startLine(home: whole.homeSales[sector])
      for product in first..<end {
        cells.startProduct(of: line, sigmaOf: product)
        var rest = (value: 0.0, duty: 0.0)
        for cell in whole.cellsOfProduct[product] where whole.value[cell] > 0 {
          if whole.originOfCell[cell] == partner {
            cells.add(whole.value[cell], whole.baseRate[cell], isPartner: true)
          } else {
            rest.value += whole.value[cell]
            rest.duty += whole.value[cell] * whole.baseRate[cell]
          }
        }
        if rest.value > 0 { cells.add(rest.value, rest.duty / rest.value, isPartner: false) }
      }
      let imports = own.reduce(0) { $0 + whole.value[$1] }
      let paid = own.reduce(0) { $0 + whole.value[$1] * whole.baseRate[$1] }
      let others = value[sector] - imports
      if others > Self.least * value[sector] {
        cells.startProduct(of: line, sigmaOf: first)
        cells.add(others, max(0, duty[sector] - paid) / others, isPartner: false)
      }
      lines.append(
        TradeLine(
          code: code, sector: sector, value: partners.reduce(0) { $0 + whole.value[$1] },
          imports: imports, fitted: partners.reduce(0) { $0 + fitted[$1] }))
    }
    self.lines = lines
    withoutLine = baseline.codes.indices.reduce(0) { sum, index in
      baseline.origin[index] == partner && baseline.codes[index].length < 8
        ? sum + baseline.value[index] : sum
    }
    self.sectors = sectors
    self.space = space
    sigmaOf = cells.sigmaOf
    partnerCells = cells.partners
    market = try ImportMarket(
      sectors: lines.map(\.code.digits), homeSales: cells.home,
      sectorOfProduct: cells.lineOfProduct, productOfCell: cells.productOfCell,
      originOfCell: cells.isPartner.map { $0 ? 0 : 1 }, originCount: 2, value: cells.value,
      baseRate: cells.rate)
  }

  /// What is left of a sector beside a line that is all of it, in rounding.
  private static let least = 1e-12

  /// The columns of a market in which every line is a sector of its own.
  private struct Cells {
    var home: [Double?] = []
    var lineOfProduct: [Int] = []
    var sigmaOf: [Int] = []
    var productOfCell: [Int] = []
    var isPartner: [Bool] = []
    var value: [Double] = []
    var rate: [Double] = []
    var partners: [[Int]] = []

    mutating func startLine(home sales: Double?) -> Int {
      home.append(sales)
      partners.append([])
      return home.count - 1
    }

    mutating func startProduct(of line: Int, sigmaOf product: Int) {
      lineOfProduct.append(line)
      sigmaOf.append(product)
    }

    mutating func add(_ amount: Double, _ rate: Double, isPartner: Bool) {
      if isPartner { partners[partners.count - 1].append(value.count) }
      productOfCell.append(lineOfProduct.count - 1)
      self.isPartner.append(isPartner)
      value.append(amount)
      self.rate.append(rate)
    }
  }

  public func impacts(
    rate: Double, draw: (index: Int, seed: UInt64)?
  ) throws -> [LineImpact] {
    let elasticities = draw.map { space.draw($0.index, seed: $0.seed) } ?? space.central
    let parameters = EquilibriumParameters(
      sigma: sigmaOf.map { elasticities.sigma[$0] }, eta: elasticities.eta,
      kappa: elasticities.kappa, omega: lines.map { elasticities.omega[$0.sector] },
      homeSupply: elasticities.homeSupply)
    var rates = market.baseRate
    for cell in partnerCells.joined() { rates[cell] += rate }
    var solver = ResponseSolver(market, try TariffShock(market, rates: rates))
    let response = try solver.respond(
      PartialEquilibrium(market: market, parameters: parameters), deadweight: .none)
    return lines.indices.map { line in
      let accounts = response.sectorAccounts[line]
      return LineImpact(
        duty: accounts.revenueStatic,
        lostSales: partnerCells[line].reduce(0) { $0 + market.value[$1] - response.value[$1] },
        home: LineImpact.Home(
          buyersLoss: accounts.buyersLoss, revenue: accounts.revenue,
          producersGain: accounts.producersGain))
    }
  }
}
