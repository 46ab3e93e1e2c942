public import LongWork
public import TariffLaw
public import TradeAction
import TradeData
public import TradeImpact

/// The rotation of a list: at each revision the least share of its value that must be replaced goes off,
/// from what hurts buyers most for a dollar, and lines not hit before come on, from what hurts them least.
///
/// Lines are chosen by their losses alone, of which ``Revision/bound`` proves how good the choice is;
/// what the revision creates beside the lines that stay is then solved exactly. Each revision is chosen
/// in its turn and none looks ahead, so that the sum over revisions is not proven least.
public struct RotationStudy: Sendable {
  public let action: Action
  public let baseline: String
  /// The day the action is first taken.
  public let start: Day
  public let request: RotationRequest
  /// Lines, covered imports and buyers' loss of the list as it begins.
  public let lines: Int
  public let imports: Double
  public let loss: Double
  /// The rate that lines coming on are charged: that of the list on average.
  public let rate: Double
  /// Lines that may come on, and their imports.
  public let poolLines: Int
  public let poolImports: Double
  public let revisions: [Revision]
  /// Why there are fewer revisions than asked for; `nil` when there are not.
  public let stopped: String?

  /// - Parameter watch: may stop it between revisions.
  /// - Throws: ``ActionError`` when the list is empty or nothing responds, errors of the data and the
  ///   model otherwise.
  public init(
    _ study: ImpactStudy, _ tariffs: ActionTariffs, _ request: RotationRequest,
    watch: WorkWatch = .nobody
  ) throws {
    let probe = try SectorProbe(study, rates: study.market.baseRate)
    let goods = try RotationGoods(study, tariffs, request.pool, probe)
    guard !goods.listed.isEmpty else {
      throw ActionError(
        message:
          "\(tariffs.action.id) covers nothing of \(study.ground.baseline.id) on \(tariffs.day)")
    }
    action = tariffs.action
    baseline = study.ground.baseline.id
    start = tariffs.day
    self.request = request
    lines = goods.listed.count
    rate = goods.rate
    poolLines = goods.pool.count
    poolImports = goods.pool.reduce(0) { $0 + $1.imports }
    var list = goods.listed
    var pool = goods.pool
    let value = list.reduce(0) { $0 + $1.imports }
    imports = value
    loss = try Self.loss(list, probe).reduce(0) { $0 + $1.value }
    var revisions: [Revision] = []
    var stopped: String?
    var next = tariffs.day.advanced(by: request.first)
    for number in 1...max(1, request.revisions) {
      try watch.check()
      guard let day = next else {
        stopped = "revision \(number): its day lies outside the years that are held"
        break
      }
      next = day.advanced(by: request.every)
      let least = request.share * value
      guard let out = LineChoice.worst(of: list, least: least, slack: request.tolerance * value)
      else {
        stopped = "revision \(number): no whole lines of the list come to the share to replace"
        break
      }
      let gone = Set(out.map(\.code))
      let kept = list.filter { !gone.contains($0.code) }
      let stays = kept.reduce(0) { $0 + $1.imports }
      guard
        let choice = LineChoice(
          from: pool, least: (1 - request.tolerance) * value - stays,
          most: (1 + request.tolerance) * value - stays)
      else {
        stopped =
          "revision \(number): the lines not hit before, \(pool.count) of them, do not come to the value"
          + " to replace"
        break
      }
      let (before, after) = (
        try Self.loss(kept, probe), try Self.loss(kept + choice.lines, probe)
      )
      let new = Set(choice.lines.map(\.code))
      list = (kept + choice.lines).sorted { $0.code < $1.code }
      pool.removeAll { new.contains($0.code) }
      let total = after.reduce(0) { $0 + $1.value }
      revisions.append(
        Revision(
          number: number, day: day, out: out,
          new: choice.lines, importsAfter: list.reduce(0) { $0 + $1.imports },
          lossCreated: total - before.reduce(0) { $0 + $1.value }, lossAlone: choice.loss,
          bound: choice.bound, lossAfter: total))
    }
    self.revisions = revisions
    self.stopped = stopped
  }

  /// What buyers lose by a list, by sector in their order: solved exactly.
  private static func loss(
    _ list: [RotationLine], _ probe: SectorProbe
  ) throws -> [(key: Int, value: Double)] {
    var changes: [Int: [Int: Double]] = [:]
    for line in list {
      for (cell, change) in line.changes {
        changes[line.sector, default: [:]][cell, default: probe.rates[cell]] += change
      }
    }
    return try changes.sorted { $0.key < $1.key }.map {
      ($0.key, try probe.solve($0.key, $0.value).buyersLoss)
    }
  }
}
