/// Things in groups, drawn as areas.
public struct Treemap: Chart {
  public struct Item: Sendable {
    public let code: String
    public let name: String
    /// Above zero; others are not drawn.
    public let value: Double
    /// What is shown by how dark it is; `nil` where it is not known.
    public let shade: Double?

    public init(code: String, name: String, value: Double, shade: Double? = nil) {
      self.code = code
      self.name = name
      self.value = value
      self.shade = shade
    }
  }

  public struct Group: Sendable {
    public let name: String
    /// The largest first.
    public let items: [Item]
    public let value: Double

    public init(name: String, items: [Item]) {
      self.name = name
      self.items = items.filter { $0.value > 0 }.sorted {
        ($1.value, $0.code) < ($0.value, $1.code)
      }
      value = self.items.reduce(0) { $0 + $1.value }
    }
  }

  public let title: String
  public let subtitle: String
  /// The largest first.
  public let groups: [Group]
  public let unit: Unit
  public let shadeTitle: String
  public let shadeUnit: Unit

  public init(
    title: String, subtitle: String = "", groups: [Group], unit: Unit, shadeTitle: String = "",
    shadeUnit: Unit = .percent
  ) {
    self.title = title
    self.subtitle = subtitle
    self.groups = groups.filter { $0.value > 0 }.sorted {
      ($1.value, $0.name) < ($0.value, $1.name)
    }
    self.unit = unit
    self.shadeTitle = shadeTitle
    self.shadeUnit = shadeUnit
  }

  var total: Double { groups.reduce(0) { $0 + $1.value } }

  public var words: String {
    let count = groups.reduce(0) { $0 + $1.items.count }
    guard let largest = groups.flatMap(\.items).max(by: { $0.value < $1.value }) else {
      return "\(title). There is nothing to show."
    }
    let top = groups.prefix(6).map { group in
      "\(group.name) \(unit.words(group.value)) (\(Unit.percent.words(group.value / total * 100)))"
    }
    let rest = groups.dropFirst(6)
    let others =
      rest.isEmpty
      ? "" : ", and \(rest.count) more \(unit.words(rest.reduce(0) { $0 + $1.value }))"
    return "\(title). \(count) goods in \(groups.count) groups, \(unit.words(total)) together: "
      + "\(top.joined(separator: ", "))\(others). The largest of the goods is \(largest.code) "
      + "\(largest.name), \(unit.words(largest.value))."
  }

  public var table: Table {
    Table(
      title,
      [.init("group"), .init("code"), .init("name"), .init("value", unit)]
        + (shadeTitle.isEmpty ? [] : [.init(shadeTitle, shadeUnit)]),
      groups.flatMap { group in
        group.items.map { item in
          [.text(group.name), .text(item.code), .text(item.name), .number(item.value)]
            + (shadeTitle.isEmpty ? [] : [.number(item.shade)])
        }
      })
  }
}
