extension WorldMap {
  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard !rows.isEmpty else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let top = canvas.bottom + 4
    let limits = limits
    var rowOfCountry: [String: Row] = [:]
    for row in rows { for country in row.countries { rowOfCountry[country] = row } }
    let rest = rows.first { $0.countries.isEmpty }
    // Points last: they lie on the land around them.
    let shapes = WorldOutlines.shapes
    for shape in shapes.filter({ !$0.isPoint }) + shapes.filter(\.isPoint) {
      let row = rowOfCountry[shape.country] ?? rest
      // A place too small to draw is only worth a mark for itself.
      if shape.isPoint, (row?.countries.count ?? 0) != 1 { continue }
      canvas.outline(
        row.map { Self.shade($0.value, limits) } ?? "k-hn", shape, top: top,
        title: row.map { "\($0.label): \(unit.signed($0.value))" })
    }
    canvas.bottom = top + WorldOutlines.height
    canvas.legend(keys(limits))
    return canvas.document(words: words, source: source)
  }

  private static func shade(_ value: Double, _ limits: (small: Double, large: Double)) -> String {
    let size = value.magnitude
    guard size > 0 else { return "k-z" }
    let step = size > limits.large ? 3 : size > limits.small ? 2 : 1
    return "k-\(value < 0 ? "m" : "p")\(step)"
  }

  /// Only shades that are on the map.
  private func keys(_ limits: (small: Double, large: Double)) -> [ChartCanvas.Key] {
    let used = Set(rows.map { Self.shade($0.value, limits) })
    let (small, large) = (unit.words(limits.small), unit.words(limits.large))
    return [
      ("k-m3", "down by more than \(large)"), ("k-m2", "down by more than \(small)"),
      ("k-m1", "down by less"), ("k-z", "no change"), ("k-p1", "up by less"),
      ("k-p2", "up by more than \(small)"), ("k-p3", "up by more than \(large)"),
    ].filter { used.contains($0.0) }.map { .init(kind: $0.0, words: $0.1) }
  }
}
