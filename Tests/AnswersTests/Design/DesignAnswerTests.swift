import Answers
import Foundation
import ListDesign
import Testing
import TradeAction
import TradeImpact

struct DesignAnswerTests {
  /// One design with all that goes around a list, for all tests.
  private static let answer = Result {
    let designer = try ShippedDesigns.designer(
      try ShippedDesigns.brief(rate: "[10%, 25%]"))
    guard
      case .chosen(let design) = try designer.design(draws: DrawRequest(count: 4, seed: 3))
    else { throw ActionError(message: "no list was chosen") }
    return try DesignAnswer(design)
  }

  private func document() throws -> [String: Any] {
    try ShippedDesigns.object(try Self.answer.get().json.text)
  }

  private func rows(_ document: [String: Any], _ name: String) throws -> [[String: Any]] {
    try #require(document[name] as? [[String: Any]], "\(name)")
  }

  private func number(_ row: [String: Any], _ name: String) throws -> Double {
    try #require(row[name] as? Double, "\(name)")
  }

  private func sum(_ rows: [[String: Any]], _ name: String) throws -> Double {
    try rows.reduce(0) { $0 + (try number($1, name)) }
  }

  /// The lines add up to the totals, and the terms of the objective to the objective.
  @Test func partsSumToTotals() throws {
    let document = try document()
    let goods = try rows(document, "goods")
    #expect(document["lines"] as? Int == goods.count && goods.count > 20)
    let value = try number(document, "value")
    #expect(abs(try sum(goods, "value") - value) < 1e-9 * value)
    #expect(value >= 6e9 * 0.995 && value <= 6e9 * 1.005)
    let objective = try number(document, "objective")
    // Each line's part is rounded to the cent.
    let cents = 0.01 * Double(goods.count)
    #expect(abs(try sum(goods, "objective") - objective) < cents)
    let terms = try rows(document, "objective_terms")
    let weighed = try terms.reduce(0) {
      $0 + (try number($1, "amount")) * (try number($1, "weight"))
    }
    #expect(terms.count == 3 && abs(weighed - objective) < cents)
    #expect(terms.last?["amount"] as? Int == goods.count)
    #expect(abs(try sum(goods, "harm") - (try number(document, "harm"))) < 1)
    let net = try sum(goods, "net_loss")
    #expect(abs(net - (try number(terms[0], "amount"))) < 1e-9 * net)
    // The floor, counted from the goods.
    let technology = try goods.reduce(0.0) { sum, good in
      let groups = try #require(good["groups"] as? [String: Double])
      return sum + (groups["technology"] ?? 0) * (try number(good, "value"))
    }
    #expect(technology >= 0.3 * value - 1)
    #expect(try number(document, "bound") <= objective)
    #expect(
      abs(try number(document, "gap") - (objective - (try number(document, "bound"))) / objective)
        < 1e-12)
  }

  /// What comes next is not what is there, and stands in order of worth.
  @Test func whatComesNextIsInOrder() throws {
    let document = try document()
    let goods = Set(try rows(document, "goods").compactMap { $0["hts"] as? String })
    let comes = try rows(document, "next_in")
    let goes = try rows(document, "next_out")
    #expect(comes.count == 25 && goes.count == 25)
    #expect(comes.allSatisfy { !goods.contains($0["hts"] as? String ?? "") })
    #expect(goes.allSatisfy { goods.contains($0["hts"] as? String ?? "") })
    let gains = try comes.map { try number($0, "gain_per_dollar") }
    #expect(zip(gains, gains.dropFirst()).allSatisfy { $0 >= $1 })
    let losses = try goes.map { try number($0, "gain_per_dollar") }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 <= $1 })
    for condition in try rows(document, "conditions") {
      let activity = try number(condition, "activity")
      if let lower = condition["lower"] as? Double { #expect(activity >= lower - 0.01) }
      if let upper = condition["upper"] as? Double { #expect(activity <= upper + 0.01) }
    }
    #expect(
      try rows(document, "binding").count
        == (try rows(document, "conditions").count { try number($0, "price") != 0 }))
  }

  /// Side questions say how sure they are, each by its own bound.
  @Test func sideQuestionsCarryTheirBounds() throws {
    let document = try document()
    let points = try rows(document, "frontier")
    #expect(points.count == 9)
    for point in points {
      #expect(point["status"] as? String == "chosen")
      let (objective, bound) = (try number(point, "objective"), try number(point, "bound"))
      // Both are shares of the objective, which is negative where a list gains more than it loses.
      let distance = (objective - bound) / objective.magnitude
      let gap = try number(point, "gap")
      #expect(abs(gap - distance) < 1e-12, "\(gap) of \(objective) and \(bound)")
      let target = try number(point, "target")
      #expect(abs(try number(point, "value") - target) <= 0.005 * target)
    }
    let own = try #require(points.first { $0["target"] as? Double == 6e9 })
    for name in ["value", "objective", "bound", "harm"] {
      #expect(own[name] as? Double == document[name] as? Double, "\(name)")
    }
    let moves = try rows(document, "moves")
    #expect(moves.count == 6)
    for move in moves {
      #expect(move["status"] as? String == "chosen")
      let objective = try number(move, "objective")
      #expect(try number(move, "bound") <= objective)
      #expect(objective <= (try number(move, "objective_as_it_stands")))
      // The list keeps its size within the tolerance.
      let shift = try number(move, "value_in") - (try number(move, "value_out"))
      #expect(abs(shift) <= 0.01 * 6e9)
    }
    let rates = try rows(document, "rates")
    #expect(rates.map { $0["status"] as? String } == ["chosen", "chosen"])
    let best = try rates.map { try number($0, "objective") }.min()
    #expect(best == document["objective"] as? Double)
    let notes = try #require(document["notes"] as? [String])
    #expect(
      notes.contains {
        $0.contains("\(Designer.sideSearch.nodeLimit) nodes") && $0.contains("0.10%")
      })
  }

  /// The shares of the list by draws are the whole of it.
  @Test func stabilityIsOfTheWholeList() throws {
    let document = try document()
    let stability = try #require(document["stability"] as? [String: Any])
    func part(_ name: String) throws -> (lines: Int, value: Double) {
      let part = try #require(stability[name] as? [String: Any])
      return (try #require(part["lines"] as? Int), try number(part, "value"))
    }
    let parts = try ["always", "mostly", "seldom", "never"].map(part)
    #expect(parts.reduce(0) { $0 + $1.lines } == document["lines"] as? Int)
    let value = try number(document, "value")
    #expect(abs(parts.reduce(0) { $0 + $1.value } - value) < 1e-9 * value)
    let goods = try rows(document, "goods")
    let always = try goods.filter { try number($0, "chosen_in_draws") == 1 }
    #expect(always.count == parts[0].lines)
    #expect(abs(try sum(always, "value") - parts[0].value) < 1)
    #expect(parts[0].lines > 0 && parts[0].lines < goods.count)
    #expect(stability["draws"] as? Int == 4 && stability["draws_met"] as? Int == 4)
  }

  @Test func theTextSaysTheSame() throws {
    let answer = try Self.answer.get()
    let text = answer.text
    let document = try document()
    let lines = try #require(document["lines"] as? Int)
    #expect(text.contains("\(lines)   of \(answer.design.pool.candidates.count) candidates"))
    #expect(text.contains("Rates looked at:"))
    #expect(text.contains("Chosen again under 4 draws of the elasticities (seed 3)"))
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(shown.count { $0.hasPrefix("  target ") } == 9)
    #expect(shown.contains { $0.hasPrefix("  captive-value of technology x 0.5") })
    let always = try #require(document["stability"] as? [String: Any])["always"] as? [String: Any]
    let core = try #require(shown.first { $0.hasPrefix("  in every draw") })
    #expect(
      core.split(separator: " ").dropFirst(3).first.map(String.init) == "\(always?["lines"] ?? 0)")
    // Nothing is said of what the brief does not use.
    #expect(text.contains("The list of information and communication goods is from memory."))
    #expect(!text.contains("  \n") && !text.contains("\n\n\n"))
  }

  /// A search at its limit says that nothing is known, not that there is nothing.
  @Test func undecidedIsNoClash() throws {
    var search = Designer.search
    search.nodeLimit = 2
    let brief = try ShippedDesigns.brief(target: "{value: 6000000000, tolerance: 0%}")
    guard
      case .undecided(let undecided) = try ShippedDesigns.designer(brief)
        .design(isBrief: true, search: search)
    else {
      Issue.record("a list was found to the cent, or shown not to be there")
      return
    }
    let answer = UndecidedAnswer(undecided)
    let document = try ShippedDesigns.object(answer.json.text)
    #expect(document["status"] as? String == "undecided" && document["node_limit"] as? Int == 2)
    let rate = try #require(try rows(document, "rates").first)
    #expect(rate["status"] as? String == "undecided" && rate["objective"] is NSNull)
    #expect(try number(rate, "bound") > 0)
    #expect(answer.text.contains("is not known") && answer.text.contains("2 nodes"))
    #expect(!answer.text.contains("No list meets"))
  }
}
