import TariffLaw

extension StackedArea {
  private static let height = 220.0

  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard let first = intervals.first, let last = intervals.last else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let top = canvas.bottom + 10
    let bottom = top + Self.height
    let (lower, upper) = bounds
    let edges = (lower + upper).flatMap { $0 }
    let scale = LinearScale(holding: edges, ends: (bottom, top))
    let days = DayScale(
      span: first.lowerBound...last.upperBound.advanced(by: 1),
      left: ChartCanvas.labelRoom(scale, unit: unit),
      right: ChartCanvas.width - ChartCanvas.margin - 4)
    canvas.dayAxis(days, from: top, to: bottom, labelsAt: bottom + 17)
    canvas.upwardAxis(scale, unit: unit, from: days.left, to: days.right)
    for place in series.indices where series[place].values.contains(where: { $0 != 0 }) {
      let over = steps(upper[place], days, scale)
      let under = steps(lower[place], days, scale)
      canvas.path(
        "k-\(place) k-edge", through: over + under.reversed(), closed: true, width: 0.7,
        title: series[place].name)
    }
    canvas.path(
      "k-total", through: steps(intervals.indices.map(total), days, scale), closed: false,
      width: 1.5)
    canvas.bottom = bottom + 20
    canvas.note("On \(last.upperBound): \(unit.words(total(intervals.count - 1))) in all, of which")
    canvas.bottom -= 4
    canvas.legend(
      series.indices.reversed().map { place in
        let value = series[place].values.last ?? 0
        return .init(
          kind: "k-\(place)",
          words: "\(series[place].name) \(value == 0 ? "nothing" : unit.words(value))")
      })
    return canvas.document(words: words, source: source)
  }

  /// The lower and the upper edge of each series in each interval: what is above zero is stacked
  /// upwards, what is below zero downwards.
  private var bounds: (lower: [[Double]], upper: [[Double]]) {
    var above = intervals.map { _ in 0.0 }
    var below = above
    var lower: [[Double]] = []
    var upper: [[Double]] = []
    for series in series {
      var edges: (lower: [Double], upper: [Double]) = ([], [])
      for (place, value) in series.values.enumerated() {
        if value >= 0 {
          edges.lower.append(above[place])
          above[place] += value
          edges.upper.append(above[place])
        } else {
          edges.upper.append(below[place])
          below[place] += value
          edges.lower.append(below[place])
        }
      }
      lower.append(edges.lower)
      upper.append(edges.upper)
    }
    return (lower, upper)
  }

  /// The corners of a line that changes at once from one interval to the next; corners between equal
  /// values are left out.
  private func steps(
    _ values: [Double], _ days: DayScale, _ scale: LinearScale
  ) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for (place, value) in values.enumerated() {
      let isEqual = place > 0 && values[place - 1] == value
      let y = scale.place(value)
      if isEqual { points.removeLast() }
      if !isEqual { points.append((days.place(intervals[place].lowerBound), y)) }
      points.append((days.place(intervals[place].upperBound.advanced(by: 1)), y))
    }
    return points
  }
}
