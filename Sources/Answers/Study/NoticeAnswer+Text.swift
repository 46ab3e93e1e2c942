import ActionStudy
import TariffLaw

extension NoticeAnswer {
  /// The annex as a page of text.
  public var text: String {
    var lines = [
      "\(notice.action.title) (\(notice.action.id))",
      "Goods as numbered on \(notice.day), edition \(notice.edition.id)", "",
    ]
    for (index, section) in notice.sections.enumerated() {
      lines.append("\(index + 1). \(section.measure.title) [\(section.measure.id)]")
      for term in section.provisions { lines += Self.wrapped(provision(term), indent: 3) }
      if section.isAllGoods { lines.append("   All goods; there is no table.") }
      for chapter in section.chapters {
        lines.append("")
        lines += Self.wrapped("Chapter \(chapter.code.digits): \(chapter.title)", indent: 3)
        for line in chapter.lines {
          lines += row(line.code, Self.marked(line.description), isPartly: !line.parts.isEmpty)
          for part in line.parts {
            lines += row(part.code, "  " + Self.marked(part.description), isPartly: false)
          }
        }
      }
      lines.append("")
    }
    return (lines + foot).joined(separator: "\n") + "\n"
  }

  private func provision(_ term: Term) -> String {
    let circumstances = LawWords.circumstances(term.scope)
    return "\(heading(term)): \(LawWords.rate(term)), base: \(LawWords.base(term.base)),"
      + " from \(LawWords.origins(term.scope.origins)), \(LawWords.days(term.validity.span))"
      + (circumstances.isEmpty ? "" : ", \(circumstances)")
      + "; \(LawWords.stacking(term.stacking)) [\(term.citation)]"
  }

  private static let width = 100
  private static let textColumn = 18

  private func row(_ code: HTSCode, _ words: String, isPartly: Bool) -> [String] {
    let wrapped = Self.wrapped(
      words + (isPartly ? " (in part:)" : ""), indent: Self.textColumn)
    return [
      Amount.left("     " + code.dotted, Self.textColumn)
        + (wrapped.first.map { String($0.dropFirst(Self.textColumn)) } ?? "")
    ] + wrapped.dropFirst()
  }

  /// Text in lines of at most so many characters, except for longer words.
  private static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines
  }
}
