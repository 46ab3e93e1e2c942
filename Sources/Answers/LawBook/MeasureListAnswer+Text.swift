import TariffLaw

extension MeasureListAnswer {
  public var text: String {
    var lines: [String] = []
    for measure in measures {
      lines.append("\(measure.title) [\(measure.authority)]  \(measure.id)")
      for term in measure.terms where on.map({ term.validity.span.contains($0) }) ?? true {
        let heading = term.heading.map { "\($0)  " } ?? ""
        lines.append(
          "  \(LawWords.days(term.validity.span))  \(heading)\(LawWords.rate(term))  [\(term.citation)]"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
