extension PayoffGrid {
  public func svg(source: String) -> String {
    var canvas = ChartCanvas(title: title, subtitle: subtitle)
    guard !choices.isEmpty, cells.count == choices.count,
      cells.allSatisfy({ $0.count == choices.count })
    else {
      canvas.note("There is nothing to show.")
      return canvas.document(words: words, source: source)
    }
    let labels = 96.0
    let left = ChartCanvas.margin + labels
    let width = (ChartCanvas.room - labels) / Double(choices.count)
    canvas.bottom += 18
    canvas.text(
      "\(players.second) chooses", x: left, y: canvas.bottom, size: ChartCanvas.small, bold: true)
    canvas.text(
      "\(players.first) chooses", x: ChartCanvas.margin, y: canvas.bottom + 18,
      size: ChartCanvas.small, bold: true)
    for column in choices.indices {
      canvas.text(
        choices[column], x: left + (Double(column) + 0.5) * width, y: canvas.bottom + 18,
        kind: "k-soft", size: ChartCanvas.small, anchor: "middle")
    }
    let top = canvas.bottom + 26
    let height = 58.0
    for row in choices.indices {
      let y = top + Double(row) * height
      canvas.text(
        choices[row], x: ChartCanvas.margin, y: y + height / 2 + 4, kind: "k-soft",
        size: ChartCanvas.small)
      for column in choices.indices {
        draw(row, column, x: left + Double(column) * width, y: y, width, height, &canvas)
      }
    }
    canvas.bottom = top + Double(choices.count) * height + 6
    canvas.note(
      "Bold: the best answer to the other's choice. Framed: the best answer of both, where neither "
        + "gains by another of these choices.")
    return canvas.document(words: words, source: source)
  }

  private func draw(
    _ row: Int, _ column: Int, x: Double, y: Double, _ width: Double, _ height: Double,
    _ canvas: inout ChartCanvas
  ) {
    let cell = cells[row][column]
    let best = (isBestOfFirst(row, column), isBestOfSecond(row, column))
    canvas.bar(
      best.0 && best.1 ? "k-band k-warn" : "k-band k-grid", from: x + 2, to: x + width - 2,
      y: y + 2,
      height: height - 4,
      title: "\(players.first) \(unit.signed(cell.first)), \(players.second) "
        + unit.signed(cell.second))
    for (line, player, amount, isBest) in [
      (0.0, players.first, cell.first, best.0), (1.0, players.second, cell.second, best.1),
    ] {
      let text = "\(player) \(unit.signed(amount))"
      canvas.text(
        text, x: x + width / 2, y: y + 25 + 19 * line, size: ChartCanvas.small, anchor: "middle",
        bold: isBest)
    }
  }
}
