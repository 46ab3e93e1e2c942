public import TariffLaw
public import TradeAction
public import TradeImpact
import WorldModel
public import WorldStudy

/// What an action or an agreement does to a world, as the surfaces show it.
public struct WorldAnswer: Sendable {
  public let subject: Subject
  public let assessment: WorldAssessment
  /// The partial equilibrium of the same action, on the importer's imports by product.
  public let partial: Impact?
  /// The countries of each of its origins.
  let partialOrigins: [[CountryCode]]

  /// What brings the new tariffs.
  public enum Subject: Sendable {
    case action(Action, on: Day, ActionShock, answersInForce: Bool)
    case agreement(Agreement, AgreementShock)
  }

  /// - Parameter origins: the countries of each origin of the partial equilibrium.
  public init(
    _ subject: Subject, _ assessment: WorldAssessment, partial: Impact?,
    origins: [[CountryCode]] = []
  ) {
    self.subject = subject
    self.assessment = assessment
    self.partial = partial
    partialOrigins = origins
  }

  var world: ShippedWorld { assessment.world }
  var equilibrium: Equilibrium { assessment.answer.equilibrium }
  var importer: Int? { assessment.importer }

  var id: String {
    switch subject {
    case .action(let action, _, _, _): action.id
    case .agreement(let agreement, _): agreement.id
    }
  }

  var title: String {
    switch subject {
    case .action(let action, _, _, _): action.title
    case .agreement(let agreement, _): agreement.title
    }
  }

  /// The change of each sector's rate that the action makes, where it is an action.
  var changes: SectorTariffs? {
    if case .action(_, _, let shock, _) = subject { shock.action } else { nil }
  }

  /// The countries whose trade with the importer is shown: those the action hits, the largest first.
  var partners: [Int] {
    guard let importer else { return [] }
    let goods = world.base.countries.indices.map {
      BilateralGoods(world.base.trade, world.base, importer: importer, partner: $0).imports
    }
    return goods.indices.filter { $0 != importer }.sorted { goods[$0] > goods[$1] }
  }

  /// What the reader should know beside the figures.
  var warnings: [String] {
    var warnings: [String] = []
    switch subject {
    case .action(let action, _, let shock, let isAnswered):
      if shock.action.unpriced > 0 {
        warnings.append(
          "imports of \(Amount.billions(shock.action.unpriced)) bn in scope have no known change of "
            + "rate and count with none")
      }
      if shock.belowZero > 0 {
        warnings.append(
          "\(shock.belowZero) flows come to rates below zero: what the action takes away is not in "
            + "the base's year")
      }
      if !action.answers.isEmpty, !isAnswered, assessment.terms.retaliation == .none {
        warnings.append(
          "partners answered this action; '--retaliation law' puts their tariffs in force as well")
      }
    case .agreement(let agreement, _):
      warnings.append("left out: \(agreement.leavesOut)")
    }
    warnings += assessment.answer.notes
    return warnings
  }
}
