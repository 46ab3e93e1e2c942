public import Answers
public import JSONText
import TradeAction
import TradeImpact
import WorldModel
import WorldStudy

/// An action, or an agreement, through the world model.
public struct WorldAssessQuestion: Question {
  public var action = ""
  public var retaliation = Retaliation.none.rawValue
  public var options = WorldOptions()
  public var terms = ModelTerms()

  public init() {}

  /// The rules of the model, and the partners' answers as they stand in law.
  public static let retaliations = Retaliation.allCases.map(\.rawValue) + [inLaw]
  private static let inLaw = "law"

  public static let form = Form<Self>(
    [
      .required(
        "action", \.action,
        "The id of a shipped action, brief or agreement, or the text of such a file."),
      .choice("retaliation", \.retaliation, retaliations, "What the countries hit do back."),
    ] + Form.world.map { $0.within(\.options) }
      + Form.model.filter { ["on", "draws", "seed", "known-on", "assume"].contains($0.name) }
      .map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> WorldAnswer {
    let ground = try desk.worldGround(options.base)
    let theta = try Desk.theta(options.theta, ground.world)
    let solver = try options.solver()
    let world = WorldTerms(
      retaliation: Retaliation(rawValue: retaliation) ?? .none, deficits: solver.deficits,
      labour: solver.labour, thetaSet: options.theta,
      draws: try Desk.draws(terms.draws, seed: terms.seed, good: 200))
    guard Self.retaliations.contains(retaliation) else {
      throw .mend(
        field: "retaliation",
        "'\(retaliation)' is none of \(Self.retaliations.joined(separator: ", "))")
    }
    if try isAgreement(desk) { return try agreement(desk, ground, theta, world) }
    let action = try desk.standing(action, "action", terms.law).action
    let found = try desk.shock(
      action, on: nil, answered: retaliation == Self.inLaw, terms, ground)
    let tariffGround = try desk.ground(action, terms)
    let study = try desk.study(action, terms, on: tariffGround)
    let partial = try Refusal.mending { try study.assess(action, on: found.day) }
    return WorldAnswer(
      .action(
        action, on: found.day, found.shock, answersInForce: retaliation == Self.inLaw),
      try Desk.solving { () throws(WorldModel.EquilibriumError) in
        try WorldAssessment(
          found.shock.shock, by: found.shock.action.importer, on: ground.world, theta: theta,
          terms: world)
      }, partial: partial, origins: tariffGround.baseline.origins.map(\.countries))
  }

  private func isAgreement(_ desk: Desk) throws(Refusal) -> Bool {
    try Refusal.mending {
      try WorldLibrary.holds(action, .agreements, paths: desk.reach == .files)
    }
  }

  private func agreement(
    _ desk: Desk, _ ground: WorldGround, _ theta: [Double], _ world: WorldTerms
  ) throws(Refusal) -> WorldAnswer {
    guard world.retaliation == .none, retaliation != Self.inLaw else {
      throw .mend(field: "retaliation", "an agreement has no answers; leave it out")
    }
    let (agreement, shock) = try Refusal.mending {
      let agreement = try WorldLibrary.agreement(action, paths: desk.reach == .files)
      return (agreement, try AgreementShock(agreement, on: ground.world))
    }
    return WorldAnswer(
      .agreement(agreement, shock),
      try Desk.solving { () throws(WorldModel.EquilibriumError) in
        try WorldAssessment(
          shock.shock, by: nil, on: ground.world, theta: theta, terms: world)
      }, partial: nil)
  }

  public static func document(_ answer: WorldAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
