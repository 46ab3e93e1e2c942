/// A drawing that grows downwards: heading, picture, legend and notes, then the document around it.
///
/// It is 480 units wide with text of 12 and more, so that it can be read on a screen of 360 points.
struct ChartCanvas {
  static let width = 480.0
  static let margin = 12.0
  /// Where labels begin that stand beside an axis at the left end.
  static let indent = margin + 4
  static let size = 13.0
  static let small = 12.0
  static var room: Double { width - 2 * margin }

  private(set) var body = MarkupText()
  /// Where the next part may begin.
  var bottom = 0.0
  private let title: String

  /// Begins with the heading.
  init(title: String, subtitle: String = "") {
    self.title = title
    bottom = 10
    for line in TextWidth.wrapped(title, to: Self.room, size: 16, bold: true) {
      bottom += 20
      body.add(
        "text",
        [
          ("class", "k-ink"), ("x", MarkupText.number(Self.margin)),
          ("y", MarkupText.number(bottom - 4)),
          ("font-size", "16"), ("font-weight", "bold"),
        ], text: line)
    }
    if !subtitle.isEmpty { note(subtitle) }
    bottom += 6
  }

  /// Small text over the whole width, in as many lines as it takes.
  mutating func note(_ text: String) {
    for line in TextWidth.wrapped(text, to: Self.room, size: Self.small) {
      bottom += 17
      self.text(line, x: Self.margin, y: bottom - 4, kind: "k-soft", size: Self.small)
    }
  }

  mutating func text(
    _ text: String, x: Double, y: Double, kind: String = "k-ink", size: Double = ChartCanvas.size,
    anchor: String = "start", bold: Bool = false
  ) {
    // Text on the ground of the picture is kept clear of lines that run behind it.
    let isOnGround = kind == "k-ink" || kind == "k-soft"
    var attributes: [MarkupText.Attribute] = [
      ("class", isOnGround ? kind + " k-halo" : kind), ("x", MarkupText.number(x)),
      ("y", MarkupText.number(y)),
    ]
    if size != Self.size { attributes.append(("font-size", MarkupText.number(size))) }
    if anchor != "start" { attributes.append(("text-anchor", anchor)) }
    if bold { attributes.append(("font-weight", "bold")) }
    body.add("text", attributes, text: text)
  }

  /// A rectangle between two places across, in either order.
  mutating func bar(
    _ kind: String, from: Double, to: Double, y: Double, height: Double, title: String? = nil
  ) {
    let attributes: [MarkupText.Attribute] = [
      ("class", kind), ("x", MarkupText.number(min(from, to))), ("y", MarkupText.number(y)),
      ("width", MarkupText.number((to - from).magnitude)), ("height", MarkupText.number(height)),
    ]
    shape("rect", attributes, title: title)
  }

  mutating func line(
    _ kind: String, from: (x: Double, y: Double), to: (x: Double, y: Double), width: Double = 1,
    dashed: Bool = false
  ) {
    var attributes: [MarkupText.Attribute] = [
      ("class", kind), ("x1", MarkupText.number(from.x)), ("y1", MarkupText.number(from.y)),
      ("x2", MarkupText.number(to.x)), ("y2", MarkupText.number(to.y)),
    ]
    if width != 1 { attributes.append(("stroke-width", MarkupText.number(width))) }
    if dashed { attributes.append(("stroke-dasharray", "4 3")) }
    body.add("line", attributes)
  }

  mutating func circle(
    _ kind: String, x: Double, y: Double, radius: Double = 4.5, title: String? = nil
  ) {
    shape(
      "circle",
      [
        ("class", kind), ("cx", MarkupText.number(x)), ("cy", MarkupText.number(y)),
        ("r", MarkupText.number(radius)), ("stroke-width", "1.5"),
      ], title: title)
  }

  mutating func diamond(_ kind: String, x: Double, y: Double, title: String? = nil) {
    let points = [(0.0, -7.0), (7, 0), (0, 7), (-7, 0)].map { point in
      "\(MarkupText.number(x + point.0)),\(MarkupText.number(y + point.1))"
    }
    shape(
      "polygon",
      [("class", kind), ("points", points.joined(separator: " ")), ("stroke-width", "1.5")],
      title: title)
  }

  /// A line through points, or the area inside of them.
  mutating func path(
    _ kind: String, through points: [(x: Double, y: Double)], closed: Bool, width: Double = 1,
    title: String? = nil
  ) {
    guard let first = points.first else { return }
    let rest = points.dropFirst().map { "L\(MarkupText.number($0.x)) \(MarkupText.number($0.y))" }
    let data =
      "M\(MarkupText.number(first.x)) \(MarkupText.number(first.y))" + rest.joined()
      + (closed ? "Z" : "")
    shape(
      "path", [("class", kind), ("d", data), ("stroke-width", MarkupText.number(width))],
      title: title)
  }

  /// A country of a map that begins at the left margin.
  ///
  /// - Parameter top: where the map begins.
  mutating func outline(
    _ kind: String, _ shape: WorldOutlines.Shape, top: Double, title: String? = nil
  ) {
    let grid = Double(WorldOutlines.grid)
    if shape.isPoint, let place = shape.rings.first?.first {
      circle(
        kind + " k-coast", x: Self.margin + Double(place.x) / grid,
        y: top + Double(place.y) / grid, radius: 2.5, title: title)
      return
    }
    // Steps from corner to corner, in the grid of the outlines, take least room.
    var data = ""
    for ring in shape.rings {
      guard let first = ring.first else { continue }
      data += "M\(first.x) \(first.y)l"
      data += zip(ring, ring.dropFirst()).map { "\($1.x - $0.x) \($1.y - $0.y)" }
        .joined(separator: " ")
      data += "Z"
    }
    let transform =
      "translate(\(MarkupText.number(Self.margin)) \(MarkupText.number(top)))"
      + " scale(\(MarkupText.number(1 / grid)))"
    self.shape(
      "path", [("class", kind + " k-coast"), ("transform", transform), ("d", data)], title: title)
  }

  /// An interval across, with ends.
  mutating func whisker(_ range: ClosedRange<Double>, at y: Double, _ scale: LinearScale) {
    let (low, high) = (scale.place(range.lowerBound), scale.place(range.upperBound))
    line("k-rule", from: (low, y), to: (high, y), width: 1.5)
    for end in [low, high] { line("k-rule", from: (end, y - 4), to: (end, y + 4), width: 1.5) }
  }

  private mutating func shape(
    _ name: String, _ attributes: [MarkupText.Attribute], title: String?
  ) {
    if let title {
      body.add(name, attributes, title: title)
    } else {
      body.add(name, attributes)
    }
  }

  /// One entry of a legend: how it is drawn, and what it stands for.
  struct Key {
    enum Mark { case box, circle, diamond, line }
    let kind: String
    let words: String
    var mark = Mark.box
  }

  /// Entries side by side, as many in a line as there is room for.
  mutating func legend(_ keys: [Key]) {
    guard !keys.isEmpty else { return }
    bottom += 24
    var x = Self.margin
    for key in keys {
      let words = TextWidth.cut(key.words, to: Self.room - 18, size: Self.small)
      let width = 18 + TextWidth.of(words, size: Self.small) + 12
      if x > Self.margin, x + width - 12 > Self.width - Self.margin {
        x = Self.margin
        bottom += 19
      }
      let middle = bottom - 8
      switch key.mark {
      case .box: bar(key.kind, from: x, to: x + 12, y: middle - 5, height: 11)
      case .circle: circle(key.kind, x: x + 6, y: middle)
      case .diamond: diamond(key.kind, x: x + 6, y: middle)
      case .line: line(key.kind, from: (x, middle), to: (x + 13, middle), width: 2)
      }
      text(words, x: x + 18, y: middle + 4, kind: "k-soft", size: Self.small)
      x += width
    }
  }

  /// The ticks of days, with lines down to the bottom of the picture and labels above it.
  mutating func dayAxis(_ scale: DayScale, from top: Double, to bottom: Double, labelsAt y: Double)
  {
    for tick in scale.ticks(size: Self.small) {
      let x = scale.place(tick.day)
      line("k-grid", from: (x, top), to: (x, bottom))
      let half = TextWidth.of(tick.label, size: Self.small) / 2
      let middle = min(max(x, Self.margin + half), Self.width - Self.margin - half)
      text(tick.label, x: middle, y: y, kind: "k-soft", size: Self.small, anchor: "middle")
    }
  }

  /// The ticks of numbers upwards: lines across the picture, labels left of it.
  mutating func upwardAxis(
    _ scale: LinearScale, unit: Unit, from left: Double, to right: Double
  ) {
    for tick in scale.ticks {
      let y = scale.place(tick)
      line(tick == 0 ? "k-axis" : "k-grid", from: (left, y), to: (right, y))
      text(
        unit.tick(tick, step: scale.step), x: left - 6, y: y + 4, kind: "k-soft", size: Self.small,
        anchor: "end")
    }
  }

  /// The ticks of numbers across: lines down the picture, labels where they do not run into each
  /// other.
  mutating func acrossAxis(
    _ scale: LinearScale, unit: Unit, from top: Double, to bottom: Double, labelsAt y: Double
  ) {
    var free = 0.0
    for tick in scale.ticks {
      let x = scale.place(tick)
      line(tick == 0 ? "k-axis" : "k-grid", from: (x, top), to: (x, bottom))
      let label = unit.tick(tick, step: scale.step)
      let half = TextWidth.of(label, size: Self.small) / 2
      let middle = min(max(x, Self.margin + half), Self.width - Self.margin - half)
      guard middle - half >= free else { continue }
      text(label, x: middle, y: y, kind: "k-soft", size: Self.small, anchor: "middle")
      free = middle + half + 6
    }
  }

  /// How much room the labels of an upward axis take.
  static func labelRoom(_ scale: LinearScale, unit: Unit) -> Double {
    let widths = scale.ticks.map {
      TextWidth.of(unit.tick($0, step: scale.step), size: small)
    }
    return margin + (widths.max() ?? 0) + 6
  }

  /// The whole document, which says in words what it shows and what it rests on; no script, no outside
  /// resource.
  func document(words: String, source: String) -> String {
    guard source.isEmpty else {
      var canvas = self
      canvas.bottom += 6
      canvas.note(source)
      return canvas.document(words: words, source: "")
    }
    let height = MarkupText.number(bottom + 12)
    // Several drawings may stand in one page, so their names must differ.
    let id = "k" + ChartCanvas.hash(title + words)
    var svg = MarkupText()
    svg.begin(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 \(MarkupText.number(Self.width)) \(height)"),
        ("width", MarkupText.number(Self.width)), ("height", height), ("role", "img"),
        ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("font-family", "Helvetica, Arial, sans-serif"),
        ("font-size", MarkupText.number(Self.size)),
      ])
    svg.add("title", [("id", "\(id)-title")], text: title)
    svg.add("desc", [("id", "\(id)-desc")], text: words)
    svg.add("style", text: ChartStyle.text)
    svg.add("rect", [("class", "k-page"), ("width", "100%"), ("height", "100%")])
    svg.add(body)
    svg.end()
    return svg.text
  }

  /// Fowler, Noll and Vo's hash (FNV-1a, 64 bits), in hexadecimal: the same on every run.
  private static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
