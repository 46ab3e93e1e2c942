extension BarGroups {
  private static let thickness = 11.0

  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard !rows.isEmpty else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let scale = LinearScale(
      holding: rows.flatMap { $0.values.map { $0 ?? 0 } } + [mark?.value ?? 0],
      ends: (ChartCanvas.margin, ChartCanvas.width - ChartCanvas.margin))
    canvas.legend(
      series.indices.map { .init(kind: "k-\($0)", words: series[$0].name) })
    let top = canvas.bottom + 24
    let isTall = rows.contains { !hasRoom($0) }
    let head = isTall ? 37.0 : 21
    let rowHeight = head + 5 + (Self.thickness + 1) * Double(series.count)
    let end = top + rowHeight * Double(rows.count)
    canvas.acrossAxis(scale, unit: unit, from: top, to: end, labelsAt: top - 6)
    for (place, row) in rows.enumerated() {
      draw(row, at: top + rowHeight * Double(place), head: head, scale, &canvas)
    }
    canvas.bottom = end
    if let mark {
      let x = scale.place(mark.value)
      canvas.line("k-warn", from: (x, top), to: (x, end), width: 1.5, dashed: true)
      canvas.note("The dashed line: \(mark.words), \(unit.words(mark.value)).")
    }
    return canvas.document(words: words, source: source)
  }

  /// Whether the name of a row and its amounts stand in one line.
  private func hasRoom(_ row: Row) -> Bool {
    TextWidth.of(words(row), size: ChartCanvas.small)
      + TextWidth.of(row.label, size: ChartCanvas.size) + 12 <= ChartCanvas.room
  }

  /// - Parameter head: the height of the words above the bars: one line, or two.
  private func draw(
    _ row: Row, at y: Double, head: Double, _ scale: LinearScale, _ canvas: inout ChartCanvas
  ) {
    canvas.text(
      words(row), x: ChartCanvas.width - ChartCanvas.margin, y: y + head - 5,
      size: ChartCanvas.small, anchor: "end")
    canvas.text(
      TextWidth.cut(row.label, to: ChartCanvas.room, size: ChartCanvas.size),
      x: ChartCanvas.indent, y: y + 16)
    for (place, value) in row.values.enumerated() {
      guard let value else { continue }
      canvas.bar(
        "k-\(place)", from: scale.place(0), to: scale.place(value),
        y: y + head + (Self.thickness + 1) * Double(place), height: Self.thickness,
        title: "\(row.label), \(series[place].name): \(unit.words(value))")
    }
  }
}
