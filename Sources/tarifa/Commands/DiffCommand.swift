import ActionStudy
import Answers
import ArgumentParser
import ListDesign
import TradeAction
import TradeImpact

/// `tarifa diff A B`: two actions side by side, or the lists of two briefs.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Two actions or briefs side by side: lines, value by sector, harm, revenue, balance.",
    discussion: "A brief stands for the list that 'tarifa design' chooses for it.")

  @Argument(
    help:
      "The first action or brief: the id of a shipped one, or the path of its folder or file.")
  var a: String

  @Argument(help: "The second.")
  var b: String

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try ActionOptions.mendable {
      let given = (a: try ActionLibrary.actionOrBrief(a), b: try ActionLibrary.actionOrBrief(b))
      try check(given.a, given.b)
      let sides = (a: try side(given.a, named: a), b: try side(given.b, named: b))
      let first = try options.ground(sides.a.action, named: a)
      let study = try options.study(sides.a.action, on: first)
      // Actions with law of their own stand in different books, and on grounds of their own.
      let isShared = sides.a.action.law.isEmpty && sides.b.action.law.isEmpty
      let second = isShared ? first : try options.ground(sides.b.action, named: b)
      let other = isShared ? study : try options.study(sides.b.action, on: second)
      let comparison = try ActionComparison(
        try assessed(sides.a.action, study), try assessed(sides.b.action, other))
      let answer = ComparisonAnswer(comparison, designs: (sides.a.design, sides.b.design))
      Console.output(json ? answer.json.text : answer.text)
    }
  }

  /// What differs is said before the work is done.
  private func check(_ a: ActionOrBrief, _ b: ActionOrBrief) throws {
    guard a.importer == b.importer else {
      throw Failure.input(
        "\(self.a) is of the importer '\(a.importer)' and \(self.b) of '\(b.importer)'; two importers'"
          + " actions cannot be set side by side")
    }
    func same(_ one: String, _ other: String, _ what: String, _ option: String, _ isGiven: Bool)
      throws
    {
      guard !isGiven, one != other else { return }
      throw Failure.input(
        "\(self.a) and \(self.b) rest on different \(what) (\(one), \(other)); give both the same"
          + " with \(option)")
    }
    try same(a.baseline, b.baseline, "baselines", "--baseline", options.baseline != nil)
    try same(
      a.assumptions, b.assumptions, "assumptions", "--assumptions", options.assumptions != nil)
  }

  /// The action itself, or the one designed by a brief.
  private func side(
    _ given: ActionOrBrief, named name: String
  ) throws -> (action: Action, design: Design?) {
    switch given {
    case .action(let action): return (action, nil)
    case .brief(let brief):
      let maker = BriefDesigner(brief: brief, name: name, store: options.store, law: options.law)
      guard try maker.exports() == nil else {
        throw Failure.input(
          "\(name): the market of '\(brief.importer)' is not held, only what \(brief.partner.text) sells"
            + " there; such lists cannot be compared by what they do to it")
      }
      switch try maker.designer(try maker.book()).design(isBrief: true) {
      case .chosen(let design):
        return (try DesignedAction(design, id: brief.id).action(), design)
      case .impossible:
        throw Failure.input(
          "\(name): no list meets the brief; 'tarifa design \(name)' says what clashes")
      case .undecided:
        throw Failure.input(
          "\(name): no list was found within the limit of the search; try 'tarifa design \(name) --nodes"
            + " N -o FOLDER' and compare the folder")
      }
    }
  }

  private func assessed(_ action: Action, _ study: ImpactStudy) throws -> AssessedAction {
    try AssessedAction(
      study, action, on: try options.day(action, in: study.ground.book),
      draws: try options.drawRequest(), answers: try options.answers(action))
  }
}
