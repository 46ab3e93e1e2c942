extension Tornado {
  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    let (left, right) = (ChartCanvas.margin, ChartCanvas.width - ChartCanvas.margin)
    let moving = bars.filter { $0.size > 0 }
    let scale = LinearScale(
      holding: moving.flatMap { [$0.results.low, $0.results.high] } + [central], fromZero: false,
      ends: (left, right))
    let top = canvas.bottom + 20
    let rowHeight = 39.0
    let end = top + rowHeight * Double(moving.count) + 4
    canvas.acrossAxis(scale, unit: unit, from: top, to: end, labelsAt: top - 6)
    let middle = scale.place(central)
    canvas.line("k-rule", from: (middle, top), to: (middle, end), width: 1.5, dashed: true)
    for (place, bar) in moving.enumerated() {
      draw(bar, at: top + rowHeight * Double(place), scale, &canvas)
    }
    canvas.bottom = end
    canvas.legend([
      .init(kind: "k-2", words: "assumption at its low end"),
      .init(kind: "k-0", words: "at its high end"),
      .init(kind: "k-rule", words: "all central: \(unit.words(central))", mark: .line),
    ])
    let still = bars.filter { $0.size == 0 }
    if !still.isEmpty {
      canvas.note("It does not move with \(still.map(\.assumption).joined(separator: ", ")).")
    }
    if moving.contains(where: \.isAssumed) {
      canvas.note("* The spread is assumed, not published.")
    }
    return canvas.document(words: words, source: source)
  }

  private func draw(_ bar: Bar, at y: Double, _ scale: LinearScale, _ canvas: inout ChartCanvas) {
    let right = ChartCanvas.width - ChartCanvas.margin
    let results = "\(unit.words(bar.results.low)) to \(unit.words(bar.results.high))"
    canvas.text(results, x: right, y: y + 16, size: ChartCanvas.small, anchor: "end")
    let room = ChartCanvas.room - TextWidth.of(results, size: ChartCanvas.small) - 12
    let label = "\(bar.assumption)\(bar.isAssumed ? "*" : "") \(bar.ends.low) to \(bar.ends.high)"
    canvas.text(
      TextWidth.cut(label, to: room, size: ChartCanvas.size), x: ChartCanvas.indent, y: y + 16)
    // Where both ends lie on one side, the shorter is drawn over the longer.
    let ends = [
      ("k-2", bar.results.low, bar.ends.low), ("k-0", bar.results.high, bar.ends.high),
    ].sorted { ($0.1 - central).magnitude > ($1.1 - central).magnitude }
    for (kind, result, at) in ends {
      canvas.bar(
        kind, from: scale.place(central), to: scale.place(result), y: y + 21, height: 13,
        title: "\(bar.assumption) at \(at): \(unit.words(result))")
    }
  }
}
