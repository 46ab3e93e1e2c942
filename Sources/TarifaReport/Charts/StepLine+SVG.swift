import TariffLaw

extension StepLine {
  private static let height = 180.0
  private static let radius = 8.5

  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard let first = intervals.first, let last = intervals.last else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let top = canvas.bottom + (marked.isEmpty ? 8 : 46)
    let bottom = top + Self.height
    let values = intervals.flatMap { interval in
      [interval.value, interval.range?.lowerBound, interval.range?.upperBound].compactMap { $0 }
    }
    let scale = LinearScale(holding: values, ends: (bottom, top))
    let days = DayScale(
      span: first.from...last.until.advanced(by: 1),
      left: ChartCanvas.labelRoom(scale, unit: unit),
      right: ChartCanvas.width - ChartCanvas.margin - 4)
    canvas.upwardAxis(scale, unit: unit, from: days.left, to: days.right)
    canvas.dayAxis(days, from: top, to: bottom, labelsAt: bottom + 17)
    for interval in intervals { band(interval, days, scale, &canvas) }
    line(days, scale, &canvas)
    marks(at: canvas.bottom + 14, days, scale, &canvas)
    canvas.bottom = bottom + 20
    if intervals.contains(where: { $0.value == nil }) {
      canvas.note("Where there is no line the number is not known.")
    }
    if hasRange {
      canvas.legend([
        .init(kind: "k-line", words: "as stated", mark: .line),
        .init(kind: "k-range", words: "what it may be, by the facts of the entry"),
      ])
    }
    list(&canvas)
    return canvas.document(words: words, source: source)
  }

  private var hasRange: Bool {
    intervals.contains { $0.range.map { $0.lowerBound < $0.upperBound } ?? false }
  }

  private func band(
    _ interval: Interval, _ days: DayScale, _ scale: LinearScale, _ canvas: inout ChartCanvas
  ) {
    guard let range = interval.range, range.lowerBound < range.upperBound else { return }
    let (low, high) = (scale.place(range.lowerBound), scale.place(range.upperBound))
    canvas.bar(
      "k-range", from: days.place(interval.from), to: days.place(interval.until.advanced(by: 1)),
      y: high, height: low - high)
  }

  /// A run of days whose number is known is one line.
  private func line(_ days: DayScale, _ scale: LinearScale, _ canvas: inout ChartCanvas) {
    var points: [(x: Double, y: Double)] = []
    var end: Day?
    func draw() { canvas.path("k-line", through: points, closed: false, width: 2.5) }
    for interval in intervals {
      if interval.value == nil || end != interval.from {
        draw()
        points = []
      }
      guard let value = interval.value else { continue }
      let next = interval.until.advanced(by: 1)
      points.append((days.place(interval.from), scale.place(value)))
      points.append((days.place(next), scale.place(value)))
      end = next
    }
    draw()
  }

  /// Numbers above the picture, moved apart where days are close, each tied to its day.
  private func marks(
    at y: Double, _ days: DayScale, _ scale: LinearScale, _ canvas: inout ChartCanvas
  ) {
    let wanted = marked.map { days.place($0.from) }
    let gap = min(2 * Self.radius + 2, (days.right - days.left) / Double(max(wanted.count, 1)))
    let places = StepLine.apart(wanted, gap: gap, days.left + 2...days.right)
    for (place, interval) in marked.enumerated() {
      let (x, day) = (places[place], wanted[place])
      let end = scale.place(interval.value ?? 0)
      canvas.line("k-warn", from: (x, y + Self.radius), to: (day, y + 30))
      canvas.line("k-warn", from: (day, y + 30), to: (day, end))
      canvas.circle(
        "k-hollow", x: x, y: y, radius: Self.radius, title: "\(interval.from): \(value(interval))")
      canvas.text(
        "\(place + 1)", x: x, y: y + 4, kind: "k-on-ground", size: place < 9 ? 12 : 11,
        anchor: "middle")
    }
  }

  /// Places in order, moved as little as keeps them a gap apart and inside.
  static func apart(
    _ wanted: [Double], gap: Double, _ room: ClosedRange<Double>
  ) -> [Double] {
    var rightwards = wanted
    for place in rightwards.indices.dropFirst() {
      rightwards[place] = max(rightwards[place], rightwards[place - 1] + gap)
    }
    var leftwards = wanted
    for place in leftwards.indices.dropLast().reversed() {
      leftwards[place] = min(leftwards[place], leftwards[place + 1] - gap)
    }
    // The mean of two that keep the gap keeps it too.
    var places = zip(rightwards, leftwards).map { ($0 + $1) / 2 }
    let over = max(0, (places.last ?? 0) - room.upperBound)
    for place in places.indices.reversed() where over > 0 {
      let limit = place + 1 < places.count ? places[place + 1] - gap : room.upperBound
      places[place] = min(places[place], limit)
    }
    for place in places.indices {
      let limit = place > 0 ? places[place - 1] + gap : room.lowerBound
      places[place] = max(places[place], limit)
    }
    return places
  }

  private func list(_ canvas: inout ChartCanvas) {
    canvas.bottom += 8
    let left = ChartCanvas.margin + 24
    for (place, interval) in marked.enumerated() {
      let head = "\(interval.from)  \(value(interval))"
      canvas.bottom += 19
      canvas.text("\(place + 1)", x: left - 6, y: canvas.bottom - 4, anchor: "end", bold: true)
      canvas.text(head, x: left, y: canvas.bottom - 4, bold: true)
      for cause in interval.causes {
        let lines = TextWidth.wrapped(
          cause, to: ChartCanvas.width - ChartCanvas.margin - left, size: ChartCanvas.small,
          lines: 3)
        for line in lines {
          canvas.bottom += 16
          canvas.text(
            line, x: left, y: canvas.bottom - 4, kind: "k-soft", size: ChartCanvas.small)
        }
      }
      canvas.bottom += 4
    }
  }
}
