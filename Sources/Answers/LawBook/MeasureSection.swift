import TariffLaw

/// The pages' section on one measure: what it is, its dated terms, readings, holdings and exemptions.
struct MeasureSection {
  let measure: Measure

  /// Title, id, kind, what is assumed, and notes.
  var head: [String] {
    var lines = ["## \(MarkdownTable.escaped(measure.title))", ""]
    var facts = ["`\(measure.id)`"]
    if measure.kind == .fee { facts.append("a fee, beside the duty") }
    facts.append(LawWords.count(measure.terms.count, "dated term"))
    if !measure.exemptions.isEmpty {
      facts.append(LawWords.count(measure.exemptions.count, "exemption"))
    }
    if !measure.assumptions.isEmpty {
      facts.append("assumed unless stated: \(LawWords.assumptions(measure.assumptions))")
    }
    lines.append(MarkdownTable.escaped(LawWords.list(facts)) + ".")
    if let notes = measure.notes { lines += ["", MarkdownTable.escaped(notes)] }
    return lines
  }

  /// The terms with their readings and holdings, then the exemptions.
  func body(_ goods: inout GoodsWords) -> [String] {
    var lines = terms(&goods)
    let remarks = readings + holdings
    if !remarks.isEmpty { lines += [""] + remarks }
    if !measure.exemptions.isEmpty { lines += ["", "Exempt:", ""] + exemptions(&goods) }
    return lines
  }

  private func terms(_ goods: inout GoodsWords) -> [String] {
    let terms = measure.terms
    let coverage = terms.map { term in
      goods.coverage(term.scope.goods, on: term.validity.span).map(LawWords.coverage) ?? ""
    }
    var columns = [
      MarkdownTable.Column(title: "Days", values: terms.map { LawWords.days($0.validity.span) }),
      MarkdownTable.Column(title: "Known", values: terms.map { LawWords.known($0.validity) }),
      MarkdownTable.Column(title: "Heading", values: terms.map(LawWords.headings)),
      MarkdownTable.Column(title: "Rate", values: terms.map(LawWords.rate)),
      MarkdownTable.Column(title: "Base", values: terms.map { LawWords.base($0.base) }),
      MarkdownTable.Column(title: "Stacking", values: terms.map { LawWords.stacking($0.stacking) }),
      MarkdownTable.Column(title: "Goods", values: terms.map { goods.words($0.scope.goods) }),
      MarkdownTable.Column(title: "Lines", values: coverage),
      MarkdownTable.Column(
        title: "Origins", values: terms.map { LawWords.origins($0.scope.origins) }),
      MarkdownTable.Column(title: "If", values: terms.map { LawWords.circumstances($0.scope) }),
      MarkdownTable.Column(title: "Citation", values: terms.map(\.citation)),
    ]
    if terms.count > 1 {
      // The number is the order in which terms are tried, and what remarks refer to.
      columns.insert(
        MarkdownTable.Column(title: "Term", values: terms.indices.map { "\($0 + 1)" }), at: 0)
    }
    return MarkdownTable(columns).lines
  }

  private func exemptions(_ goods: inout GoodsWords) -> [String] {
    let exemptions = measure.exemptions
    let coverage = exemptions.map { exemption in
      goods.coverage(exemption.scope.goods, on: exemption.validity.span).map(LawWords.coverage)
        ?? ""
    }
    return MarkdownTable([
      MarkdownTable.Column(
        title: "Days", values: exemptions.map { LawWords.days($0.validity.span) }),
      MarkdownTable.Column(title: "Known", values: exemptions.map { LawWords.known($0.validity) }),
      MarkdownTable.Column(title: "Heading", values: exemptions.map { $0.heading ?? "" }),
      MarkdownTable.Column(title: "What", values: exemptions.map(\.text)),
      MarkdownTable.Column(title: "Goods", values: exemptions.map { goods.words($0.scope.goods) }),
      MarkdownTable.Column(title: "Lines", values: coverage),
      MarkdownTable.Column(
        title: "Origins", values: exemptions.map { LawWords.origins($0.scope.origins) }),
      MarkdownTable.Column(
        title: "If", values: exemptions.map { LawWords.circumstances($0.scope) }),
      MarkdownTable.Column(title: "Citation", values: exemptions.map(\.citation)),
    ]).lines
  }

  /// Other readings, each with the terms that have it.
  private var readings: [String] {
    var terms: [AlternativeReading: [Int]] = [:]
    var order: [AlternativeReading] = []
    for (position, term) in measure.terms.enumerated() {
      for reading in term.readings {
        if terms[reading] == nil { order.append(reading) }
        terms[reading, default: []].append(position + 1)
      }
    }
    return order.map { reading in
      "- Another reading\(ofTerms(terms[reading] ?? [])): "
        + MarkdownTable.escaped(LawWords.reading(reading)) + "."
    }
  }

  private var holdings: [String] {
    var terms: [Invalidation: [Int]] = [:]
    var order: [Invalidation] = []
    for (position, term) in measure.terms.enumerated() {
      guard let invalidation = term.invalidation else { continue }
      if terms[invalidation] == nil { order.append(invalidation) }
      terms[invalidation, default: []].append(position + 1)
    }
    return order.map { invalidation in
      "- Held void on \(invalidation.held)\(ofTerms(terms[invalidation] ?? [])): "
        + MarkdownTable.escaped(invalidation.citation) + "."
    }
  }

  private func ofTerms(_ positions: [Int]) -> String {
    guard measure.terms.count > 1 else { return "" }
    return positions.count == measure.terms.count
      ? " of all terms" : " of term\(positions.count == 1 ? "" : "s") \(LawWords.runs(positions))"
  }
}
