import ActionStudy
import TabularText
import TariffLaw

extension NoticeAnswer {
  /// One row a line or part, safe to open in a spreadsheet; the heading and the rate are those of the
  /// provision that needs no claim. A listed code that the schedule of the day has not is a row, too.
  public var csv: String {
    var writer = CSVWriter()
    writer.append([
      "measure", "heading", "rate", "base", "origins", "from", "until", "chapter", "hts", "part_of",
      "listed", "description", "description_source",
    ])
    for section in notice.sections {
      let term = section.mainProvision
      let start = [
        section.measure.id, heading(section), rate(section),
        term.map { LawWords.base($0.base) } ?? "",
        term.map { LawWords.origins($0.scope.origins) } ?? "",
        term?.validity.span.first?.description ?? "", term?.validity.span.last?.description ?? "",
      ]
      func append(
        _ code: HTSCode, of line: HTSCode?, _ listed: String, _ description: GoodsDescription?
      ) {
        writer.append(
          start + [
            code.prefix(2).digits, code.dotted, line?.dotted ?? "", listed,
            description?.text ?? "", description?.source.rawValue ?? "none",
          ])
      }
      for line in section.lines {
        append(line.code, of: nil, line.parts.isEmpty ? "whole" : "in-part", line.description)
        for part in line.parts { append(part.code, of: line.code, "whole", part.description) }
      }
      for code in section.missing { append(code, of: nil, "not-in-edition", nil) }
    }
    return String(decoding: writer.drain(), as: UTF8.self)
  }
}
