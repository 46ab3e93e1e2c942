public import JSONText

/// The shipped actions, briefs and cases by id.
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

  public init(actions: [Entry], briefs: [Entry], cases: [Entry]) {
    self.actions = actions
    self.briefs = briefs
    self.cases = cases
  }

  private var groups: [(name: String, entries: [Entry])] {
    [("actions", actions), ("briefs", briefs), ("cases", cases)]
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
      "\(group.name.prefix(1).uppercased())\(group.name.dropFirst())\n"
        + group.entries.map { "  \(Amount.left($0.id, width + 2))\($0.title)\n" }.joined()
    }.joined(separator: "\n")
  }
}
