public import Answers
public import JSONText
import ListDesign
import ListSelection

/// The goods for a brief.
public struct DesignQuestion: Question {
  public var brief = ""
  public var draws: Int?
  public var seed = 1
  /// Without the frontier and what happens when a weight moves.
  public var isBrisk = false
  public var nodes: Int?
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("brief", \.brief, "The id of a shipped brief, or the text of a brief's file."),
      .whole("draws", \.draws, "Choose again under so many draws of the elasticities."),
      .whole("seed", \.seed, "The seed of the draws."),
      .flag(
        "brisk", \.isBrisk, "Leave out the frontier and what happens when a weight moves."),
      .whole("nodes", \.nodes, "End the search for the list after so many nodes (default: 500)."),
    ] + Form.law.filter { $0.name != "importer" }.map { $0.within(\.terms) })

  public enum Answer: Sendable {
    case chosen(DesignAnswer)
    case impossible(ClashAnswer)
    case undecided(UndecidedAnswer)

    public var text: String {
      switch self {
      case .chosen(let answer): answer.text
      case .impossible(let answer): answer.text
      case .undecided(let answer): answer.text
      }
    }
  }

  public func answer(at desk: Desk) throws(Refusal) -> Answer {
    let search = try search()
    let draws = try Desk.draws(draws, seed: seed, good: 100)
    let (designer, book) = try desk.designer(try desk.brief(brief), terms)
    return try Refusal.mending {
      switch try designer.design(
        draws: draws, isBrief: isBrisk, search: search, watch: desk.watch)
      {
      case .chosen(let design):
        .chosen(try DesignAnswer(design, score: try design.score(book.regime)))
      case .impossible(let clash): .impossible(ClashAnswer(clash))
      case .undecided(let undecided): .undecided(UndecidedAnswer(undecided))
      }
    }
  }

  /// The problem with the first rate, for another solver.
  public func problem(at desk: Desk) throws(Refusal) -> String {
    let designer = try desk.designer(try desk.brief(brief), terms).designer
    return try Refusal.mending { try designer.problemText() }
  }

  private func search() throws(Refusal) -> SelectionOptions {
    var search = Designer.search
    guard let nodes else { return search }
    guard Self.nodeLimits.contains(nodes) else {
      throw .mend(
        field: "nodes",
        "\(nodes) is outside \(Self.nodeLimits.lowerBound) to \(Self.nodeLimits.upperBound)")
    }
    search.nodeLimit = nodes
    return search
  }

  private static let nodeLimits = 1...1_000_000

  public static func document(_ answer: Answer) -> (json: JSONValue, refusal: String?) {
    switch answer {
    case .chosen(let answer): (answer.json, nil)
    case .impossible(let answer):
      (answer.json, "no list meets the brief; see what clashes")
    case .undecided(let answer):
      (answer.json, "no list was found within the limit of the search")
    }
  }
}
