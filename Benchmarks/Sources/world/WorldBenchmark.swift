import Foundation
import WorldModel

/// Times world equilibria on bases that are not shipped and on drawn ones, and writes the input and the
/// result for the same computation in another language.
@main
enum WorldBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: world FOLDER-OF-BASES FOLDER")
      exit(2)
    }
    let bases = URL(fileURLWithPath: arguments[1], isDirectory: true)
    let folder = URL(fileURLWithPath: arguments[2], isDirectory: true)

    let (start, nafta) = try read(bases.appendingPathComponent("cp1993-31x40"))
    let shock = try naftaShock(
      nafta, bases.appendingPathComponent("cp1993-31x40/tariffs_2005.csv.gz"))
    print("31 x 40 with input-output links: read and balanced in \(text(start))")
    let theta = nafta.sectors.map { $0.thetas[""] ?? .nan }
    for labour in LabourMobility.allCases {
      let options = SolverOptions(labour: labour)
      let (_, result) = try timed("31 x 40, NAFTA, labour \(labour)", nafta, theta, shock, options)
      if labour == .mobile {
        try write(nafta, theta, shock, result, to: folder.appendingPathComponent("nafta"))
      }
    }
    try draws(nafta, theta, shock)

    let (_, wide) = try read(bases.appendingPathComponent("icio2017-81x28"))
    let wideTheta = wide.sectors.map { $0.thetas[""] ?? .nan }
    let war = tariffs(wide, importer: "USA", exporter: "CHN", up: 0.25)
    let (_, result) = try timed("81 x 28 without inputs", wide, wideTheta, war, SolverOptions())
    try write(wide, wideTheta, war, result, to: folder.appendingPathComponent("no-inputs"))

    for (countries, sectors) in [(20, 20), (40, 30), (80, 45), (160, 45)] {
      let base = try DrawnWorld.base(countries: countries, sectors: sectors, seed: 1)
      let theta = base.sectors.map { $0.thetas[""] ?? .nan }
      _ = try timed(
        "drawn, \(countries) x \(sectors) with inputs", base, theta,
        tariffs(base, importer: "C0", exporter: "C1", up: 0.25), SolverOptions())
    }
  }

  /// The median of nine, printed.
  private static func timed(
    _ name: String, _ base: WorldBase, _ theta: [Double], _ shock: WorldShock,
    _ options: SolverOptions
  ) throws -> (Duration, Equilibrium) {
    let solver = try EquilibriumSolver(base, theta: theta, options: options)
    var result = try solver.equilibrium(after: shock)
    var times: [Duration] = []
    for _ in 0..<9 {
      times.append(
        try ContinuousClock().measure { result = try solver.equilibrium(after: shock) })
    }
    times.sort()
    print(
      "\(name): \(text(times[4])) (fastest \(text(times[0]))), \(result.iterations) rounds, residual "
        + "\(result.residual)")
    return (times[4], result)
  }

  /// Elasticities between two thirds of their value and half as much again, drawn anew each time.
  private static func draws(_ base: WorldBase, _ theta: [Double], _ shock: WorldShock) throws {
    let count = 100
    var random = SystemRandomNumberGenerator()
    let drawn = (0..<count).map { _ in
      theta.map { $0 * exp(Double.random(in: -log(1.5)...log(1.5), using: &random)) }
    }
    for threads in [1, 2] {
      let failures = Failures()
      let time = ContinuousClock().measure {
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
          for index in stride(from: thread, to: count, by: threads) {
            do {
              _ = try EquilibriumSolver(base, theta: drawn[index]).equilibrium(after: shock)
            } catch {
              failures.add(error)
            }
          }
        }
      }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      print(
        "31 x 40, NAFTA, \(threads) thread(s): \(Int(Double(count) / seconds)) draws a second, "
          + "\(failures.count) without an equilibrium")
    }
  }

  private static func tariffs(
    _ base: WorldBase, importer: String, exporter: String, up: Double
  ) -> WorldShock {
    var shock = WorldShock(base)
    guard let importer = base.country(importer), let exporter = base.country(exporter) else {
      return shock
    }
    for sector in base.sectors.indices where base.sectors[sector].isTradable {
      shock.tariffs[base.flow(sector: sector, importer: importer, exporter: exporter)] += up
    }
    return shock
  }

  private static func naftaShock(_ base: WorldBase, _ rates: URL) throws -> WorldShock {
    var shock = WorldShock(base)
    let members = ["CAN", "MEX", "USA"]
    let places = members.compactMap(base.country)
    for sector in base.sectors.indices {
      for importer in places {
        for exporter in places where exporter != importer {
          shock.tariffs[base.flow(sector: sector, importer: importer, exporter: exporter)] = 0
        }
      }
    }
    for line in String(decoding: try unpacked(rates), as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count == 4, members.contains(fields[1]), members.contains(fields[2]),
        let sector = base.sector(fields[0]), let exporter = base.country(fields[1]),
        let importer = base.country(fields[2]), let rate = Double(fields[3])
      else { continue }
      shock.tariffs[base.flow(sector: sector, importer: importer, exporter: exporter)] = rate
    }
    return shock
  }

  private static func read(_ folder: URL) throws -> (Duration, WorldBase) {
    let files = BaseFiles { name throws(BaseError) in
      let file = folder.appendingPathComponent(name + ".csv.gz")
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      do {
        return (name + ".csv.gz", try unpacked(file))
      } catch {
        throw BaseError(name, "\(error)")
      }
    }
    var base: WorldBase?
    let time = try ContinuousClock().measure { base = try BaseReader.draft(files).balanced() }
    guard let base else { exit(1) }
    return (time, base)
  }

  private static func unpacked(_ file: URL) throws -> [UInt8] {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    process.standardOutput = output
    try process.run()
    let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    return bytes
  }

  private static func write(
    _ base: WorldBase, _ theta: [Double], _ shock: WorldShock, _ result: Equilibrium, to folder: URL
  ) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ numbers: [Double], _ name: String) throws {
      try numbers.withUnsafeBytes { Data($0) }.write(to: folder.appendingPathComponent(name))
    }
    try write(
      [Double(base.countryCount), Double(base.sectorCount), base.inputs.isEmpty ? 0 : 1], "sizes")
    try write(base.trade, "trade")
    try write(base.tariffs, "tariffs")
    try write(shock.tariffs, "new_tariffs")
    try write(base.inputs, "inputs")
    try write(base.valueAddedShare, "value_added_share")
    try write(base.finalShare, "final_share")
    try write(theta, "theta")
    try write(result.logRealIncome, "real_income")
  }

  private static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return String(format: "%.1f ms", Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
  }

  private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var found = 0

    var count: Int { lock.withLock { found } }

    func add(_ error: any Error) { lock.withLock { found += 1 } }
  }
}
