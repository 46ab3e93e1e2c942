/// Several lines against the same axes.
public struct SeriesLines: Chart {
  public struct Point: Sendable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public struct Series: Sendable {
    public let name: String
    public let points: [Point]

    public init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// What the numbers across count.
  public enum Across: Sendable {
    case amount(title: String, unit: Unit)
    /// Steps one after the other, numbered from 1, by their names.
    case steps([String])
  }

  public let title: String
  public let subtitle: String
  public let series: [Series]
  public let across: Across
  public let upTitle: String
  public let upUnit: Unit

  public init(
    title: String, subtitle: String = "", series: [Series], across: Across, upTitle: String,
    upUnit: Unit
  ) {
    self.title = title
    self.subtitle = subtitle
    self.series = series
    self.across = across
    self.upTitle = upTitle
    self.upUnit = upUnit
  }

  /// A place across, in words.
  func words(across x: Double) -> String {
    switch across {
    case .amount(_, let unit): unit.words(x)
    case .steps(let names):
      names.indices.contains(Int(x) - 1) ? names[Int(x) - 1] : Unit.whole.words(x)
    }
  }

  var acrossTitle: String {
    switch across {
    case .amount(let title, _): title
    case .steps: "step"
    }
  }

  public var words: String {
    guard series.contains(where: { !$0.points.isEmpty }) else {
      return "\(title). There is nothing to show."
    }
    return "\(title), \(upTitle). "
      + series.map { line in
        "\(line.name): "
          + line.points.map { "\(words(across: $0.x)) \(upUnit.words($0.y))" }
          .joined(separator: ", ")
      }.joined(separator: "; ") + "."
  }

  public var table: Table {
    let unit: Unit? = if case .amount(_, let unit) = across { unit } else { nil }
    return Table(
      title, [.init("line"), .init(acrossTitle, unit), .init(upTitle, upUnit)],
      series.flatMap { line in
        line.points.map { point in
          [
            .text(line.name),
            unit == nil ? .text(words(across: point.x)) : .number(point.x), .number(point.y),
          ]
        }
      })
  }
}
