import ActionStudy
import Answers
import LawFiles
import TabularText
import TariffLaw
import Testing
import TradeAction
import TradeData

struct NoticeAnswerTests {
  private func answer(_ id: String) throws -> NoticeAnswer {
    let action = try ActionLibrary.action(id)
    let book = try ShippedBook.us()
    return NoticeAnswer(
      try Notice(
        action, on: action.on, in: book.with(try book.regime.extended(by: action.law))))
  }

  /// Every row of the table reads back, in order, and no field opens as a formula.
  @Test func theTableReadsBack() throws {
    let answer = try answer("us-301-list-1")
    let table = try CSVTable(Array(answer.csv.utf8))
    let (code, listed) = (try table.column("hts"), try table.column("listed"))
    let (heading, rate) = (try table.column("heading"), try table.column("rate"))
    let rows = table.records.map(\.1)
    #expect(rows.count == answer.notice.counts.lines + answer.notice.counts.missing)
    let whole = rows.filter { $0.field(listed) == "whole" }
    #expect(
      whole.map { $0.field(code) } == answer.notice.sections[0].lines.map(\.code.dotted))
    #expect(whole.allSatisfy { $0.field(heading) == "9903.88.01" && $0.field(rate) == "25%" })
    for fields in rows {
      for field in fields { #expect(!["=", "+", "-", "@"].contains(field.prefix(1)), "\(field)") }
    }
  }

  @Test func textAndMarkdownCountTheSame() throws {
    let answer = try answer("us-301-list-1")
    #expect(answer.text.contains("818 lines, 0 of them in part"))
    #expect(answer.markdown.contains("818 lines, 0 of them in part"))
    let rows = answer.markdown.split(separator: "\n").filter { $0.hasPrefix("| 8482.10.50 ") }
    #expect(rows.count == 1)
  }

  @Test func aPlaceholderIsSaidToBeOne() throws {
    let answer = try answer("us-cn-ict-25")
    #expect(answer.text.contains("9903.xx.xx stands for a heading to be assigned."))
    #expect(answer.csv.contains("9903.xx.xx"))
  }
}
