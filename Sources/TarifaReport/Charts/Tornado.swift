/// What a result does when one assumption at a time goes from its low to its high end.
public struct Tornado: Chart {
  public struct Bar: Sendable {
    public let assumption: String
    /// The assumption at its ends, as written.
    public let ends: (low: String, high: String)
    /// The result there.
    public let results: (low: Double, high: Double)
    /// Whether the ends are assumed, not published.
    public let isAssumed: Bool

    public init(
      assumption: String, ends: (low: String, high: String), results: (low: Double, high: Double),
      isAssumed: Bool
    ) {
      self.assumption = assumption
      self.ends = ends
      self.results = results
      self.isAssumed = isAssumed
    }

    var size: Double { (results.high - results.low).magnitude }
  }

  public let title: String
  public let subtitle: String
  /// The result with every assumption in its middle.
  public let central: Double
  /// The widest first.
  public let bars: [Bar]
  public let unit: Unit

  public init(title: String, subtitle: String = "", central: Double, bars: [Bar], unit: Unit) {
    self.title = title
    self.subtitle = subtitle
    self.central = central
    let order = bars.indices.sorted { (bars[$1].size, $0) < (bars[$0].size, $1) }
    self.bars = order.map { bars[$0] }
    self.unit = unit
  }

  public var words: String {
    let moving = bars.filter { $0.size > 0 }
    let still = bars.filter { $0.size == 0 }
    let parts = moving.map { bar in
      "with \(bar.assumption) from \(bar.ends.low) to \(bar.ends.high)"
        + (bar.isAssumed ? " (an assumed spread)" : "")
        + " it goes from \(unit.words(bar.results.low)) to \(unit.words(bar.results.high))"
    }
    return "\(title). With all assumptions central it is \(unit.words(central))"
      + (parts.isEmpty ? "" : "; " + parts.joined(separator: "; ")) + "."
      + (still.isEmpty
        ? "" : " It does not move with \(still.map(\.assumption).joined(separator: ", ")).")
  }

  public var table: Table {
    Table(
      title,
      [
        .init("assumption"), .init("low at"), .init("high at"), .init("result at low", unit),
        .init("result at high", unit), .init("spread assumed"),
      ],
      bars.map {
        [
          .text($0.assumption), .text($0.ends.low), .text($0.ends.high), .number($0.results.low),
          .number($0.results.high), .text($0.isAssumed ? "yes" : "no"),
        ]
      } + [[.text("central"), .missing, .missing, .number(central), .number(central), .missing]])
  }
}
