import ArgumentParser
import Questions

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
  var seed = 1

  @OptionGroup var store: StoreOptions

  @OptionGroup var law: LawOptions

  var terms: ModelTerms {
    var terms = ModelTerms()
    terms.on = on
    terms.baseline = baseline
    terms.assumptions = assumptions
    terms.horizon = horizon
    terms.draws = draws
    terms.seed = seed
    terms.law = law.terms
    return terms
  }

  var desk: Desk { store.desk }
}
