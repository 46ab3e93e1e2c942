extension FrontierCurve {
  private static let height = 250.0

  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    canvas.bottom += 16
    canvas.text(
      harmTitle, x: ChartCanvas.margin, y: canvas.bottom, kind: "k-soft", size: ChartCanvas.small)
    let top = canvas.bottom + 12
    let bottom = top + Self.height
    let all = points + [chosen]
    let upward = LinearScale(holding: all.map(\.harm), ends: (bottom, top))
    let left = ChartCanvas.labelRoom(upward, unit: unit)
    let right = ChartCanvas.width - ChartCanvas.margin - 6
    let across = LinearScale(holding: all.map(\.value), ends: (left, right))
    canvas.acrossAxis(across, unit: unit, from: top, to: bottom, labelsAt: bottom + 17)
    canvas.upwardAxis(upward, unit: unit, from: left, to: right)
    func place(_ point: Point) -> (x: Double, y: Double) {
      (across.place(point.value), upward.place(point.harm))
    }
    canvas.path("k-line", through: points.map(place), closed: false, width: 2)
    for point in points {
      let (x, y) = place(point)
      canvas.circle("k-0 k-edge", x: x, y: y, radius: 4.5, title: said(point))
    }
    label(place(chosen), left: left, right: right, top: top, bottom: bottom, &canvas)
    canvas.bottom = bottom + 34
    canvas.text(
      valueTitle, x: right, y: canvas.bottom, kind: "k-soft", size: ChartCanvas.small, anchor: "end"
    )
    canvas.legend([
      .init(kind: "k-hot", words: "chosen", mark: .diamond),
      .init(kind: "k-0", words: "best list for another target", mark: .circle),
    ])
    if missing > 0 { canvas.note(missingWords) }
    return canvas.document(words: words, source: source)
  }

  private func said(_ point: Point) -> String {
    "\(unit.words(point.value)) at \(unit.words(point.harm))"
      + (point.note.isEmpty ? "" : ", \(point.note)")
  }

  /// The chosen point and its words, on the side where there is more room: the curve rises, so left
  /// above it or right below it.
  private func label(
    _ point: (x: Double, y: Double), left: Double, right: Double, top: Double, bottom: Double,
    _ canvas: inout ChartCanvas
  ) {
    canvas.line("k-warn", from: (point.x, bottom), to: point, dashed: true)
    canvas.line("k-warn", from: (left, point.y), to: point, dashed: true)
    canvas.diamond("k-hot", x: point.x, y: point.y, title: said(chosen))
    let lines = [
      "\(unit.words(chosen.value)) covered", "at \(unit.words(chosen.harm))", chosen.note,
    ].filter { !$0.isEmpty }
    let width = lines.map { TextWidth.of($0, size: ChartCanvas.size, bold: true) }.max() ?? 0
    let isLeft = point.x - left > width + 14 && point.y - top > 16 * Double(lines.count) + 12
    let first = isLeft ? point.y - 16 * Double(lines.count) + 4 : point.y + 20
    for (place, line) in lines.enumerated() {
      canvas.text(
        line, x: isLeft ? point.x - 10 : min(point.x + 10, right - width),
        y: first + 16 * Double(place), anchor: isLeft ? "end" : "start", bold: true)
    }
  }
}
