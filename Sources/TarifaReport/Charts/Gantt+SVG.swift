import TariffLaw

extension Gantt {
  private static let rowHeight = 38.0
  private static let groupHeight = 24.0

  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard !groups.isEmpty else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let days = DayScale(
      span: span, left: ChartCanvas.margin + 2, right: ChartCanvas.width - ChartCanvas.margin - 2)
    let top = canvas.bottom + 20
    let height = groups.reduce(0) { sum, group in
      sum + (group.name.isEmpty ? 0 : Self.groupHeight)
        + Double(group.rows.count) * Self.rowHeight
    }
    let end = top + height
    canvas.dayAxis(days, from: top, to: end, labelsAt: top - 6)
    if let today {
      let x = days.place(today)
      canvas.line("k-warn", from: (x, top), to: (x, end + 6), width: 1.5, dashed: true)
    }
    var y = top
    for group in groups {
      if !group.name.isEmpty {
        canvas.bar(
          "k-band", from: 4, to: ChartCanvas.width - 4, y: y + 3, height: Self.groupHeight - 4)
        canvas.text(group.name, x: ChartCanvas.margin, y: y + 17, bold: true)
        y += Self.groupHeight
      }
      for row in group.rows {
        draw(row, at: y, days, &canvas)
        y += Self.rowHeight
      }
    }
    canvas.bottom = end
    if let today {
      let label = "\(today)"
      let half = TextWidth.of(label, size: ChartCanvas.small) / 2
      let x = min(max(days.place(today), days.left + half), days.right - half)
      canvas.text(
        label, x: x, y: end + 19, kind: "k-hot", size: ChartCanvas.small, anchor: "middle")
      canvas.bottom += 16
    }
    canvas.legend(keys)
    return canvas.document(words: words, source: source)
  }

  private func draw(_ row: Row, at y: Double, _ days: DayScale, _ canvas: inout ChartCanvas) {
    let right = ChartCanvas.width - ChartCanvas.margin
    canvas.text(
      row.caption, x: right, y: y + 15, kind: "k-soft", size: ChartCanvas.small, anchor: "end")
    let room = ChartCanvas.room - TextWidth.of(row.caption, size: ChartCanvas.small) - 12
    canvas.text(
      TextWidth.cut(row.label, to: room, size: ChartCanvas.size), x: ChartCanvas.margin, y: y + 15)
    let middle = y + 26
    for span in row.spans {
      let from = days.place(span.days.lowerBound)
      let to = days.place(span.days.upperBound.advanced(by: span.kind == .inForce ? 1 : 0))
      let height = span.kind == .inForce ? 11.0 : 7
      canvas.bar(
        style(span.kind), from: from, to: max(to, from + 1.5), y: middle - height / 2,
        height: height,
        title: "\(row.label), \(span.kind.rawValue) \(span.days.lowerBound) to "
          + "\(span.days.upperBound)\(span.note.isEmpty ? "" : ": \(span.note)")")
    }
    for mark in row.marks {
      let x = days.place(mark.day)
      let title = "\(mark.kind.rawValue) \(mark.day)"
      switch mark.kind {
      case .done, .announced: canvas.circle(style(mark.kind), x: x, y: middle, title: title)
      case .due, .missed: canvas.diamond(style(mark.kind), x: x, y: middle, title: title)
      }
    }
  }

  private func style(_ kind: SpanKind) -> String {
    switch kind {
    case .inForce: "k-0 k-edge"
    case .allowed: "k-7"
    case .taken: "k-2"
    case .late: "k-hot"
    }
  }

  private func style(_ kind: MarkKind) -> String {
    switch kind {
    case .done: "k-0"
    case .announced: "k-told"
    case .due: "k-open"
    case .missed: "k-hot"
    }
  }

  /// What is shown alone.
  private var keys: [ChartCanvas.Key] {
    let rows = groups.flatMap(\.rows)
    let spans = Set(rows.flatMap { $0.spans.map(\.kind) })
    let marks = Set(rows.flatMap { $0.marks.map(\.kind) })
    return SpanKind.allCases.filter(spans.contains).map {
      .init(kind: style($0), words: $0.rawValue)
    }
      + MarkKind.allCases.filter(marks.contains).map {
        .init(
          kind: style($0), words: $0.rawValue,
          mark: $0 == .done || $0 == .announced ? .circle : .diamond)
      }
  }
}
