import ActionStudy

extension ExclusionAnswer {
  private static let shown = 30

  /// The answer as a page of text, amounts in millions of dollars a year.
  public var text: String {
    let answered = study.rows.filter { $0.status == .ok }
    // What saves buyers most comes first.
    let sorted = answered.enumerated().sorted {
      (-$0.element.effect.buyersSaving, $0.offset) < (-$1.element.effect.buyersSaving, $1.offset)
    }.map(\.element)
    var lines = [
      "\(study.action.title) (\(study.action.id)): \(study.rows.count) requests",
      "Rates of \(study.day) on the imports of \(study.baseline); millions of dollars a year, each"
        + " request granted alone", "",
      Amount.left("", 30)
        + [("value out", 11), ("duty out", 10), ("revenue", 10), ("buyers", 10), ("welfare", 10)]
        .map { Amount.right($0.0, $0.1) }.joined() + Amount.right("spared", 11)
        + Amount.right("value per", 11),
      Amount.left("Request", 30)
        + [("", 11), ("", 10), ("change", 10), ("save", 10), ("change", 10)]
        .map { Amount.right($0.0, $0.1) }.joined() + Amount.right("sell more", 11)
        + Amount.right("$ saved", 11),
    ]
    lines += sorted.prefix(Self.shown).map { row in
      let mark = row.basis == .exact ? "" : row.basis == .laterImports ? " ~" : " <"
      // The ids of the law's own grants hold the code.
      let digits = row.request.id.filter(\.isNumber)
      let name =
        digits.hasSuffix(row.request.hts) ? row.request.id : "\(row.request.id) \(row.request.hts)"
      return self.row(String(name.prefix(26)) + mark, row.effect)
    }
    if sorted.count > Self.shown {
      lines.append("… \(sorted.count - Self.shown) more with --json")
    }
    lines += [
      "", row("All granted together", study.together),
      row("  the sum of the rows", study.sumOfRows),
      row("The whole action", study.whole), "",
      "Rows: " + counts.map { "\($0.status.rawValue) \($0.count)" }.joined(separator: ", ")
        + ". ~ share of the line estimated, < upper bound.",
    ]
    for row in study.rows.filter({ $0.status != .ok }).prefix(10) {
      lines.append("  \(row.request.id): \(row.status.rawValue): \(row.detail)")
    }
    return (lines + notes.map { "Note: \($0)." }).joined(separator: "\n") + "\n"
  }

  private func row(_ name: String, _ effect: ScoredRequest.Effect) -> String {
    func cell(_ value: Double, _ width: Int) -> String {
      Amount.right(Amount.fixed(value / 1e6, 2), width)
    }
    return Amount.left(name, 30) + cell(effect.coveredImports, 11) + cell(effect.duty, 10)
      + cell(effect.revenueChange, 10) + cell(effect.buyersSaving, 10)
      + cell(effect.netWelfareChange, 10) + cell(effect.sparedSalesChange, 11)
      + Amount.right(effect.valuePerDollarSaved.map { Amount.fixed($0, 2) } ?? "-", 11)
  }
}
