extension RangeBars {
  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard !rows.isEmpty else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let (left, right) = (ChartCanvas.margin, ChartCanvas.width - ChartCanvas.margin)
    let edges = rows.flatMap { row -> [Double] in
      [row.value, row.range?.lowerBound ?? 0, row.range?.upperBound ?? 0]
    }
    let scale = LinearScale(holding: edges, ends: (left, right))
    let top = canvas.bottom + 20
    let rowHeight = 39.0
    let end = top + rowHeight * Double(rows.count)
    canvas.acrossAxis(scale, unit: unit, from: top, to: end, labelsAt: top - 6)
    for (place, row) in rows.enumerated() {
      draw(row, at: top + rowHeight * Double(place), scale, &canvas)
    }
    canvas.bottom = end
    var keys: [ChartCanvas.Key] = []
    if rows.contains(where: { $0.value > 0 }) {
      keys.append(.init(kind: "k-0", words: "above zero"))
    }
    if rows.contains(where: { $0.value < 0 }) {
      keys.append(.init(kind: "k-1", words: "below zero"))
    }
    if keys.count > 1 { canvas.legend(keys) }
    if hasRanges {
      canvas.note("The line on a bar goes from the 5th to the 95th percentile of the draws.")
    } else if isEstimated {
      canvas.note("Single runs, without an interval.")
    }
    return canvas.document(words: words, source: source)
  }

  private func draw(_ row: Row, at y: Double, _ scale: LinearScale, _ canvas: inout ChartCanvas) {
    let right = ChartCanvas.width - ChartCanvas.margin
    let interval = interval(row)
    // Values stand below each other, left of the widest interval.
    let small = rows.map { TextWidth.of(self.interval($0), size: ChartCanvas.small) }.max() ?? 0
    canvas.text(
      interval, x: right, y: y + 16, kind: "k-soft", size: ChartCanvas.small, anchor: "end")
    canvas.text(value(row), x: right - small, y: y + 16, anchor: "end", bold: true)
    let room =
      ChartCanvas.room - small - TextWidth.of(value(row), size: ChartCanvas.size, bold: true) - 12
    canvas.text(
      TextWidth.cut(row.label, to: room, size: ChartCanvas.size), x: ChartCanvas.indent, y: y + 16)
    canvas.bar(
      row.value < 0 ? "k-1" : "k-0", from: scale.place(0), to: scale.place(row.value), y: y + 21,
      height: 13, title: "\(row.label): \(value(row))\(interval)")
    if let range = row.range { canvas.whisker(range, at: y + 27.5, scale) }
  }
}
