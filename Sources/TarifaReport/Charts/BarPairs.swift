/// The same amounts of two answers side by side.
public struct BarPairs: Chart {
  public struct Row: Sendable {
    public let label: String
    /// `nil` where one of them has none.
    public let a: Double?
    public let b: Double?

    public init(_ label: String, a: Double?, b: Double?) {
      self.label = label
      self.a = a
      self.b = b
    }
  }

  public let title: String
  public let subtitle: String
  public let names: (a: String, b: String)
  public let rows: [Row]
  public let unit: Unit

  public init(
    title: String, subtitle: String = "", names: (a: String, b: String), rows: [Row], unit: Unit
  ) {
    self.title = title
    self.subtitle = subtitle
    self.names = names
    self.rows = rows
    self.unit = unit
  }

  func value(_ value: Double?) -> String { value.map { unit.words($0) } ?? "none" }

  public var words: String {
    guard !rows.isEmpty else { return "\(title). There is nothing to show." }
    return "\(title), A \(names.a) and B \(names.b). "
      + rows.map { "\($0.label): A \(value($0.a)), B \(value($0.b))" }.joined(separator: "; ") + "."
  }

  public var table: Table {
    Table(
      title, [.init("what"), .init("A: \(names.a)", unit), .init("B: \(names.b)", unit)],
      rows.map { [.text($0.label), .number($0.a), .number($0.b)] })
  }
}
