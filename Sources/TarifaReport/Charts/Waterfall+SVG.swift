extension Waterfall {
  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    let (left, right) = (ChartCanvas.margin, ChartCanvas.width - ChartCanvas.margin)
    var sums: [Double] = [0]
    for step in steps {
      let amount = step.amount ?? 0
      sums.append((sums.last ?? 0) + (step.isCounted ? amount : 0))
    }
    let ghosts = zip(steps, sums).filter { !$0.0.isCounted }.map { $1 + ($0.amount ?? 0) }
    let scale = LinearScale(
      holding: sums + ghosts + [total, range?.lowerBound, range?.upperBound].compactMap { $0 },
      ends: (left, right))
    let top = canvas.bottom + 20
    let layout = steps.map { step in
      TextWidth.wrapped(step.label, to: ChartCanvas.room - 100, size: ChartCanvas.size, lines: 2)
    }
    let heights = layout.map { 30 + 16 * Double($0.count) }
    let end = top + heights.reduce(0, +) + 50
    canvas.acrossAxis(scale, unit: unit, from: top, to: end, labelsAt: top - 6)
    var y = top
    for (place, step) in steps.enumerated() {
      row(step, layout[place], from: sums[place], at: y, scale, &canvas)
      y += heights[place]
      if step.isCounted, step.amount != nil, place + 1 < steps.count || total == sums.last {
        let x = scale.place(sums[place + 1])
        canvas.line("k-rule", from: (x, y - 4), to: (x, y + 4))
      }
    }
    totalRow(at: y, scale, &canvas)
    canvas.bottom = end
    canvas.legend(keys)
    if steps.contains(where: { $0.isCounted && $0.amount == nil }) {
      canvas.note("? hangs on a fact that is not stated.")
    }
    return canvas.document(words: words, source: source)
  }

  private func row(
    _ step: Step, _ lines: [String], from start: Double, at y: Double, _ scale: LinearScale,
    _ canvas: inout ChartCanvas
  ) {
    var y = y
    let kind = step.isCounted ? "k-ink" : "k-soft"
    for (place, line) in lines.enumerated() {
      y += 16
      canvas.text(line, x: ChartCanvas.indent, y: y, kind: kind)
      guard place == 0 else { continue }
      let amount = step.amount.map { unit.words($0) } ?? "?"
      canvas.text(
        step.isCounted ? amount : "(\(amount))", x: ChartCanvas.width - ChartCanvas.margin, y: y,
        kind: kind, anchor: "end", bold: step.isCounted)
    }
    guard let amount = step.amount, amount != 0 else { return }
    let to = start + amount
    let (a, b) = (scale.place(start), scale.place(to))
    canvas.bar(
      style(step), from: a, to: (a - b).magnitude < 2 ? a + 2 : b, y: y + 5, height: 14,
      title: "\(step.label): \(unit.words(amount)), \(step.kind.rawValue)")
  }

  private func style(_ step: Step) -> String {
    switch step.kind {
    case .applied: (step.amount ?? 0) < 0 ? "k-1" : "k-0"
    case .assumed: "k-2"
    case .displaced, .void: "k-ghost"
    }
  }

  private func totalRow(at y: Double, _ scale: LinearScale, _ canvas: inout ChartCanvas) {
    canvas.line(
      "k-rule", from: (ChartCanvas.margin, y + 3),
      to: (ChartCanvas.width - ChartCanvas.margin, y + 3))
    canvas.text("In total", x: ChartCanvas.indent, y: y + 20, bold: true)
    canvas.text(
      totalWords, x: ChartCanvas.width - ChartCanvas.margin, y: y + 20,
      anchor: "end", bold: true)
    // Without a total the bar goes to the least it can be.
    if let least = total ?? range?.lowerBound {
      canvas.bar(
        "k-5", from: scale.place(0), to: scale.place(least), y: y + 27, height: 16,
        title: "In total: \(totalWords)")
    }
    if let range, range.lowerBound < range.upperBound {
      canvas.whisker(range, at: y + 35, scale)
    }
  }

  private var keys: [ChartCanvas.Key] {
    var keys: [ChartCanvas.Key] = []
    func add(_ kind: String, _ words: String, _ isShown: (Step) -> Bool) {
      if steps.contains(where: isShown) { keys.append(.init(kind: kind, words: words)) }
    }
    add("k-0", "adds") { $0.kind == .applied && ($0.amount ?? 0) >= 0 }
    add("k-1", "takes off") { $0.kind == .applied && ($0.amount ?? 0) < 0 }
    add("k-2", "counted, but a fact is missing") { $0.kind == .assumed && $0.amount != nil }
    add("k-ghost", "displaced or void, not counted") { !$0.isCounted }
    return keys + [.init(kind: "k-5", words: "total")]
  }
}
