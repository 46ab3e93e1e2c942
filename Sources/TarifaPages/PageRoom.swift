/// The rooms of the house, in the order of the navigation.
public enum PageRoom: String, CaseIterable, Sendable {
  case duty, goods, design, impact, world, compare, timeline, law

  public var path: String { "/\(rawValue)" }

  public var title: String {
    switch self {
    case .duty: "Duty"
    case .goods: "Goods"
    case .design: "Design"
    case .impact: "Impact"
    case .world: "World"
    case .compare: "Compare"
    case .timeline: "Timeline"
    case .law: "Law"
    }
  }

  /// What it answers, in a line.
  var words: String {
    switch self {
    case .duty: "What duty the law puts on a good, and why."
    case .goods: "Find a code by words, or walk down the schedule."
    case .design: "Which goods should be on a list that must be worth so much."
    case .impact: "What an action does to imports, prices, revenue, jobs and the balance."
    case .world:
      "Every country's income after an action or agreement, games of tariffs, and deficits."
    case .compare: "Two actions or briefs side by side."
    case .timeline: "Every measure and case over time, and the effective rate."
    case .law: "All law held, with its sources, and what is missing."
    }
  }
}
