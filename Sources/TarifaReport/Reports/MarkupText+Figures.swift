extension MarkupText {
  /// The figures that come first in an answer.
  package mutating func add(
    _ figures: [Report.Figure], _ attributes: [Attribute] = []
  ) {
    begin("dl", attributes)
    for figure in figures {
      begin("div")
      add("dt", text: figure.label)
      add("dd", text: figure.value)
      if !figure.interval.isEmpty { add("dd", [("class", "interval")], text: figure.interval) }
      end()
    }
    end()
  }
}
