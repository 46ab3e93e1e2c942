public import Answers
import Foundation
public import JSONText
import WorldModel

/// The world after a shock, from a folder with a base and a file with new rates.
public struct WorldSolveQuestion: Question {
  /// A folder.
  public var base = ""
  /// A file.
  public var shock = ""
  public var deficits = DeficitRule.fixed.rawValue
  public var labour = LabourMobility.mobile.rawValue
  /// A set of trade elasticities of the base; its own when empty.
  public var theta = ""
  public var tolerance = SolverOptions().tolerance
  public var sectors = false
  /// Pairs of countries, `A:B`.
  public var pairs: [String] = []

  public init() {}

  public static let deficitRules = DeficitRule.allCases.map(\.rawValue)
  public static let labourRules = LabourMobility.allCases.map(\.rawValue)

  public static let form = Form<Self>([
    .choice("deficits", \.deficits, deficitRules, "What is assumed of total balances."),
    .choice("labour", \.labour, labourRules, "Whether labour moves between sectors."),
    .text("theta", \.theta, "A set of trade elasticities of the base, in place of its own."),
    .share("tolerance", \.tolerance, "The largest relative error of any equation."),
    .flag("sectors", \.sectors, "Each sector of each country as well."),
    .list("pair", \.pairs, "Two countries, A:B, whose trade is shown both ways; may repeat."),
  ])

  /// What rounding allows, and what is still an equilibrium to three digits of a small change.
  private static let tolerances = 1e-13...1e-4

  public func answer(at desk: Desk) throws(Refusal) -> EquilibriumAnswer {
    guard desk.reach == .files else {
      throw .usage("base: a folder of files is read by the command line alone")
    }
    let options = try options()
    let base = try Self.told("base") { () throws(BaseError) in try read() }
    let thetas = try thetas(base)
    var places: [(Int, Int)] = []
    for pair in pairs { places.append(try Self.pair(pair, base)) }
    let change = try Self.told("shock") { () throws(BaseError) in
      try ShockReader.shock(try BaseFiles.table(path: shock), on: base)
    }
    do throws(EquilibriumError) {
      let solver = try EquilibriumSolver(base, theta: thetas, options: options)
      return EquilibriumAnswer(
        try solver.equilibrium(after: change), read: base, base: self.base, shock: shock,
        thetaSet: theta, withSectors: sectors, pairs: places)
    } catch {
      throw .mend(field: "", "\(error)")
    }
  }

  private func options() throws(Refusal) -> SolverOptions {
    guard let deficits = DeficitRule(rawValue: deficits) else {
      throw .usage(
        "deficits: '\(deficits)' is none of \(Self.deficitRules.joined(separator: ", "))")
    }
    guard let labour = LabourMobility(rawValue: labour) else {
      throw .usage("labour: '\(labour)' is none of \(Self.labourRules.joined(separator: ", "))")
    }
    guard Self.tolerances.contains(tolerance) else {
      throw .usage("tolerance: \(tolerance) is outside 1e-13 to 1e-4")
    }
    return SolverOptions(deficits: deficits, labour: labour, tolerance: tolerance)
  }

  private func read() throws(BaseError) -> WorldBase {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: base, isDirectory: &isFolder), isFolder.boolValue
    else { throw BaseError(base, "there is no such folder; check the path") }
    return try BaseReader.draft(BaseFiles(folder: base)).balanced()
  }

  private func thetas(_ base: WorldBase) throws(Refusal) -> [Double] {
    let found = base.sectors.compactMap { $0.thetas[theta] }
    guard found.count == base.sectorCount else {
      let sets = Set(base.sectors.flatMap(\.thetas.keys)).subtracting([""]).sorted()
      throw .mend(
        field: "theta",
        "the base has no set '\(theta)' of trade elasticities; "
          + (sets.isEmpty ? "it has its own alone" : "known: \(sets.joined(separator: ", "))"))
    }
    return found
  }

  private static func pair(_ text: String, _ base: WorldBase) throws(Refusal) -> (Int, Int) {
    let codes = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard codes.count == 2 else {
      throw .mend(field: "pair", "'\(text)' has another shape than A:B")
    }
    let places = codes.compactMap(base.country)
    guard places.count == 2, places[0] != places[1] else {
      throw .mend(
        field: "pair", "'\(text)' does not name two countries of the base by their codes")
    }
    return (places[0], places[1])
  }

  private static func told<Result>(
    _ field: String, _ body: () throws(BaseError) -> Result
  ) throws(Refusal) -> Result {
    do {
      return try body()
    } catch {
      throw .mend(field: field, "\(error)")
    }
  }

  public static func document(_ answer: EquilibriumAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
