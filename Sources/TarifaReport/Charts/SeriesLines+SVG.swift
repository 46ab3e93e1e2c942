extension SeriesLines {
  private static let height = 250.0
  private static let kinds = 4

  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    let points = series.flatMap(\.points)
    guard !points.isEmpty else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    canvas.legend(
      series.indices.map {
        .init(kind: Self.kind($0), words: series[$0].name, mark: .line)
      })
    canvas.bottom += 18
    canvas.text(
      upTitle, x: ChartCanvas.margin, y: canvas.bottom, kind: "k-soft", size: ChartCanvas.small)
    let top = canvas.bottom + 12
    let bottom = top + Self.height
    let upward = LinearScale(holding: points.map(\.y), ends: (bottom, top))
    let left = ChartCanvas.labelRoom(upward, unit: upUnit)
    let right = ChartCanvas.width - ChartCanvas.margin - 6
    let place = axis(points, from: left, to: right, top, bottom, &canvas)
    canvas.upwardAxis(upward, unit: upUnit, from: left, to: right)
    for (position, line) in series.enumerated() {
      canvas.path(
        Self.kind(position), through: line.points.map { (place($0.x), upward.place($0.y)) },
        closed: false, width: 2.5)
      for point in line.points {
        canvas.circle(
          "k-\(position % Self.kinds) k-edge", x: place(point.x), y: upward.place(point.y),
          radius: 3.5,
          title: "\(line.name), \(words(across: point.x)): \(upUnit.words(point.y))")
      }
    }
    if case .steps(let names) = across { list(names, &canvas) }
    return canvas.document(words: words, source: source)
  }

  private static func kind(_ position: Int) -> String { "k-l\(position % kinds)" }

  /// The axis across, and where a number on it is drawn.
  private func axis(
    _ points: [Point], from left: Double, to right: Double, _ top: Double, _ bottom: Double,
    _ canvas: inout ChartCanvas
  ) -> (Double) -> Double {
    canvas.bottom = bottom + 20
    switch across {
    case .amount(let title, let unit):
      let scale = LinearScale(holding: points.map(\.x), ends: (left, right))
      canvas.acrossAxis(scale, unit: unit, from: top, to: bottom, labelsAt: bottom + 17)
      canvas.bottom += 16
      canvas.text(
        title, x: right, y: canvas.bottom, kind: "k-soft", size: ChartCanvas.small, anchor: "end")
      return scale.place
    case .steps(let names):
      let room = (right - left - 16) / Double(max(names.count - 1, 1))
      func place(_ step: Double) -> Double { left + 8 + (step - 1) * room }
      for step in names.indices.map({ Double($0 + 1) }) {
        canvas.text(
          Unit.whole.words(step), x: place(step), y: bottom + 17, kind: "k-soft",
          size: ChartCanvas.small, anchor: "middle")
      }
      return place
    }
  }

  private func list(_ names: [String], _ canvas: inout ChartCanvas) {
    canvas.bottom += 4
    for (position, name) in names.enumerated() { canvas.note("\(position + 1)  \(name)") }
  }
}
