extension BarPairs {
  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard !rows.isEmpty else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let scale = LinearScale(
      holding: rows.flatMap { [$0.a ?? 0, $0.b ?? 0] },
      ends: (ChartCanvas.margin, ChartCanvas.width - ChartCanvas.margin))
    canvas.legend([
      .init(kind: "k-0", words: "A: \(names.a)"), .init(kind: "k-1", words: "B: \(names.b)"),
    ])
    let top = canvas.bottom + 24
    let rowHeight = 50.0
    let end = top + rowHeight * Double(rows.count)
    canvas.acrossAxis(scale, unit: unit, from: top, to: end, labelsAt: top - 6)
    for (place, row) in rows.enumerated() {
      draw(row, at: top + rowHeight * Double(place), scale, &canvas)
    }
    canvas.bottom = end
    return canvas.document(words: words, source: source)
  }

  private func draw(_ row: Row, at y: Double, _ scale: LinearScale, _ canvas: inout ChartCanvas) {
    let right = ChartCanvas.width - ChartCanvas.margin
    let values = "A \(value(row.a)), B \(value(row.b))"
    canvas.text(values, x: right, y: y + 16, size: ChartCanvas.small, anchor: "end")
    let room = ChartCanvas.room - TextWidth.of(values, size: ChartCanvas.small) - 12
    canvas.text(
      TextWidth.cut(row.label, to: room, size: ChartCanvas.size), x: ChartCanvas.indent, y: y + 16)
    for (kind, name, value, offset) in [
      ("k-0", names.a, row.a, 21.0), ("k-1", names.b, row.b, 33.0),
    ] {
      guard let value else { continue }
      canvas.bar(
        kind, from: scale.place(0), to: scale.place(value), y: y + offset, height: 11,
        title: "\(row.label), \(name): \(unit.words(value))")
    }
  }
}
