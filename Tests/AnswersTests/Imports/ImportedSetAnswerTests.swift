import Answers
import JSONText
import Testing
import TradeData

@Suite struct ImportedSetAnswerTests {
  static let set = ImportedSet(
    name: "a", year: 2024, layout: "plain", basis: .unstated, sha256: "ab",
    parts: [ImportedSet.Part(file: "a.csv", sha256: "0123456789abcdef01", bytes: 1234, rows: 3)],
    total: ImportedSet.Sum(cells: 2, value: 123_456_750, duty: 100),
    specialChapters: [98: ImportedSet.Sum(cells: 1, value: 500, duty: 0)], unknownValueRows: 1,
    unknownDutyRows: 0, unusable: ImportedSet.LeftOut(rows: 1, value: 0),
    summaries: ImportedSet.LeftOut(rows: 0, value: 0),
    otherYears: ImportedSet.LeftOut(rows: 2, value: 305),
    dropped: ImportedSet.LeftOut(rows: 0, value: 0), mapped: ImportedSet.LeftOut(rows: 0, value: 0))

  @Test func theDocument() {
    let text = ImportedSetAnswer(Self.set, unusedMap: ["x"], isNew: true).json.text
    for member in [
      "\"set\": \"a\"", "\"baseline\": \"store:a\"", "\"status\": \"imported\"", "\"rows\": 3",
      "\"value\": 1234567.50", "\"duty\": 1,", "\"chapter\": 98", "\"value_rows\": 1",
      "\"sha256\": \"ab\"", "\"value\": 3.05",
    ] {
      #expect(text.contains(member), "\(member) in \(text)")
    }
    #expect(
      ImportedSetAnswer(Self.set, isNew: false).json.text.contains("\"status\": \"already-there\""))
  }

  @Test func thePage() {
    let page = ImportedSetAnswer(Self.set, unusedMap: ["x"], isNew: true).text
    #expect(page.hasPrefix("Imported a: imports of 2024, layout plain\n"))
    for part in [
      "$1,234,567.50", "value in chapter 98", "unknown, not zero", "other years", "2 records",
      "of the map met nothing: x", "baseline: store:a", "sha256 0123456789abcdef…",
    ] {
      #expect(page.contains(part), "\(part) in \(page)")
    }
    #expect(!page.contains("dropped"))
  }

  @Test func theListHasBoth() {
    let list = DataListAnswer(manifest: Manifest(files: []), sets: [Self.set])
    #expect(list.json.text.contains("\"files\": []"))
    #expect(list.json.text.contains("\"imported\": ["))
    #expect(list.text.contains("Imported sets\na  imports of 2024"))
    #expect(!DataListAnswer(manifest: Manifest(files: []), sets: []).text.contains("Imported"))
  }
}
