public import Answers
public import JSONText
import WorldModel
import WorldStudy

/// Rounds of actions and answers through the world model.
public struct WorldEscalateQuestion: Question {
  public var escalation = ""
  public var options = WorldOptions()
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required(
        "escalation", \.escalation,
        "The id of a shipped escalation, or the text of such a file.")
    ] + Form.world.map { $0.within(\.options) }
      + Form.law.filter { $0.name == "known-on" }.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> EscalationAnswer {
    let ground = try desk.worldGround(options.base)
    let world = ground.world
    let theta = try Desk.theta(options.theta, world)
    let solver = try options.solver()
    let escalation = try Refusal.mending {
      try WorldLibrary.escalation(self.escalation, paths: desk.reach == .files)
    }
    var model = ModelTerms()
    model.law = terms
    var rounds: [(name: String, shock: WorldShock)] = []
    var (importer, shown) = (0, [Int]())
    for round in escalation.rounds {
      var shock = WorldShock(world.base)
      for standing in round.actions {
        let action = try desk.action(standing.action)
        guard action.importer == escalation.importer else {
          throw .mend(
            field: "escalation",
            "\(round.name): \(standing.action) is of the importer '\(action.importer)'")
        }
        let found = try desk.shock(
          action, on: standing.on, answered: round.isAnswered, model, ground
        ).shock
        for changes in [found.action] + found.answers { shock.add(changes, on: world.base) }
        importer = found.action.importer
        if shown.isEmpty { shown = [importer] }
        shown += (found.action.exporters + found.answers.map(\.importer)).filter {
          !shown.contains($0)
        }
      }
      rounds.append((round.name, shock))
    }
    let (acting, laid) = (importer, rounds)
    let study = try Desk.solving { () throws(EquilibriumError) in
      try EscalationStudy(laid, by: acting, on: world, theta: theta, options: solver)
    }
    return EscalationAnswer(
      escalation, study, thetaSet: options.theta, shown: Array(shown.prefix(4)))
  }

  public static func document(_ answer: EscalationAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
