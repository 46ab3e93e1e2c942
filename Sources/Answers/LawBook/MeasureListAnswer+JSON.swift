public import JSONText
import TariffLaw

extension MeasureListAnswer {
  public var json: JSONValue {
    var goods = GoodsWords(book)
    return .object([
      ("importer", .string(book.regime.importer)), ("title", .string(book.regime.title)),
      ("authority", .text(authority)), ("on", .text(on?.description)),
      ("from", .text(book.regime.span.first?.description)),
      ("until", .text(book.regime.span.last?.description)),
      ("measures", .array(measures.map { json($0, &goods) })),
    ])
  }

  private func json(_ measure: Measure, _ goods: inout GoodsWords) -> JSONValue {
    var terms: [JSONValue] = []
    for term in measure.terms { terms.append(json(term, &goods)) }
    let spans = measure.terms.map(\.validity.span).filter { !$0.isEmpty }
    let isOpen = spans.contains { $0.last == nil }
    return .object([
      ("measure", .string(measure.id)), ("title", .string(measure.title)),
      ("authority", .string(measure.authority)), ("kind", .string(measure.kind.rawValue)),
      ("on_top", .bool(!measure.isColumn && measure.kind == .duty)),
      (
        "from",
        spans.contains { $0.first == nil }
          ? .null : .text(spans.compactMap(\.first).min()?.description)
      ),
      ("until", isOpen ? .null : .text(spans.compactMap(\.last).max()?.description)),
      ("notes", .text(measure.notes)), ("exemptions", .integer(measure.exemptions.count)),
      ("terms", .array(terms)),
    ])
  }

  /// The day from which entries are met, where a term says so beside the days of its law.
  private static func enteredFrom(_ condition: Condition) -> Day? {
    switch condition {
    case .fact(FactBook.entered, .onOrAfter(let day)): day
    case .all(let parts): parts.compactMap(enteredFrom).max()
    default: nil
    }
  }

  private func json(_ term: Term, _ goods: inout GoodsWords) -> JSONValue {
    let lines = goods.coverage(term.scope.goods, on: term.validity.span)
    return .object([
      ("from", .text(term.validity.span.first?.description)),
      ("until", .text(term.validity.span.last?.description)),
      ("entered_from", .text(Self.enteredFrom(term.scope.condition)?.description)),
      ("heading", .text(term.heading)), ("rate", .string(LawWords.rate(term))),
      ("goods", .string(goods.words(term.scope.goods))),
      ("lines", lines.map { .integer($0.whole + $0.partly) } ?? .null),
      ("origins", .string(LawWords.origins(term.scope.origins))),
      ("circumstances", .string(LawWords.circumstances(term.scope))),
      ("stacking", .string(LawWords.stacking(term.stacking))),
      ("citation", .string(term.citation)),
      ("held_void", term.invalidation.map { .string("\($0.held): \($0.citation)") } ?? .null),
    ])
  }
}
