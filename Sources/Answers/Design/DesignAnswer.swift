public import ListDesign
public import TariffLaw
import TradeAction
import TradeData

/// A designed list as the surfaces show it.
public struct DesignAnswer: Sendable {
  public let design: Design
  public let score: ListScore?
  let classes: GoodsClasses

  /// - Throws: `ArchiveError` when shipped names are damaged.
  public init(_ design: Design, score: ListScore? = nil) throws(ArchiveError) {
    self.design = design
    self.score = score
    classes = try GoodsClasses.shipped()
  }

  var brief: Brief { design.pool.brief }
  var choice: Choice { design.choice }

  func name(_ index: Int) -> String {
    classes.name(of: design.pool.candidates[index].code) ?? "no name is held"
  }

  /// The harm of a line at home, alone, dollars a year; `nil` where the importer's market is not held.
  func harm(_ index: Int) -> Double? { choice.impacts[index].home?.buyersLoss }

  /// The sum over the lines, each alone.
  var harmAlone: Double? {
    choice.chosen.reduce(0.0) { sum, index in sum.flatMap { sum in harm(index).map { sum + $0 } } }
  }

  /// Why a line is on the list or not, in words.
  func reason(_ index: Int) -> String {
    let candidate = design.pool.candidates[index]
    if let must = candidate.mustReason { return "must be on the list: \(must)" }
    let value = max(candidate.line.value, 1)
    let cost = choice.costs[index]
    let worth = cost - choice.reducedCosts[index]
    let isChosen = choice.isChosen[index]
    func cents(_ dollars: Double) -> String { Amount.fixed(dollars / value * 100, 2) }
    var words =
      "costs \(cents(cost)) cents a dollar covered, \(cost <= worth ? "within" : "above") the"
      + " \(cents(worth)) it is worth to the brief"
    // The last lines fill the target to the dollar, so that a line near the margin may go either way.
    if isChosen != (cost <= worth) {
      words += isChosen ? "; taken to meet the target" : "; left so as not to pass the target"
    }
    return words + traits(index)
  }

  private func traits(_ index: Int) -> String {
    let candidate = design.pool.candidates[index]
    var found: [String] = []
    for (group, share) in zip(brief.groups, candidate.membership) where share > 0 {
      let title = group.title ?? group.name
      found.append(share < 1 ? "\(Amount.fixed(share * 100, 0))% \(title)" : title)
    }
    if let share = candidate.line.partnerShare {
      found.append("\(Amount.fixed(share * 100, 0))% of imports from \(brief.partner.text)")
    }
    return found.isEmpty ? "" : "; " + found.joined(separator: ", ")
  }

  /// Conditions that cost something.
  var binding: [Choice.ConditionState] { choice.conditions.filter { $0.price != 0 } }

  static func words(_ weight: Brief.Weight) -> String {
    weight.term.rawValue + (weight.group.map { " of \($0)" } ?? "")
  }

  /// What the answer rests on that a reader must know.
  var notes: [String] {
    var notes = [
      design.together == nil
        ? "The importer's market is not held: what its buyers lose and where it turns is not known."
        : "What a line does is what it does alone at the rate; the list together does otherwise."
    ]
    if !design.frontier.isEmpty || !design.moves.isEmpty || design.stability != nil {
      let (own, side) = (design.search, Designer.sideSearch)
      notes.append(
        "Other targets, weights and draws are chosen to within \(Amount.fixed(side.gap * 100, 2))% of the"
          + " best or \(side.nodeLimit) nodes of the search, the list itself to within"
          + " \(Amount.fixed(own.gap * 100, 2))% or \(own.nodeLimit).")
    }
    if brief.uses({ if case .technology = $0 { true } else { false } }) {
      notes.append(
        "Advanced technology is known by subheading, from the share of export codes.")
    }
    if brief.uses({ if case .endUses = $0 { true } else { false } })
      || brief.objective.contains(where: { [.usersLoss, .consumersLoss].contains($0.term) })
    {
      notes.append("End uses are those of the Broad Economic Categories.")
    }
    if brief.uses({ if case .communication = $0 { true } else { false } }) {
      notes.append("The list of information and communication goods is from memory.")
    }
    if design.fittedShare > 0 {
      notes.append(
        "\(Amount.fixed(design.fittedShare * 100, 1))% of the list's value rests on fitted cells.")
    }
    return notes
  }
}

extension Brief {
  /// Whether a group has parts of a kind.
  fileprivate func uses(_ isSuch: (GoodsGroup.Part) -> Bool) -> Bool {
    groups.contains { ($0.parts + $0.except).contains(where: isSuch) }
  }
}
