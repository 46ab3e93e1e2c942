import Foundation
import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// Times draws of the partial equilibrium over all goods and origins, and writes its input and results
/// for the same computation in another language.
@main
enum ImpactBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[2]) else {
      print("usage: impact ACTION DRAWS FOLDER")
      exit(2)
    }
    let folder = URL(fileURLWithPath: arguments[3], isDirectory: true)
    let action = try ActionLibrary.action(arguments[1])
    let book = LawBook(
      regime: try ShippedLaw.regime("us").extended(by: action.law),
      schedule: try ShippedLaw.schedule(), countries: try ShippedCountries.codes())
    guard let baseline = try ImportBaseline.shipped(action.baseline) else {
      print("there is no baseline '\(action.baseline)'")
      exit(1)
    }
    let ground = try TariffGround(book: book, baseline: baseline)
    let study = try ImpactStudy(
      ground, assumptions: try ActionLibrary.assumptions("fgkk-2020"),
      horizon: try ActionLibrary.horizon("one-year"))
    let market = study.market
    let rates = study.rates(under: try ActionTariffs(action, on: action.on, ground))
    let shock = try TariffShock(market, rates: rates)
    print(
      "cells \(market.value.count), products \(market.sectorOfProduct.count), "
        + "sectors \(market.sectors.count), draws \(count)")

    guard let space = study.parameters else { return }
    let draws = (0..<count).map { space.draw($0, seed: 1) }
    for threads in [1, 2] {
      var results = [[Double]](repeating: [], count: count)
      let time = try ContinuousClock().measure {
        try results.withUnsafeMutableBufferPointer { buffer in
          let slots = Slots(buffer)
          let failure = Failure()
          DispatchQueue.concurrentPerform(iterations: threads) { thread in
            do {
              var solver = ResponseSolver(market, shock)
              for index in stride(from: thread, to: count, by: threads) {
                let accounts = try solver.respond(
                  PartialEquilibrium(market: market, parameters: draws[index])
                ).accounts
                slots.buffer[index] = [
                  accounts.importsChange, accounts.revenue, accounts.buyersLoss,
                  accounts.producersGain, accounts.foreignLoss, accounts.deadweightLoss,
                ]
              }
            } catch {
              failure.set(error)
            }
          }
          if let error = failure.error { throw error }
        }
      }
      print("tarifa, \(threads) thread(s): \(time)")
      try write(results.flatMap { $0 }, to: folder, "results")
    }

    try write(market.value, to: folder, "value")
    try write(market.baseRate, to: folder, "base_rate")
    try write(rates, to: folder, "rates")
    try write(market.productOfCell.map(Double.init), to: folder, "product_of_cell")
    try write(market.sectorOfProduct.map(Double.init), to: folder, "sector_of_product")
    try write(market.homeSales.map { $0 ?? 0 }, to: folder, "home_sales")
    // One number each: these assumptions have no elasticity by good or by sector.
    try write(
      draws.flatMap { [$0.sigma[0], $0.eta, $0.kappa, $0.omega[0], $0.homeSupply] }, to: folder,
      "draws")
  }

  private static func write(_ numbers: [Double], to folder: URL, _ name: String) throws {
    try numbers.withUnsafeBytes { Data($0) }.write(to: folder.appendingPathComponent(name))
  }

  /// Each thread writes slots of its own.
  private struct Slots: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<[Double]>

    init(_ buffer: UnsafeMutableBufferPointer<[Double]>) { self.buffer = buffer }
  }

  private final class Failure: @unchecked Sendable {
    private let lock = NSLock()
    private var found: (any Error)?

    var error: (any Error)? { lock.withLock { found } }

    func set(_ error: any Error) { lock.withLock { found = found ?? error } }
  }
}
