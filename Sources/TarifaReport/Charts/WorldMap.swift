/// A number for each country of the world, as shades of a map.
public struct WorldMap: Chart {
  public struct Row: Sendable {
    public let label: String
    /// Two letters each; none for all countries that no other row names.
    public let countries: [String]
    public let value: Double

    public init(_ label: String, countries: [String], _ value: Double) {
      self.label = label
      self.countries = countries
      self.value = value
    }
  }

  public let title: String
  public let subtitle: String
  public let rows: [Row]
  public let unit: Unit

  public init(title: String, subtitle: String = "", rows: [Row], unit: Unit) {
    self.title = title
    self.subtitle = subtitle
    self.rows = rows
    self.unit = unit
  }

  /// The sizes at which the shades turn: half of the rows are smaller than the first, all but a seventh
  /// smaller than the second; to one figure.
  var limits: (small: Double, large: Double) {
    let sizes = rows.map(\.value.magnitude).filter { $0 > 0 }.sorted()
    guard let most = sizes.last else { return (0, 0) }
    let small = Self.rounded(sizes[(sizes.count - 1) / 2])
    let large = Self.rounded(sizes[(sizes.count - 1) * 6 / 7])
    return (small, large > small ? large : max(Self.rounded(most), 2 * small))
  }

  /// To one significant figure.
  private static func rounded(_ value: Double) -> Double {
    guard value > 1e-12, value < 1e12 else { return value }
    var power = 1.0
    while power > value { power /= 10 }
    while power * 10 <= value { power *= 10 }
    return (value / power).rounded() * power
  }

  public var words: String {
    guard !rows.isEmpty else { return "\(title). There is nothing to show." }
    let sorted = rows.sorted { $0.value > $1.value }
    func said(_ rows: some Sequence<Row>) -> String {
      rows.map { "\($0.label) \(unit.signed($0.value))" }.joined(separator: ", ")
    }
    let (above, below) = (
      sorted.filter { $0.value > 0 }, sorted.filter { $0.value < 0 }.reversed()
    )
    return "\(title). Above zero in \(above.count) and below in \(below.count) of \(rows.count)."
      + (above.isEmpty ? "" : " Most above: \(said(above.prefix(5))).")
      + (below.isEmpty ? "" : " Most below: \(said(below.prefix(5))).")
  }

  public var table: Table {
    Table(
      title, [.init("country"), .init("value", unit), .init("countries in it")],
      rows.map {
        [
          .text($0.label), .number($0.value),
          .text($0.countries.isEmpty ? "all others" : $0.countries.joined(separator: " ")),
        ]
      })
  }
}
