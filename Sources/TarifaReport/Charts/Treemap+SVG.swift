extension Treemap {
  private static let height = 430.0
  /// Goods drawn smaller than this many square units are drawn as one.
  private static let least = 40.0
  private static let shades = 5

  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard !groups.isEmpty else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let whole = Rectangle(
      x: ChartCanvas.margin, y: canvas.bottom + 6, width: ChartCanvas.room, height: Self.height)
    let limits = shadeLimits
    for (group, part) in zip(groups, whole.squarified(groups.map(\.value))) {
      draw(group, in: part, limits, &canvas)
    }
    canvas.bottom = whole.y + whole.height
    legend(limits, &canvas)
    return canvas.document(words: words, source: source)
  }

  private func draw(
    _ group: Group, in part: Rectangle, _ limits: [Double], _ canvas: inout ChartCanvas
  ) {
    // The name of the group stands above its goods where there is room for both.
    let inner = part.width - 8
    let label = [
      "\(group.name) · \(unit.words(group.value))", group.name,
      group.name.split(separator: " ").last.map(String.init) ?? group.name,
    ].first { TextWidth.of($0, size: ChartCanvas.small, bold: true) <= inner }
    let hasRoom = part.height >= 40 && label != nil
    let box = part.inset(1.5, top: hasRoom ? 16 : 0)
    if let label, hasRoom {
      canvas.text(
        label, x: part.x + 3, y: part.y + 14, size: ChartCanvas.small, bold: true)
    }
    let scale = box.area / group.value
    let kept = group.items.filter { $0.value * scale >= Self.least }
    let rest = group.items.dropFirst(kept.count)
    let small = rest.reduce(0) { $0 + $1.value }
    // The rest is put in its place among the others by size.
    let place = kept.firstIndex { $0.value < small } ?? kept.count
    var values = kept.map(\.value)
    if !rest.isEmpty { values.insert(small, at: place) }
    for (index, cell) in box.squarified(values).enumerated() {
      if !rest.isEmpty, index == place {
        canvas.bar(
          "k-hn k-edge", from: cell.x, to: cell.x + cell.width, y: cell.y, height: cell.height,
          title: "\(group.name): \(rest.count) smaller goods, \(unit.words(small))")
        write("\(rest.count) smaller", in: cell, kind: "k-on-light", &canvas)
      } else {
        let item = kept[!rest.isEmpty && index > place ? index - 1 : index]
        draw(item, in: cell, limits, &canvas)
      }
    }
  }

  private func draw(
    _ item: Item, in cell: Rectangle, _ limits: [Double], _ canvas: inout ChartCanvas
  ) {
    let shade = item.shade.map { value in limits.firstIndex { value <= $0 } ?? limits.count }
    let note = item.shade.map { ", \(shadeTitle) \(shadeUnit.words($0))" } ?? ""
    canvas.bar(
      "k-\(shade.map { "h\($0)" } ?? "hn") k-edge", from: cell.x, to: cell.x + cell.width,
      y: cell.y,
      height: cell.height,
      title: "\(item.code) \(item.name): \(unit.words(item.value))\(note)")
    write(item.name, in: cell, kind: (shade ?? 0) > 2 ? "k-on-dark" : "k-on-light", &canvas)
  }

  /// A name in as many lines as the cell holds, and only where a good part of it can be read.
  private func write(
    _ text: String, in cell: Rectangle, kind: String, _ canvas: inout ChartCanvas
  ) {
    let (size, room) = (11.0, cell.width - 8)
    let lines = Int((cell.height - 6) / 13)
    guard lines > 0, room >= 44 else { return }
    let written = TextWidth.wrapped(text, to: room, size: size, lines: lines)
    let length = written.reduce(0) { $0 + $1.count }
    guard length >= min(text.count, 14) else { return }
    for (place, line) in written.enumerated() {
      canvas.text(
        line, x: cell.x + 4, y: cell.y + 14 + 13 * Double(place), kind: kind, size: size)
    }
  }

  /// The ends of the shades but the last: fifths of the value.
  private var shadeLimits: [Double] {
    let known = groups.flatMap(\.items).compactMap { item in
      item.shade.map { (shade: $0, value: item.value) }
    }.sorted { $0.shade < $1.shade }
    let sum = known.reduce(0) { $0 + $1.value }
    var limits: [Double] = []
    var passed = 0.0
    for (shade, value) in known {
      passed += value
      let fifth = sum * Double(limits.count + 1) / Double(Self.shades)
      if limits.count < Self.shades - 1, passed >= fifth, limits.last.map({ $0 < shade }) ?? true {
        limits.append(shade)
      }
    }
    return limits
  }

  private func legend(_ limits: [Double], _ canvas: inout ChartCanvas) {
    var keys: [ChartCanvas.Key] = []
    if !limits.isEmpty {
      canvas.note("Area: \(unit.words(total)) in all. Shade: \(shadeTitle).")
      for (place, limit) in limits.enumerated() {
        keys.append(.init(kind: "k-h\(place)", words: "to \(shadeUnit.words(limit))"))
      }
      keys.append(
        .init(
          kind: "k-h\(limits.count)", words: "above \(shadeUnit.words(limits[limits.count - 1]))"))
      canvas.bottom -= 4
    }
    keys.append(.init(kind: "k-hn", words: "smaller goods, or not known"))
    canvas.legend(keys)
  }
}
