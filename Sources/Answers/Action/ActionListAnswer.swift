public import JSONText

/// The shipped actions, briefs, cases, and files about worlds by id.
public struct ActionListAnswer: Sendable {
  public struct Entry: Hashable, Sendable {
    public let id: String
    public let title: String

    public init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  public let actions: [Entry]
  public let briefs: [Entry]
  public let cases: [Entry]
  public let agreements: [Entry]
  public let escalations: [Entry]
  public let deficitPlans: [Entry]

  public init(
    actions: [Entry], briefs: [Entry], cases: [Entry], agreements: [Entry], escalations: [Entry],
    deficitPlans: [Entry]
  ) {
    self.actions = actions
    self.briefs = briefs
    self.cases = cases
    self.agreements = agreements
    self.escalations = escalations
    self.deficitPlans = deficitPlans
  }

  private var groups: [(name: String, entries: [Entry])] {
    [
      ("actions", actions), ("briefs", briefs), ("cases", cases), ("agreements", agreements),
      ("escalations", escalations), ("deficit_plans", deficitPlans),
    ]
  }

  public var json: JSONValue {
    .object(
      groups.map { group in
        (
          group.name,
          .array(
            group.entries.map {
              .object([("id", .string($0.id)), ("title", .string($0.title))])
            })
        )
      })
  }

  public var text: String {
    let width = groups.flatMap(\.entries).map(\.id.count).max() ?? 0
    return groups.map { group in
      "\(group.name.prefix(1).uppercased())\(group.name.dropFirst().replacing("_", with: " "))\n"
        + group.entries.map { "  \(Amount.left($0.id, width + 2))\($0.title)\n" }.joined()
    }.joined(separator: "\n")
  }
}
