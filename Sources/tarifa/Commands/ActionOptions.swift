import ArgumentParser
import LawFiles
import ListSelection
import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// The options of every command that assesses an action.
struct ActionOptions: ParsableArguments {
  @Option(help: "The day whose rates are taken, in place of the action's own (YYYY-MM-DD).")
  var on: String?

  @Option(
    help: "The imports it is assessed on, in place of the action's own: shipped, or store:NAME.")
  var baseline: String?

  @Option(help: "Assumptions by name or path, in place of the action's own.")
  var assumptions: String?

  @Option(
    help:
      "How long buyers and sellers have had to respond: static, one-year (default) or long-run; pe alone."
  )
  var horizon: String?

  @Option(help: "Draw the uncertain assumptions so many times, for intervals.")
  var draws: Int?

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  @OptionGroup var store: StoreOptions

  @OptionGroup var law: LawOptions

  /// The law an action stands in, its own measures included, on the baseline.
  func ground(_ action: Action, named name: String) throws -> TariffGround {
    let wanted = baseline ?? action.baseline
    guard let imports = try store.baseline(wanted) ?? ImportBaseline.shipped(wanted) else {
      if let partner = CountryCode(action.importer.uppercased()),
        try ExportBaseline.shipped(partner)?.id == wanted
      {
        throw Failure.input(
          "\(name): baseline: \(wanted) are exports to \(partner.text), on which a list is designed; its"
            + " own market is not held, so that the list cannot be assessed; 'tarifa annex' and"
            + " 'tarifa duty --law' take it")
      }
      throw Failure.input(
        (baseline == nil ? "\(name): baseline" : "--baseline")
          + ": there is no baseline '\(wanted)'; shipped: "
          + ImportBaseline.names.joined(separator: ", ") + "; imported: store:NAME")
    }
    return try TariffGround(
      book: try book(action), baseline: imports, knownOn: try law.day())
  }

  /// The law an action stands in, its own measures included.
  func book(_ action: Action) throws -> LawBook {
    var options = law
    options.importer = action.importer
    let book = try options.book()
    return action.law.isEmpty ? book : book.with(try book.regime.extended(by: action.law))
  }

  func day(_ action: Action, in book: LawBook) throws(Failure) -> Day {
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

  /// A study of a model on a ground.
  func study(
    _ action: Action, on ground: TariffGround, model: ImpactModel = .pe
  ) throws -> ImpactStudy {
    try ImpactStudy(
      ground,
      assumptions: try ActionLibrary.assumptions(
        assumptions ?? model.assumptions ?? action.assumptions),
      horizon: try ActionLibrary.horizon(horizon ?? "one-year"), model: model,
      economy: try ActionLibrary.economy(of: action.importer))
  }

  /// What partners do back, each in its own law.
  func answers(_ action: Action) throws -> [PartnerTariffs] {
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
        answer, origin: origin, book: try LawOptions.book(of: answer.importer, law: law.law),
        baseline: exports)
    }
  }

  func drawRequest() throws(Failure) -> DrawRequest? {
    guard let draws else { return nil }
    guard DrawRequest.counts.contains(draws) else {
      throw .input(
        "--draws: \(draws) is outside \(DrawRequest.counts.lowerBound) to "
          + "\(DrawRequest.counts.upperBound); 1000 is a good number")
    }
    return DrawRequest(count: draws, seed: seed)
  }

  /// Runs a command with the errors of actions, law and the choice of lists as input the user can mend.
  static func mendable<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as ActionError {
      throw Failure.input("\(error)")
    } catch let error as LawErrors {
      throw Failure.input("\(error)")
    } catch let error as SelectionError {
      throw Failure.input("\(error)")
    } catch let error as ArchiveError {
      throw Failure.internalFault("\(error)")
    }
  }
}
