import TariffLaw
import TradeAction

extension DocketChart {
  private static let label = 40
  /// Columns of the whole chart.
  package static let textColumns = 100

  /// The chart in lines of at most ``textColumns`` columns.
  package var text: [String] {
    let columns = Self.textColumns - Self.label - 1
    func column(_ day: Day) -> Int {
      min(columns - 1, max(0, Int(place(day) * Double(columns - 1) + 0.5)))
    }
    let ticks = DayTick.ticks(in: span, atMost: columns / 9)
    var labels = Array(repeating: Character(" "), count: columns)
    var scale = Array(repeating: Character("-"), count: columns)
    var free = 0
    for tick in ticks {
      let place = column(tick.day)
      scale[place] = "+"
      // A label that would run into its neighbour or over the edge is left out.
      guard place >= free, place + tick.label.count <= columns else { continue }
      for (offset, character) in tick.label.enumerated() { labels[place + offset] = character }
      free = place + tick.label.count + 1
    }
    let today = column(docket.on)
    scale[today] = "|"
    var lines = [margin("") + String(labels), margin("") + String(scale)]
    for row in rows {
      var cells = Array(repeating: Character(" "), count: columns)
      let ends = [row.due, row.done.last, row.scheduled].compactMap { $0 }.max()
      if let start = row.start, let end = row.due ?? ends, start <= end {
        for place in column(start)...column(end) { cells[place] = "." }
      }
      if let start = row.start, let first = row.done.first, start <= first {
        for place in column(start)...column(first) { cells[place] = "=" }
      }
      if let overdue = row.overdue {
        for place in column(overdue.lowerBound)...column(overdue.upperBound) { cells[place] = "!" }
      }
      if cells[today] != "!" { cells[today] = "|" }
      if let due = row.due, row.overdue == nil { cells[column(due)] = "o" }
      if let scheduled = row.scheduled { cells[column(scheduled)] = ">" }
      for day in row.done { cells[column(day)] = "*" }
      let line = margin(row.step.title) + String(cells)
      lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
    }
    lines.append(
      "* done  o last day  ! late  > announced  = time taken  . time allowed  | \(docket.on)")
    return lines
  }

  /// The label of a row, cut where it is too long.
  private func margin(_ text: String) -> String {
    let cut = text.count > Self.label ? text.prefix(Self.label - 2) + ".." : text[...]
    return cut + String(repeating: " ", count: Self.label + 1 - cut.count)
  }
}
