public import LongWork
public import TariffLaw
public import TradeAction
import TradeData
public import TradeImpact

/// Requests to be taken out of an action, each scored as if granted alone, and all granted together.
///
/// Granting a request takes the action's duty off the share of its cells that the code takes in; the
/// partial equilibrium of the sectors it touches is solved again with the central assumptions, so that
/// the saving is exact and not the duty forgone.
public struct ExclusionStudy: Sendable {
  public let action: Action
  public let day: Day
  public let baseline: String
  public let rows: [ScoredRequest]
  /// What all that can be granted do together: not the sum of the rows, as requests overlap and buyers
  /// turn from one good to another.
  public let together: ScoredRequest.Effect
  /// The sum of the rows, for comparison.
  public let sumOfRows: ScoredRequest.Effect
  /// What the action comes to without any grant.
  public let whole: ScoredRequest.Effect
  /// The imports that shares of ten-digit codes are taken from.
  public let shareSource: String

  /// - Parameters:
  ///   - study: of the partial equilibrium.
  ///   - tariffs: the action's, on the ground of the study.
  ///   - watch: may stop it between requests.
  /// - Throws: ``ActionError`` when nothing responds in the study's horizon, errors of the data and the
  ///   model otherwise.
  public init(
    _ study: ImpactStudy, _ tariffs: ActionTariffs, _ requests: [ExclusionRequest],
    watch: WorkWatch = .nobody
  ) throws {
    let index = try CoveredGoods(tariffs, study.ground)
    let suffixes = try SuffixShares()
    var probe = try SectorProbe(study, rates: study.rates(under: tariffs))
    let scorer = GrantScorer(study, tariffs)
    var all: [Int: GrantShares] = [:]
    var rows: [ScoredRequest] = []
    var sum = ScoredRequest.Effect()
    for request in requests {
      try watch.check()
      let parsed = index.parse(request)
      guard let asked = parsed.request else {
        rows.append(
          ScoredRequest(
            request: request, status: parsed.status, detail: parsed.detail,
            effect: ScoredRequest.Effect(), basis: .exact))
        continue
      }
      let match = index.match(asked, suffixes)
      guard !match.shares.isEmpty else {
        let isListed = index.isListed(asked.code)
        rows.append(
          ScoredRequest(
            request: request, status: isListed ? .noImports : .notOnList,
            detail: isListed
              ? "nothing of \(asked.code.dotted) was imported in the baseline's year where it is covered"
              : "\(asked.code.dotted) is not on the list on \(tariffs.day)",
            effect: ScoredRequest.Effect(), basis: .exact))
        continue
      }
      let granted = match.shares.map { (cell: $0.cell, share: $0.share * asked.share) }
      for grant in granted { all[grant.cell, default: GrantShares()].add(asked.code, grant.share) }
      let effect = try scorer.effect(granted, &probe)
      sum.add(effect)
      rows.append(
        ScoredRequest(
          request: request, status: .ok, detail: match.detail, effect: effect,
          basis: match.basis))
    }
    self.rows = rows
    sumOfRows = sum
    together = try scorer.effect(
      all.sorted { $0.key < $1.key }.map { (cell: $0.key, share: $0.value.total) }, &probe)
    whole = try scorer.effect(tariffs.cells.indices.map { (cell: $0, share: 1.0) }, &probe)
    action = tariffs.action
    day = tariffs.day
    baseline = study.ground.baseline.id
    shareSource = suffixes.source
  }
}
