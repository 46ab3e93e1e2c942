import Answers
import ArgumentParser
import LawFiles
import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// `tarifa assess`: the duty and the impact of an action.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "What an action does to imports, prices, revenue and welfare.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Option(help: "The day whose rates are taken, in place of the action's own (YYYY-MM-DD).")
  var on: String?

  @Option(
    help: "The imports it is assessed on, in place of the action's own: shipped, or store:NAME.")
  var baseline: String?

  @Option(help: "Assumptions by name or path, in place of the action's own.")
  var assumptions: String?

  @Option(help: "The model: pe, smart or gsim.")
  var model = "pe"

  @Option(
    help:
      "How long buyers and sellers have had to respond: static, one-year (default) or long-run; pe alone."
  )
  var horizon: String?

  @Option(help: "Draw the uncertain assumptions so many times, for intervals.")
  var draws: Int?

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  @OptionGroup var lawOptions: LawOptions

  func run() throws {
    do {
      let action = try ActionLibrary.action(self.action)
      let ground = try ground(action)
      let day = try day(action, in: ground.book)
      guard let model = ImpactModel(rawValue: self.model) else {
        throw Failure.input(
          "--model: '\(self.model)' is no model; choose from "
            + ImpactModel.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard horizon == nil || model == .pe else {
        throw Failure.input(
          "--horizon: the elasticities of \(model.rawValue) know no horizon; leave it out or use"
            + " --model pe")
      }
      let study = try ImpactStudy(
        ground,
        assumptions: try ActionLibrary.assumptions(
          assumptions ?? model.assumptions ?? action.assumptions),
        horizon: try ActionLibrary.horizon(horizon ?? "one-year"), model: model,
        economy: try ActionLibrary.economy(of: action.importer))
      let impact = try study.assess(
        action, on: day, draws: try drawRequest(), answers: try answers(action))
      let stages =
        on == nil
        ? try action.stages.map { $0 == day ? impact : try study.assess(action, on: $0) } : []
      let answer = ImpactAnswer(impact, stages: stages)
      Console.output(json ? answer.json.text : answer.text)
    } catch let error as ActionError {
      throw Failure.input("\(error)")
    } catch let error as LawErrors {
      throw Failure.input("\(error)")
    } catch let error as ArchiveError {
      throw Failure.internalFault("\(error)")
    }
  }

  private func ground(_ action: Action) throws -> TariffGround {
    let name = baseline ?? action.baseline
    guard let imports = try storeOptions.baseline(name) ?? ImportBaseline.shipped(name) else {
      throw Failure.input(
        (baseline == nil ? "\(self.action): baseline" : "--baseline")
          + ": there is no baseline '\(name)'; shipped: "
          + ImportBaseline.names.joined(separator: ", ") + "; imported: store:NAME")
    }
    var options = lawOptions
    options.importer = action.importer
    let book = try options.book()
    return try TariffGround(
      book: action.law.isEmpty ? book : book.with(try book.regime.extended(by: action.law)),
      baseline: imports, knownOn: try lawOptions.day())
  }

  private func day(_ action: Action, in book: LawBook) throws(Failure) -> Day {
    var day = action.on
    if let on {
      guard let stated = Day(on) else {
        throw .input("--on: '\(on)' is not a day; write YYYY-MM-DD")
      }
      day = stated
    }
    guard book.regime.span.contains(day) else {
      throw .input("the law is held \(book.regime.span); \(day) is outside")
    }
    return day
  }

  /// What partners do back, each in its own law.
  private func answers(_ action: Action) throws -> [PartnerTariffs] {
    guard !action.answers.isEmpty else { return [] }
    guard let origin = CountryCode(action.importer.uppercased()) else {
      throw Failure.input("answers: '\(action.importer)' is no country whose exports are known")
    }
    return try action.answers.map { answer in
      guard let partner = CountryCode(answer.importer.uppercased()),
        let exports = try ExportBaseline.shipped(partner)
      else {
        throw Failure.input("answers: no exports to '\(answer.importer)' are shipped")
      }
      return try PartnerTariffs(
        answer, origin: origin, book: try LawOptions.book(of: answer.importer, law: lawOptions.law),
        baseline: exports)
    }
  }

  private func drawRequest() throws(Failure) -> DrawRequest? {
    guard let draws else { return nil }
    guard DrawRequest.counts.contains(draws) else {
      throw .input(
        "--draws: \(draws) is outside \(DrawRequest.counts.lowerBound) to "
          + "\(DrawRequest.counts.upperBound); 1000 is a good number")
    }
    return DrawRequest(count: draws, seed: seed)
  }
}
