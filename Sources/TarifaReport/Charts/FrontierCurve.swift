/// What more of one thing costs in another, with the point that was chosen.
public struct FrontierCurve: Chart {
  public struct Point: Sendable {
    public let value: Double
    public let harm: Double
    /// What else is said of it: "936 lines".
    public let note: String

    public init(value: Double, harm: Double, note: String = "") {
      self.value = value
      self.harm = harm
      self.note = note
    }
  }

  public let title: String
  public let subtitle: String
  /// By value.
  public let points: [Point]
  public let chosen: Point
  public let valueTitle: String
  public let harmTitle: String
  public let unit: Unit
  /// How many targets could not be reached or decided.
  public let missing: Int

  public init(
    title: String, subtitle: String = "", points: [Point], chosen: Point, valueTitle: String,
    harmTitle: String, unit: Unit, missing: Int = 0
  ) {
    self.title = title
    self.subtitle = subtitle
    self.points = points.sorted { $0.value < $1.value }
    self.chosen = chosen
    self.valueTitle = valueTitle
    self.harmTitle = harmTitle
    self.unit = unit
    self.missing = missing
  }

  var missingWords: String {
    missing == 0
      ? "" : "\(missing) target\(missing == 1 ? "" : "s") could not be reached or decided."
  }

  public var words: String {
    func said(_ point: Point) -> String {
      "\(unit.words(point.value)) at \(unit.words(point.harm))"
        + (point.note.isEmpty ? "" : " (\(point.note))")
    }
    let curve = points.map(said).joined(separator: "; ")
    return "\(title): \(valueTitle) at \(harmTitle). The chosen list: \(said(chosen))."
      + (points.isEmpty ? "" : " Other targets: \(curve).")
      + (missing == 0 ? "" : " \(missingWords)")
  }

  public var table: Table {
    Table(
      title,
      [.init(valueTitle, unit), .init(harmTitle, unit), .init("note"), .init("chosen")],
      ([(chosen, "yes")] + points.map { ($0, "no") }).map { point, mark in
        [.number(point.value), .number(point.harm), .text(point.note), .text(mark)]
      })
  }
}
