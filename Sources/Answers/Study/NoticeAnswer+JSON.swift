import ActionStudy
public import JSONText
import TariffLaw

extension NoticeAnswer {
  public var json: JSONValue {
    let counts = notice.counts
    return .object([
      ("action", .string(notice.action.id)), ("title", .string(notice.action.title)),
      ("on", .day(notice.day)), ("edition", .string(notice.edition.id)),
      ("measures", .array(notice.sections.map(section))),
      (
        "counts",
        .object([
          ("lines", .integer(counts.lines)), ("lines_in_part", .integer(counts.partly)),
          ("parts", .integer(counts.parts)), ("chapters", .integer(counts.chapters)),
          ("named_by_subheading", .integer(counts.bySubheading)),
          ("unnamed", .integer(counts.unnamed)), ("not_in_edition", .integer(counts.missing)),
        ])
      ),
    ])
  }

  private func section(_ section: NoticeSection) -> JSONValue {
    .object([
      ("measure", .string(section.measure.id)), ("title", .string(section.measure.title)),
      (
        "provisions",
        .array(
          section.provisions.map { term in
            .object([
              ("heading", .text(term.heading)), ("heading_printed", .string(heading(term))),
              ("rate", .string(LawWords.rate(term))), ("base", .string(LawWords.base(term.base))),
              ("origins", .string(LawWords.origins(term.scope.origins))),
              ("from", .day(term.validity.span.first)), ("until", .day(term.validity.span.last)),
              ("circumstances", .string(LawWords.circumstances(term.scope))),
              ("stacking", .string(LawWords.stacking(term.stacking))),
              ("citation", .string(term.citation)),
            ])
          })
      ),
      ("all_goods", .bool(section.isAllGoods)),
      (
        "chapters",
        .array(
          section.chapters.map { chapter in
            .object([
              ("hs2", .string(chapter.code.digits)), ("title", .string(chapter.title)),
              ("lines", .array(chapter.lines.map(Self.line))),
            ])
          })
      ),
      ("not_in_edition", .array(section.missing.map { .string($0.digits) })),
      ("exemptions", .integer(section.exemptions)),
    ])
  }

  private static func line(_ line: NoticeLine) -> JSONValue {
    func row(_ code: HTSCode, _ description: GoodsDescription) -> [(name: String, value: JSONValue)]
    {
      [
        ("hts", .string(code.digits)), ("description", .string(description.text)),
        ("description_source", .string(description.source.rawValue)),
      ]
    }
    return .object(
      row(line.code, line.description) + [
        ("parts", .array(line.parts.map { .object(row($0.code, $0.description)) }))
      ])
  }
}
