/// Several amounts of each of several things, side by side.
public struct BarGroups: Chart {
  public struct Series: Sendable {
    /// Beside each amount: "gross".
    public let short: String
    /// In the legend.
    public let name: String

    public init(short: String, name: String) {
      self.short = short
      self.name = name
    }
  }

  public struct Row: Sendable {
    public let label: String
    /// One for each series; `nil` where there is none.
    public let values: [Double?]

    public init(_ label: String, _ values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  /// A line down the picture at an amount that is wanted.
  public struct Mark: Sendable {
    public let value: Double
    public let words: String

    public init(_ value: Double, words: String) {
      self.value = value
      self.words = words
    }
  }

  public let title: String
  public let subtitle: String
  public let series: [Series]
  public let rows: [Row]
  public let unit: Unit
  public let mark: Mark?

  public init(
    title: String, subtitle: String = "", series: [Series], rows: [Row], unit: Unit,
    mark: Mark? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.series = series
    self.rows = rows
    self.unit = unit
    self.mark = mark
  }

  /// The amounts of a row in words.
  func words(_ row: Row) -> String {
    zip(series, row.values).map { "\($0.short) \($1.map { unit.words($0) } ?? "none")" }
      .joined(separator: ", ")
  }

  public var words: String {
    guard !rows.isEmpty else { return "\(title). There is nothing to show." }
    return "\(title), "
      + series.map(\.name).joined(separator: ", ") + ". "
      + rows.map { "\($0.label): \(words($0))" }.joined(separator: "; ") + "."
      + (mark.map { " \($0.words): \(unit.words($0.value))." } ?? "")
  }

  public var table: Table {
    Table(
      title, [.init("what")] + series.map { .init($0.name, unit) },
      rows.map { [.text($0.label)] + $0.values.map { .number($0) } })
  }
}
