import ActionStudy
import TariffLaw

extension NoticeAnswer {
  /// The annex as a page of Markdown.
  public var markdown: String {
    var lines = [
      "# \(MarkdownTable.escaped(notice.action.title))", "",
      "Goods as numbered on \(notice.day), edition \(notice.edition.id).",
    ]
    for section in notice.sections {
      lines += ["", "## \(MarkdownTable.escaped(section.measure.title))", ""]
      lines += [
        "| Heading | Rate | Base | Origins | Days | Circumstances | Citation |",
        "|---|---|---|---|---|---|---|",
      ]
      for term in section.provisions {
        let cells = [
          heading(term), LawWords.rate(term), LawWords.base(term.base),
          LawWords.origins(term.scope.origins), LawWords.days(term.validity.span),
          LawWords.circumstances(term.scope), term.citation,
        ]
        lines.append(
          "| " + cells.map(MarkdownTable.escaped).joined(separator: " | ") + " |")
      }
      if section.isAllGoods { lines += ["", "All goods; there is no table."] }
      for chapter in section.chapters {
        let title = chapter.title.isEmpty ? "" : ": \(MarkdownTable.escaped(chapter.title))"
        lines += ["", "### Chapter \(chapter.code.digits)\(title)", ""]
        lines += ["| Code | Goods |", "|---|---|"]
        for line in chapter.lines {
          let note = line.parts.isEmpty ? "" : " (in part)"
          lines.append(
            "| \(line.code.dotted) | \(MarkdownTable.escaped(Self.marked(line.description)))\(note) |"
          )
          for part in line.parts {
            lines.append(
              "| \(part.code.dotted) | \(MarkdownTable.escaped(Self.marked(part.description))) |")
          }
        }
      }
    }
    return (lines + [""] + foot.map(MarkdownTable.escaped)).joined(separator: "\n") + "\n"
  }
}
